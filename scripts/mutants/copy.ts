import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import type { Mutant } from './named.ts';

/**
 * Outcome of a test run: `red` if a test failed or the time was up, `green` if all passed, `broken` if a file did not
 * load.
 */
export type Verdict = 'red' | 'green' | 'broken';

/** A copy of the repository for trying edits, so that the repository itself stays unchanged. */
export interface Copy {
  /** Runs tests on the unedited source. The time limit of an edit is three times as long plus a minute. */
  clean(tests: readonly string[]): Promise<Verdict>;
  /** Applies an edit and runs its tests. Throws if its text does not occur exactly once. */
  tried(mutant: Mutant): Promise<Verdict>;
  remove(): void;
}

/** Folders that are not copied; some of them are linked. */
const LEFT_OUT = ['node_modules', '.git', 'dist', 'lib', 'test-results', 'coverage'];

/** Copies the repository to a temporary folder. */
export function createCopy(): Copy {
  const folder = mkdtempSync(join(tmpdir(), 'mutants-'));
  cpSync('.', folder, { recursive: true, filter: (path) => !LEFT_OUT.includes(basename(path)) });
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'), 'junction');
  const report = join(folder, 'report.json');
  let limit = Number.POSITIVE_INFINITY;

  const verdict = async (tests: readonly string[]): Promise<Verdict> => {
    rmSync(report, { force: true });
    const paths = tests.map((test) => `tests/${test}`);
    const projects = ['unit', 'components'].flatMap((name) => ['--project', name]);
    const given = ['run', ...projects, '--bail', '1', '--reporter=json', `--outputFile=${report}`, ...paths];
    const ended = await within(limit, ['node_modules/vitest/vitest.mjs', ...given], folder);
    if (!ended) return 'red';
    try {
      const { numFailedTests, numPassedTests, success } = JSON.parse(readFileSync(report, 'utf8'));
      if (numFailedTests > 0) return 'red';
      return success && numPassedTests > 0 ? 'green' : 'broken';
    } catch {
      return 'broken';
    }
  };

  return {
    async clean(tests) {
      const start = performance.now();
      const found = await verdict(tests);
      limit = 3 * (performance.now() - start) + 60_000;
      return found;
    },
    async tried({ file, from, to, tests }) {
      const path = join(folder, 'src', file);
      const text = readFileSync(path, 'utf8');
      const times = text.split(from).length - 1;
      if (times !== 1) throw new Error(`src/${file} has “${from}” ${times} times: bring the list of edits up to date`);
      writeFileSync(
        path,
        text.replace(from, () => to),
      );
      try {
        return await verdict(tests);
      } finally {
        writeFileSync(path, text);
      }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Runs Node; false if it takes longer than `limit` ms, as an edit can make a loop endless. */
function within(limit: number, args: readonly string[], folder: string): Promise<boolean> {
  // its own process group, so that the test workers end with it
  const child = spawn(process.execPath, args, { cwd: folder, stdio: 'ignore', detached: process.platform !== 'win32' });
  return new Promise((done, failed) => {
    const timer = Number.isFinite(limit) ? setTimeout(() => stop(), limit) : undefined;
    const stop = (): void => {
      if (child.pid !== undefined && process.platform !== 'win32') process.kill(-child.pid, 'SIGKILL');
      else child.kill();
      done(false);
    };
    child.once('error', failed);
    child.once('exit', () => {
      clearTimeout(timer);
      done(true);
    });
  });
}

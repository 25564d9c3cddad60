import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { inject } from 'vitest';

/** Result of a finished command. */
export interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly error: string;
}

/** Runs a script of scripts/ in its own process, as npm does; `folder` is the working directory. */
export function command(script: string, given: readonly string[], folder = '.'): Ended {
  // a script that no bundle holds is compiled as it starts
  const bundle = join(inject('scripts'), `${script}.js`);
  const started = existsSync(bundle)
    ? [bundle]
    : ['--import', import.meta.resolve('tsx'), resolve(`scripts/${script}.ts`)];
  const { status, stdout, stderr } = spawnSync(process.execPath, [...started, ...given], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  return { status, out: stdout, error: stderr };
}

/** Output of a command as data. Throws its complaints. */
export function printed<T>(script: string, ...given: readonly string[]): T {
  const { status, out, error } = command(script, [...given, '--json']);
  if (status !== 0 || error !== '') throw new Error(error);
  return JSON.parse(out);
}

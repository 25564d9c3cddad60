import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

/** Result of a finished command. */
export interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly error: string;
}

/** Runs a script of scripts/ as npm does, in its own process; `folder` is the working directory. */
export function command(script: string, given: readonly string[], folder = '.'): Ended {
  const started = ['--import', import.meta.resolve('tsx'), resolve(`scripts/${script}.ts`), ...given];
  const { status, stdout, stderr } = spawnSync(process.execPath, started, {
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

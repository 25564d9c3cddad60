import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

/** What a command came to. */
export interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly error: string;
}

/** Runs a script of scripts/ as npm does, in a process of its own; `folder` is where it runs. */
export function command(script: string, given: readonly string[], folder = '.'): Ended {
  const started = ['--import', import.meta.resolve('tsx'), resolve(`scripts/${script}.ts`), ...given];
  const { status, stdout, stderr } = spawnSync(process.execPath, started, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  return { status, out: stdout, error: stderr };
}

/** What a command prints as data. Throws what it complains of. */
export function printed<T>(script: string, ...given: readonly string[]): T {
  const { status, out, error } = command(script, [...given, '--json']);
  if (status !== 0 || error !== '') throw new Error(error);
  return JSON.parse(out);
}

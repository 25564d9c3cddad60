import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** A program in the background. */
export interface Background {
  /** The line with which it said that it is ready. */
  readonly line: string;
  end(): Promise<void>;
}

const LIMIT = 60_000;

/**
 * Starts a program and waits for a line that matches, or for nothing if it prints none. Throws a sentence with what it printed
 * if it ends before.
 */
export async function background(
  file: string,
  args: readonly string[],
  ready: RegExp | null,
  env: Readonly<Record<string, string>> = {},
): Promise<Background> {
  const child = spawn(file, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  try {
    return { line: ready ? await lineOf(child, file, ready) : '', end: () => ended(child) };
  } catch (error) {
    await ended(child);
    throw error;
  }
}

function lineOf(child: ChildProcess, file: string, ready: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    const fail = (why: string) => reject(new Error(`${file} ${why}: ${printed.trim().slice(-400)}`));
    const timer = setTimeout(() => fail('did not get ready'), LIMIT);
    const read = (chunk: Buffer): void => {
      printed += chunk;
      const line = printed.split('\n').find((one) => ready.test(one));
      if (line === undefined) return;
      clearTimeout(timer);
      resolve(line);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('error', (error) => fail(`does not start (${error.message})`));
    child.once('exit', (code) => fail(`ended with code ${code}`));
  });
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const exit = once(child, 'exit');
  child.kill();
  const timer = setTimeout(() => child.kill('SIGKILL'), 5000);
  await exit;
  clearTimeout(timer);
}

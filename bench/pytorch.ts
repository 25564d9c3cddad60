import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Peer } from './update.ts';

/** PyTorch in a separate Python process. */
export interface PyTorch {
  readonly version: string;
  readonly peer: Peer;
  close(): void;
}

/** Starts bench/pytorch.py with $PYTHON or /usr/bin/python3; null if that has no PyTorch. */
export async function pytorch(): Promise<PyTorch | null> {
  const script = fileURLToPath(new URL('pytorch.py', import.meta.url));
  const child = spawn(process.env.PYTHON ?? '/usr/bin/python3', [script], { stdio: ['pipe', 'pipe', 'ignore'] });
  const lines = createInterface({ input: child.stdout });
  const ended = once(child, 'error').catch(() => null);
  const version = await Promise.race([once(lines, 'line').then(([line]) => String(line)), once(lines, 'close'), ended]);
  if (typeof version !== 'string') return null;
  return {
    version,
    peer: (size) => ({
      name: 'PyTorch',
      async time(runs) {
        child.stdin.write(`${[...size, runs].join(' ')}\n`);
        const [line] = await once(lines, 'line');
        return Number(line);
      },
    }),
    close: () => child.stdin.end(),
  };
}

import type { EncodedSequence } from '../../io/sequence.ts';

const names: Readonly<Record<string, string>> = {
  ' ': 'space',
  '\n': 'line break',
  '\t': 'tab',
  '\u00A0': 'no-break space',
};

/** What enters at timestep t (1…T), in words: token ‘not’, token space, value 0.3. */
export function spokenToken({ tokens, scales }: EncodedSequence, t: number): string {
  const token = tokens[t - 1] ?? '';
  if (scales.length > 0) return `value ${token}`;
  return Object.hasOwn(names, token) ? `token ${names[token]}` : `token ‘${token}’`;
}

import type { Row } from './alternate.ts';

const NOISE = `Medians of alternating rounds; “×” is how many times as long as gatescope the others take. Only ratios within
one run mean something: where other work shares the machine even equal code differs by a sixth, so that a ratio below
1.25 says nothing.
`;

export const forwardHeader = (where: string): string => `
${where}: an LSTM over 200 timesteps, microseconds per timestep. gatescope computes in float32 (WebAssembly) and keeps every
signal, as its float64 run does; “with a tape” it checks that float32 holds every number and hands out a tape of them, as
the page has it; the others keep only h, in float32. ${NOISE}`;

export const patchHeader = (where: string): string => `
${where}: a patch map of two runs, every signal borrowed at every timestep, milliseconds: 32 timesteps, 8 units.
`;

export const updateHeader = (where: string): string => `
${where}: one training update, milliseconds: an LSTM with a linear head, forward, cross-entropy over 8 classes at the last
timestep, backpropagation through time, Adam. ${NOISE}`;

export const learningHeader = (where: string): string => `
${where}: an LSTM of 16 units learns “remember the first symbol” over a gap of 20, measured on 1,000 held-out sequences.
`;

/** A row as text, with every time multiplied by `scale`. */
export function line({ label, milliseconds }: Row, scale = 1): string {
  const [first] = Object.values(milliseconds);
  const cells = Object.entries(milliseconds).map(([name, ms], k) => {
    const ratio = k === 0 ? '' : ` (${digits(ms / first)}×)`;
    return `${name} ${digits(ms * scale)}${ratio}`.padEnd(k === 0 ? 18 : 30);
  });
  return `${label}  ${cells.join('').trimEnd()}`;
}

function digits(value: number): string {
  return value.toFixed(value < 1 ? 3 : value < 10 ? 2 : value < 100 ? 1 : 0);
}

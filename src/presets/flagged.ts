import type { Sequence } from '../io/sequence.ts';

const values = [
  0.3, -0.5, 0.9, 0.7, -0.2, -0.8, 0.4, 0.1, -0.6, 0.5, 0.2, -0.9, 0.8, -0.4, 0.6, -0.1, 0.3, 0.9, -0.7, 0.2, -0.3, 0.5,
  0.4, -0.6, 0.1, 0.8, -0.5, 0.7, -0.2, 0.6,
];
const flagged: ReadonlySet<number> = new Set([4, 14, 23]);

/** Thirty values, three of which carry a flag. */
export const flaggedValues: Sequence = {
  kind: 'numbers',
  columns: ['value', 'flag'],
  rows: values.map((value, k) => [value, flagged.has(k + 1) ? 1 : 0]),
  scaling: 'none',
};

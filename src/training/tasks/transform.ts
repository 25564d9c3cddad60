import { log } from '../../ops/log.ts';

/** The transform of a column before it is scaled. Each can be undone from the values before. */
export type Transform = 'none' | 'difference' | 'log' | 'log-difference';

/** The transforms: the new value in words, and the inverse. */
export const transforms: Readonly<Record<Transform, { readonly name: string; readonly sentence: string }>> = {
  none: { name: 'values as they are', sentence: '' },
  difference: {
    name: 'differences',
    sentence:
      'Each value enters as its difference from the row before; the value is the one before plus the difference.',
  },
  log: {
    name: 'logarithms',
    sentence: 'Each value enters as its natural logarithm; the value is e to that power.',
  },
  'log-difference': {
    name: 'differences of logarithms',
    sentence:
      'Each value enters as the difference of its natural logarithm from that of the row before; the value is the one before times e to that power.',
  },
};

/** True if a transform needs the row before. */
export const needsBefore = (transform: Transform): boolean => transform.endsWith('difference');

/** True if a transform takes logarithms, which exist only for positive values. */
export const needsPositive = (transform: Transform): boolean => transform.startsWith('log');

/** A value after the transform, where `before` is the value of the row before. */
export function transformed(transform: Transform, value: number, before: number): number {
  if (transform === 'difference') return value - before;
  if (transform === 'log') return log(value);
  return transform === 'log-difference' ? log(value) - log(before) : value;
}

/** A column under the name of what enters of it: “change of Passengers”. */
export function nameAfter(transform: Transform, column: string): string {
  if (transform === 'none') return column;
  const start = transform === 'difference' ? 'change' : transform === 'log' ? 'log' : 'log change';
  return `${start} of ${column}`;
}

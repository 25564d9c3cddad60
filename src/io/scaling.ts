import type { Scaling } from './sequence.ts';

/** scaled = (value − offset) / factor. */
export interface Scale {
  readonly offset: number;
  readonly factor: number;
}

const usable = (factor: number): number => (Number.isFinite(factor) && factor > 0 ? factor : 1);

/**
 * The scale of one column. `standard`: mean 0 and standard deviation 1 (over all T values); `range`: the smallest
 * value to 0, the largest to 1. A constant column is only shifted.
 */
export function scaleOf(values: readonly number[], scaling: Scaling): Scale {
  if (scaling === 'none' || values.length === 0) return { offset: 0, factor: 1 };
  const low = values.reduce((a, b) => Math.min(a, b));
  const high = values.reduce((a, b) => Math.max(a, b));
  if (low === high) return { offset: low, factor: 1 };
  if (scaling === 'range') return { offset: low, factor: usable(high - low) };
  const offset = values.reduce((sum, v) => sum + v / values.length, 0);
  const variance = values.reduce((sum, v) => sum + ((v - offset) * (v - offset)) / values.length, 0);
  return { offset, factor: usable(Math.sqrt(variance)) };
}

/** A number on the scale that the cell sees. */
export function scaled(value: number, { offset, factor }: Scale): number {
  return (value - offset) / factor;
}

/** The inverse of `scaled`. */
export function unscaled(value: number, { offset, factor }: Scale): number {
  return value * factor + offset;
}

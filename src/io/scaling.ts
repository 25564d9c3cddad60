import type { Scaling } from './sequence.ts';

/** scaled = (value − offset) / factor. */
export interface Scale {
  readonly offset: number;
  readonly factor: number;
}

const usable = (factor: number): number => (Number.isFinite(factor) && factor > 0 ? factor : 1);

/**
 * The scale of one column. `standard`: mean 0 and standard deviation 1 (over all T values); `range`: the smallest
 * value to 0, the largest to 1. A constant column is only shifted. Finite for every finite column.
 */
export function scaleOf(values: readonly number[], scaling: Scaling): Scale {
  if (scaling === 'none' || values.length === 0) return { offset: 0, factor: 1 };
  const largest = usable(values.reduce((most, v) => Math.max(most, Math.abs(v)), 0));
  const unit = values.map((v) => v / largest);
  if (scaling === 'range') {
    const low = unit.reduce((a, b) => Math.min(a, b));
    const high = unit.reduce((a, b) => Math.max(a, b));
    return { offset: low * largest, factor: usable(high * largest - low * largest) };
  }
  const mean = unit.reduce((sum, v) => sum + v, 0) / unit.length;
  const variance = unit.reduce((sum, v) => sum + (v - mean) ** 2, 0) / unit.length;
  const constant = unit.every((v) => v === unit[0]);
  return { offset: mean * largest, factor: constant ? 1 : usable(Math.sqrt(variance) * largest) };
}

export function scaled(value: number, { offset, factor }: Scale): number {
  return (value - offset) / factor;
}

/** The inverse of `scaled`. */
export function unscaled(value: number, { offset, factor }: Scale): number {
  return value * factor + offset;
}

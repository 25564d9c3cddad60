import { frobeniusNorm } from '../../analysis/norms.ts';
import type { Tape } from '../../engine/tape.ts';
import { type Columns, columnCount, timestepsOf } from './columns.ts';

/** The size of a gradient over time: one entry per column, the largest of the timesteps that it pools. */
export function gradientSizes(adjoint: Tape, signal: string, columns: Columns): Float64Array {
  return Float64Array.from({ length: columnCount(adjoint.length, columns) }, (_, column) => {
    const [first, last] = timestepsOf(column, adjoint.length, columns);
    let largest = 0;
    for (let t = first; t <= last; t++) largest = Math.max(largest, frobeniusNorm(adjoint.values(signal, t)));
    return largest;
  });
}

/** The scale of sizes: linear, or logarithmic. */
export type SizeScale = 'linear' | 'log';

/** So many powers of ten below the largest size are told apart; smaller sizes are drawn at the bottom. */
const DECADES = 12;

/** The sizes as heights from 0 to 1, and the sizes that bottom and top mean. */
export interface SizeLine {
  readonly heights: readonly number[];
  readonly bottom: number;
  readonly top: number;
}

/** Places sizes on a scale. In a logarithmic one, values at or below the minimum are clamped. */
export function sizeLine(sizes: Float64Array, scale: SizeScale): SizeLine {
  const finite = [...sizes].filter((size) => Number.isFinite(size) && size > 0);
  const top = finite.reduce((most, size) => Math.max(most, size), 0) || 1;
  if (scale === 'linear') return { heights: Array.from(sizes, (size) => heightOf(size / top)), bottom: 0, top };
  const least = finite.reduce((small, size) => Math.min(small, size), top);
  const decades = Math.min(DECADES, Math.max(1, Math.ceil(Math.log10(top / least))));
  const height = (size: number): number => (size === 0 ? 0 : heightOf(1 + Math.log10(size / top) / decades));
  return { heights: Array.from(sizes, height), bottom: top / 10 ** decades, top };
}

/** A height within the picture; what is not a number is drawn at the top, where it is seen. */
const heightOf = (share: number): number => (Number.isNaN(share) ? 1 : Math.min(1, Math.max(0, share)));

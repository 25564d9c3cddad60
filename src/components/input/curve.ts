import { curveSequence } from '../../io/curve.ts';
import type { Sequence } from '../../io/sequence.ts';

/** The smallest and largest number of timesteps of a drawn curve. */
export const MIN_CURVE = 2;
export const MAX_CURVE = 200;

/** The heights (−1…1) of a sequence that the pad can show: one unscaled column within −1…1. Null for any other. */
export function heightsOf(sequence: Sequence): readonly number[] | null {
  if (sequence.kind !== 'numbers' || sequence.columns.length !== 1 || sequence.scaling !== 'none') return null;
  const heights = sequence.rows.map(([value]) => value);
  const fits = heights.length >= MIN_CURVE && heights.length <= MAX_CURVE && heights.every((v) => Math.abs(v) <= 1);
  return fits ? heights : null;
}

/** A curve through these heights, evenly spaced, at n timesteps. */
export function curveThrough(heights: readonly number[], n = heights.length): Sequence {
  const points = heights.map((height, k) => ({ time: k / (heights.length - 1), height: (height + 1) / 2 }));
  return curveSequence(points, n);
}

/** The heights after a stroke from one timestep and height to another; the timesteps between lie on the straight line. */
export function stroked(
  heights: readonly number[],
  from: readonly [number, number],
  to: readonly [number, number],
): readonly number[] {
  const [low, high] = from[0] <= to[0] ? [from, to] : [to, from];
  return heights.map((height, k) => {
    if (k === to[0]) return to[1];
    if (k < low[0] || k > high[0]) return height;
    return low[1] + ((high[1] - low[1]) * (k - low[0])) / (high[0] - low[0]);
  });
}

import type { ScaleKind } from '../../theme/colour.ts';
import { type Columns, timestepsOf } from './columns.ts';
import type { Frames } from './frames.ts';

/** The axis of a unit's line: 0…1 for gates, otherwise symmetric about zero; for values at least ±1. */
export function axisOf(
  frames: Frames,
  signal: string,
  unit: number,
  kind: ScaleKind,
): readonly [low: number, high: number] {
  if (kind === 'gate') return [0, 1];
  const { offset } = frames.slot(signal);
  let largest = kind === 'gradient' ? 0 : 1;
  for (let t = 1; t <= frames.length; t++) {
    const a = Math.abs(frames.data[t * frames.program.frameSize + offset + unit]);
    if (Number.isFinite(a)) largest = Math.max(largest, a);
  }
  return axisAround(largest);
}

/** An axis symmetric about zero with room for values of this size, its ends 1, 2 or 5 times a power of ten. */
export function axisAround(largest: number): readonly [low: number, high: number] {
  if (largest === 0) return [-1, 1];
  const power = 10 ** Math.floor(Math.log10(largest));
  const high = [1, 2, 5, 10].map((n) => n * power).find((bound) => bound >= largest) ?? largest;
  return [-high, high];
}

/** The height of a value in a strip of lines, from its top. */
export const lineY = (v: number, [low, high]: readonly [number, number], height: number): number =>
  5 + ((high - v) / (high - low)) * (height - 10);

/** A point of the line: the middle of a column, and the least and greatest value there (equal unless pooled). */
export interface Point {
  readonly x: number;
  readonly low: number;
  readonly high: number;
}

/** The line over the columns [first, end), cut where a value is not finite; x in pixels of the whole strip. */
export function lineOf(
  frames: Frames,
  signal: string,
  unit: number,
  columns: Columns,
  [from, end]: readonly [number, number],
): readonly (readonly Point[])[] {
  const { offset } = frames.slot(signal);
  const pieces: Point[][] = [[]];
  for (let column = from; column < end; column++) {
    const [first, last] = timestepsOf(column, frames.length, columns);
    let low = Number.POSITIVE_INFINITY;
    let high = Number.NEGATIVE_INFINITY;
    let finite = true;
    for (let t = first; t <= last; t++) {
      const v = frames.data[t * frames.program.frameSize + offset + unit];
      finite &&= Number.isFinite(v);
      low = Math.min(low, v);
      high = Math.max(high, v);
    }
    if (finite) pieces[pieces.length - 1].push({ x: (column + 0.5) * columns.width, low, high });
    else if (pieces[pieces.length - 1].length > 0) pieces.push([]);
  }
  return pieces.filter((piece) => piece.length > 0);
}

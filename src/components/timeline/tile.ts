import { type ColourTable, entryOf } from '../../theme/colour.ts';
import { type Columns, columnCount, timestepsOf } from './columns.ts';
import type { Frames } from './frames.ts';

/** The number of columns in a tile. */
export const tileColumns = 256;

/** One pixel a cell: columns of the sequence by rows of units, ready for a canvas. */
export interface Tile {
  readonly columns: number;
  readonly rows: number;
  readonly rgba: Uint8ClampedArray<ArrayBuffer>;
  /** Cells [column, row, column, row, …] that hold a value which is not finite. */
  readonly broken: readonly number[];
}

/** The mean of one unit over the timesteps first…last: what a pooled column shows. One bad value spoils it, visibly. */
export function pooled(frames: Frames, signal: string, unit: number, first: number, last: number): number {
  const { offset } = frames.slot(signal);
  const { frameSize } = frames.program;
  let sum = 0;
  for (let t = first; t <= last; t++) sum += frames.data[t * frameSize + offset + unit];
  return sum / (last - first + 1);
}

/** The pixels of tile number `index` of a signal, its units in the given order; `one` is coloured as 1. */
export function tileOf(
  frames: Frames,
  signal: string,
  order: readonly number[],
  table: ColourTable,
  columns: Columns,
  index: number,
  one = 1,
): Tile {
  const start = index * tileColumns;
  const count = Math.max(0, Math.min(tileColumns, columnCount(frames.length, columns) - start));
  const rgba = new Uint8ClampedArray(count * order.length * 4);
  const broken: number[] = [];
  for (let column = 0; column < count; column++) {
    const [first, last] = timestepsOf(start + column, frames.length, columns);
    for (let row = 0; row < order.length; row++) {
      const entry = entryOf(table, pooled(frames, signal, order[row], first, last) / one);
      if (entry === table.steps) broken.push(column, row);
      const at = 4 * (row * count + column);
      const rgb = table.rgbAt(entry);
      rgba[at] = rgb[0];
      rgba[at + 1] = rgb[1];
      rgba[at + 2] = rgb[2];
      rgba[at + 3] = 255;
    }
  }
  return { columns: count, rows: order.length, rgba, broken };
}

/** The columns of a sequence: `bin` timesteps pooled into one column of `width` CSS pixels. */
export interface Columns {
  readonly width: number;
  readonly bin: number;
}

/**
 * The columns to choose from, widest first, until all T timesteps fill the `room` at once; the narrow ones pool timesteps.
 * `base` is the width of a column with a readable token.
 */
export function zoomsOf(base: number, room: number, T: number): readonly Columns[] {
  const single = [base, 14, 6, 2].filter((width) => width <= base).map((width) => ({ width, bin: 1 }));
  const all = [...single, { width: 2, bin: 4 }, { width: 2, bin: 16 }];
  const fits = all.findIndex((columns) => columnCount(T, columns) * columns.width <= room);
  if (fits <= 0) return fits < 0 ? all : all.slice(0, 1);
  const { bin } = all[fits];
  return [...all.slice(0, fits), { width: Math.floor(room / columnCount(T, all[fits])), bin }];
}

/** The width that shows the longest token, within limits that keep several columns on a phone. */
export function baseWidthOf(tokens: readonly string[]): number {
  let longest = 0;
  for (const token of tokens) longest = Math.max(longest, token.length);
  return Math.min(84, Math.max(28, 9 * longest + 12));
}

/** The width that shows the longest name of a timestep, which is written smaller than tokens, within the same limits. */
export function labelWidthOf(labels: readonly string[] | null): number {
  let longest = 0;
  for (const label of labels ?? []) longest = Math.max(longest, label.length);
  return longest === 0 ? 0 : Math.min(84, Math.ceil(6.2 * longest + 10));
}

/** The share of its width to which a column may shrink to show all timesteps: tokens are written smaller there. */
const TIGHTEST = 0.75;

/**
 * The width of a column with a readable token: wider than `readable` up to `widest` where the room for all timesteps
 * allows it, and somewhat narrower where that shows the last one whole.
 */
export function fittingWidth(readable: number, widest: number, room: number, T: number): number {
  const whole = Math.floor(room / T);
  return whole < readable && whole >= TIGHTEST * readable ? whole : Math.max(readable, Math.min(widest, whole || 0));
}

/** The number of columns from one named timestep to the next where columns are too narrow; a name is `room` pixels wide. */
export function nameEvery({ width, bin }: Columns, room = 52): number {
  const least = room / width;
  for (let power = 1; ; power *= 10)
    for (const step of [1, 2, 5]) {
      const every = (step * power) / bin;
      if (every >= least && Number.isInteger(every)) return every;
    }
}

/** The number of columns for T timesteps. */
export const columnCount = (T: number, { bin }: Columns): number => Math.ceil(T / bin);

/** The column (from 0) of timestep t (from 1). */
export const columnOf = (t: number, { bin }: Columns): number => Math.floor((t - 1) / bin);

/** The first and last timestep of a column. */
export function timestepsOf(column: number, T: number, { bin }: Columns): readonly [first: number, last: number] {
  return [column * bin + 1, Math.min(T, (column + 1) * bin)];
}

/** The columns [first, end) that a window of `width` pixels, scrolled by `left`, touches. */
export function visibleColumns(left: number, width: number, T: number, columns: Columns): readonly [number, number] {
  const first = Math.max(0, Math.floor(left / columns.width));
  return [first, Math.min(columnCount(T, columns), Math.ceil((left + width) / columns.width))];
}

/** The timestep under a pixel of the whole strip, or null outside; in a pooled column the first one. */
export function timestepAt(x: number, T: number, columns: Columns): number | null {
  const t = Math.floor(x / columns.width) * columns.bin + 1;
  return x < 0 || t > T ? null : t;
}

/** The row under a pixel, or null outside. */
export function rowAt(y: number, rows: number, rowHeight: number): number | null {
  const row = Math.floor(y / rowHeight);
  return row < 0 || row >= rows ? null : row;
}

/** The height of a unit's row: tall for few units, one pixel at least. */
export const rowHeightOf = (rows: number, room = 132): number =>
  Math.max(1, Math.min(11, Math.floor(room / Math.max(1, rows))));

/** The scroll position that brings a column into the window, with a margin; null if it is already there. */
export function scrollTo(column: number, left: number, width: number, columns: Columns): number | null {
  const start = column * columns.width;
  const margin = Math.min(width / 4, 3 * columns.width);
  if (start >= left && start + columns.width <= left + width) return null;
  return Math.max(0, start < left ? start - margin : start + columns.width + margin - width);
}

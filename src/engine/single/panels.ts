/**
 * Weights are stored in panels of up to 32 rows (4 for a batch), each column by column, so that a product reads them in one
 * stream: weight (r, c) is at start·columns + c·h + (r − start), where its panel begins at row `start` and has h rows.
 * Rows are rounded up to a multiple of 4 with zeros.
 */
export interface Panels {
  readonly at: number;
  readonly rows: number;
  readonly columns: number;
  readonly batch: number;
}

/** The most rows of a panel. */
export const heightOf = (batch: number): number => (batch === 1 ? 32 : 4);

/** `n` rounded up to a multiple of `unit`. */
export const roundedUp = (n: number, unit: number): number => Math.ceil(n / unit) * unit;

/** The distance between rows of summed gradients: whole groups of four, except for a single column. */
export const gradientWidth = (columns: number): number => (columns === 1 ? 1 : roundedUp(columns, 4));

/** Puts row-major values into the rows of the panels from row `first` on. */
export function storeRows(memory: Float32Array, panels: Panels, first: number, values: ArrayLike<number>): void {
  const { at, rows, columns, batch } = panels;
  const height = heightOf(batch);
  for (let r = first, k = 0; k < values.length; r++) {
    const start = r - (r % height);
    const h = Math.min(height, roundedUp(rows, 4) - start);
    let to = at + start * columns + (r - start);
    for (let c = 0; c < columns; c++, k++, to += h) memory[to] = values[k];
  }
}

/** Puts row-major values into the columns of the panels from column `first` on: `width` values to each. */
export function storeColumns(
  memory: Float32Array,
  panels: Panels,
  first: number,
  width: number,
  values: ArrayLike<number>,
): void {
  const { at, rows, columns, batch } = panels;
  const height = heightOf(batch);
  for (let c = first, k = 0; k < values.length; c++)
    for (let start = 0; start < width; start += height) {
      const h = Math.min(height, roundedUp(rows, 4) - start);
      const to = at + start * columns + c * h;
      const n = Math.min(h, width - start);
      for (let r = 0; r < n; r++, k++) memory[to + r] = values[k];
    }
}

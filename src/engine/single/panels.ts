/**
 * Weights stand in panels of up to `height` rows, each column by column, so that a product reads them in one stream:
 * weight (r, c) is at start·columns + c·h + (r − start), where the panel begins at row `start` and has h rows. Rows are
 * rounded up to a multiple of 4 with zeros.
 */
export const heightOf = (batch: number): number => (batch === 1 ? 24 : 4);

/** `n` rounded up to a multiple of `unit`. */
export const roundedUp = (n: number, unit: number): number => Math.ceil(n / unit) * unit;

/** Where the weight (row, column) stands in the panels of a matrix with `rows` rows. */
export function panelPosition(row: number, column: number, rows: number, columns: number, batch: number): number {
  const height = heightOf(batch);
  const start = row - (row % height);
  const h = Math.min(height, roundedUp(rows, 4) - start);
  return start * columns + column * h + (row - start);
}

/** How far it is from one row of summed gradients to the next: whole groups of four, but a column alone stays alone. */
export const gradientWidth = (columns: number): number => (columns === 1 ? 1 : roundedUp(columns, 4));

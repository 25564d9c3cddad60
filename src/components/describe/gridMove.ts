/** A cell of a grid, counted from 0. */
export interface GridPosition {
  readonly row: number;
  readonly column: number;
}

interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
}

/** The cell that a key moves to inside a grid, by the ARIA grid pattern; null for a key that does not move. */
export function gridMove(
  { key, ctrlKey }: Key,
  { row, column }: GridPosition,
  rows: number,
  columns: number,
): GridPosition | null {
  const inside = (r: number, c: number): GridPosition => ({
    row: Math.max(0, Math.min(rows - 1, r)),
    column: Math.max(0, Math.min(columns - 1, c)),
  });
  switch (key) {
    case 'ArrowRight':
      return inside(row, column + 1);
    case 'ArrowLeft':
      return inside(row, column - 1);
    case 'ArrowDown':
      return inside(row + 1, column);
    case 'ArrowUp':
      return inside(row - 1, column);
    case 'PageDown':
      return inside(row + 5, column);
    case 'PageUp':
      return inside(row - 5, column);
    case 'Home':
      return inside(ctrlKey ? 0 : row, 0);
    case 'End':
      return inside(ctrlKey ? rows - 1 : row, columns - 1);
    default:
      return null;
  }
}

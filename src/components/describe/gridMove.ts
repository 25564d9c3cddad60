interface Place {
  readonly row: number;
  readonly column: number;
}

interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
}

/** Where a key leads inside a grid, as the ARIA grid pattern has it; null for a key that does not move. */
export function gridMove({ key, ctrlKey }: Key, { row, column }: Place, rows: number, columns: number): Place | null {
  const inside = (r: number, c: number): Place => ({
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

import type { CellDeclaration } from '../cell/declaration.ts';
import type { LatticePoint } from './lattice.ts';
import { measures, type Pixel } from './measures.ts';

/** The spacing of a lattice on the plane: its columns and rows, and the reach of wires beyond the body. */
export interface Spacing {
  readonly columns: readonly number[];
  /** From row 0; the row above it and those below are as far apart as rows of an even lattice. */
  readonly rows: readonly number[];
  readonly gap: number;
  /** True if symbols are as close to each other as possible. */
  readonly compact: boolean;
}

/** The same distance between all columns and between all rows. */
export function evenSpacing({ body: [columns, rows] }: Pick<CellDeclaration, 'body'>): Spacing {
  return {
    columns: Array.from({ length: columns + 1 }, (_, column) => column * measures.column),
    rows: Array.from({ length: rows + 1 }, (_, row) => row * measures.row),
    gap: measures.gap,
    compact: false,
  };
}

/** The spacing of a narrow screen: a wide body has larger letters for its size, and needs more room for a symbol beside it. */
export function compactSpacing(columns: readonly number[], rows: readonly number[]): Spacing {
  return { columns, rows, gap: Math.max(56, 0.088 * columns[columns.length - 1]), compact: true };
}

/** The place of a lattice point; rows beyond the body are evenly spaced. */
export function pixelAt({ x, y }: LatticePoint, { columns, rows }: Spacing): Pixel {
  return { x: columns[x], y: y < 0 ? rows[0] + y * measures.row : rows[y] };
}

import type { Assembler } from './assembler.ts';
import type { Place } from './layout.ts';
import { gradientWidth, panelPosition, roundedUp } from './panels.ts';

/** Where the numbers of one parameter stand in memory. */
export interface Placement {
  /** For each number, where it is kept; each stands `copies` times in a row. */
  readonly values: readonly Int32Array[];
  readonly copies: number;
  /** For each number, where its derivative is summed. */
  readonly gradient: Int32Array;
}

/** A matrix of a product, with the rows of one parameter after another. */
export interface PlacedMatrix {
  /** In panels. */
  readonly weights: number;
  /** Its transpose in panels, one for each group of rows without gaps; none for a matrix that hands nothing back. */
  readonly transposed: readonly { readonly weights: number; readonly firstRow: number; readonly rows: number }[];
  /** Row by row, each of `columns` rounded up to a multiple of 4. */
  readonly gradient: number;
  readonly placements: readonly Placement[];
}

/** What a matrix is placed for. */
export interface MatrixShape {
  /** Rows of each parameter, and how far it is from one to the next. */
  readonly parameters: number;
  readonly rows: number;
  readonly rowUnits: number;
  readonly columns: number;
  readonly columnUnits: number;
  /** Whether a derivative goes back through it. */
  readonly back: boolean;
}

/** Reserves the room of a matrix, of its transpose and of its gradient. */
export function placeMatrix(assembler: Assembler, shape: MatrixShape): PlacedMatrix {
  const { batch } = assembler;
  const { parameters, rows, rowUnits, columns, columnUnits, back } = shape;
  const allRows = parameters * rowUnits;
  const width = gradientWidth(columns);
  const weights = assembler.reserve(roundedUp(allRows, 4) * columns);
  const gradient = assembler.reserveSums(roundedUp(allRows, 2) * width);
  // rows that only fill up must not reach what is handed back, so that parameters with gaps go one by one
  const grouped = rows === rowUnits ? parameters : 1;
  const groupRows = grouped * rows;
  const transposed = Array.from({ length: back ? parameters / grouped : 0 }, (_, group) => ({
    weights: assembler.reserve(roundedUp(columnUnits, 4) * groupRows),
    firstRow: group * grouped * rowUnits,
    rows: groupRows,
  }));
  const placements = Array.from({ length: parameters }, (_, p): Placement => {
    const at = (position: (row: number, column: number) => number): Int32Array =>
      Int32Array.from({ length: rows * columns }, (_, k) =>
        position(p * rowUnits + Math.floor(k / columns), k % columns),
      );
    const values = [at((r, c) => weights + panelPosition(r, c, allRows, columns, batch))];
    const group = transposed[Math.floor(p / grouped)];
    if (group)
      values.push(at((r, c) => group.weights + panelPosition(c, r - group.firstRow, columnUnits, groupRows, batch)));
    return { values, copies: 1, gradient: at((r, c) => gradient + r * width + c) };
  });
  return { weights, transposed, gradient, placements };
}

/** A vector of weights that stands at `at`, each once for every sequence. */
export interface PlacedVector extends Placement {
  readonly at: number;
  readonly sum: number;
}

/** Places a vector in room that is reserved, and reserves that of its gradient. */
export function placeVector(assembler: Assembler, at: number, { size }: Pick<Place, 'size'>): PlacedVector {
  const { batch } = assembler;
  const sum = assembler.reserveSums(size);
  const values = [Int32Array.from({ length: size }, (_, k) => at + k * batch)];
  return { at, sum, values, copies: batch, gradient: Int32Array.from({ length: size }, (_, k) => sum + k) };
}

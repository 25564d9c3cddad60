import type { Assembler } from './assembler.ts';
import type { BatchVector } from './memoryLayout.ts';
import { gradientWidth, type Panels, roundedUp, storeColumns, storeRows } from './panels.ts';

/** The position of one parameter's numbers in memory. */
export interface Placement {
  /** The number of elements. */
  readonly length: number;
  /** Puts them into their places, which may be several. */
  store(memory: Float32Array, values: ArrayLike<number>): void;
  /** Their derivatives, as they have been summed. A copy. */
  gradient(memory: Float32Array): Float32Array;
}

/** Consecutive rows of a matrix, transposed. */
export interface Transposed {
  readonly panels: Panels;
  readonly firstRow: number;
}

/** A matrix of a product, with the rows of one parameter after another. */
export interface PlacedMatrix {
  readonly panels: Panels;
  /** One for each group of rows without gaps; none for a matrix that hands nothing back. */
  readonly transposed: readonly Transposed[];
  readonly sum: number;
  readonly placements: readonly Placement[];
}

/** The requirements that decide the placement of a matrix. */
export interface MatrixShape {
  /** The number of parameters, the rows of each, and the distance from one to the next. */
  readonly parameters: number;
  readonly rows: number;
  readonly rowUnits: number;
  readonly columns: number;
  readonly columnUnits: number;
  /** True if a derivative goes back through it. */
  readonly back: boolean;
}

/** Reserves the room of a matrix, of its transpose and of its gradient. */
export function placeMatrix(assembler: Assembler, shape: MatrixShape): PlacedMatrix {
  const { parameters, rows, rowUnits, columns, columnUnits } = shape;
  const back = shape.back && assembler.differentiates;
  const panels = panelsOf(assembler, parameters * rowUnits, columns);
  const width = gradientWidth(columns);
  const sum = assembler.reserveSums(roundedUp(panels.rows, 2) * width);
  // rows that only fill up must not reach what is handed back, so that parameters with gaps go one by one
  const grouped = rows === rowUnits ? parameters : 1;
  const transposed = Array.from({ length: back ? parameters / grouped : 0 }, (_, group) => ({
    panels: panelsOf(assembler, columnUnits, grouped * rows),
    firstRow: group * grouped * rowUnits,
  }));
  const placements = Array.from({ length: parameters }, (_, p): Placement => {
    const first = p * rowUnits;
    const group = transposed[Math.floor(p / grouped)];
    return {
      length: rows * columns,
      store(memory, values) {
        storeRows(memory, panels, first, values);
        if (group) storeColumns(memory, group.panels, first - group.firstRow, columns, values);
      },
      gradient(memory) {
        const values = new Float32Array(rows * columns);
        for (let r = 0, k = 0; r < rows; r++)
          for (let c = 0, from = sum + (first + r) * width; c < columns; c++, k++) values[k] = memory[from + c];
        return values;
      },
    };
  });
  return { panels, transposed, sum, placements };
}

function panelsOf(assembler: Assembler, rows: number, columns: number): Panels {
  return { at: assembler.reserve(roundedUp(rows, 4) * columns), rows, columns, batch: assembler.batch };
}

/** A vector of weights at `at`, each once for every sequence. */
export interface PlacedVector extends Placement {
  readonly at: number;
  readonly sum: number;
}

/** Places a vector in room that is reserved, and reserves that of its gradient. */
export function placeVector(assembler: Assembler, at: number, { size }: Pick<BatchVector, 'size'>): PlacedVector {
  const { batch } = assembler;
  const sum = assembler.reserveSums(size);
  return {
    at,
    sum,
    length: size,
    store(memory, values) {
      for (let k = 0; k < size; k++) memory.fill(values[k], at + k * batch, at + (k + 1) * batch);
    },
    gradient: (memory) => memory.slice(sum, sum + size),
  };
}

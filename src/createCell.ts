import { cellOf } from './cell/cell.ts';
import type { CellDeclaration } from './cell/declaration.ts';
import { sizesOf } from './cell/sizes.ts';
import { declarationOf, registry } from './cells/index.ts';
import { runBatch } from './engine/batch.ts';
import type { InitialStates } from './engine/given.ts';
import { type RunOptions, runForward } from './engine/intervention/runForward.ts';
import { initialParameters, type Parameters, parametersFrom } from './engine/parameters.ts';
import { compile, type Program } from './engine/program.ts';
import type { Tape } from './engine/tape.ts';

/** Options of `createCell`. */
export interface CreateCell {
  /** The number of inputs at each timestep, 1 to 512. */
  readonly D: number;
  /** The number of units of the cell, 1 to 512. */
  readonly H: number;
  /** The number of projected units of a cell made by `withProjection`, 1 to 512. */
  readonly P?: number;
  /** The options of the declaration that differ from their defaults. */
  readonly options?: Readonly<Record<string, string | boolean>>;
  /** Parameter values by name, row-major; names left out are zeros. Without it, parameters come from the seed. */
  readonly parameters?: Readonly<Record<string, ArrayLike<number>>>;
  /** A whole number from which the parameters are drawn. Default 1. */
  readonly seed?: number;
}

/** One row of D numbers per timestep, or all rows in one flat array of T·D numbers. */
export type InputSequence = ArrayLike<number> | readonly ArrayLike<number>[];

/** A cell with sizes and parameters, ready to run. */
export interface RunnableCell extends Program {
  readonly parameters: Parameters;
  /**
   * Runs a sequence of T timesteps and keeps every signal on the tape. States that `initial` does not name start at their
   * declared values. The run overwrites `options.over`, a tape of an earlier run with as many timesteps. Throws an error
   * that names what does not fit.
   */
  run(sequence: InputSequence, initial?: InitialStates, options?: RunOptions): Tape;
  /** Runs several sequences, which may differ in length, and returns a tape for each. `initial` is for all, or has an entry per sequence. */
  runBatch(sequences: readonly InputSequence[], initial?: InitialStates | readonly InitialStates[]): Tape[];
}

/**
 * Makes a cell of the registry from its id (`lstm`, `gru` …), or one of your own from its declaration, ready to run. All
 * numbers are float64, and the same on every machine. Throws an error that names what does not fit: an unknown cell, option
 * or parameter, a size outside 1 to 512, a wrong length, or a value that is not a finite number.
 */
export function createCell(
  cellName: string | CellDeclaration,
  { D, H, P, options, parameters, seed = 1 }: CreateCell,
): RunnableCell {
  const declaration = typeof cellName === 'string' ? declarationOf(cellName) : cellName;
  if (!declaration)
    throw new Error(`There is no cell “${cellName}”; there are ${registry.map((d) => d.id).join(', ')}`);
  const cell = cellOf(declaration, options);
  const sizes = sizesOf(D, H, P);
  const program = compile(cell, sizes);
  const values = parameters ? parametersFrom(cell, sizes, parameters) : initialParameters(cell, sizes, { seed });
  return {
    ...program,
    parameters: values,
    run: (sequence, initial, options) => runForward(program, values, flat(sequence, D), initial, options),
    runBatch: (sequences, initial) =>
      runBatch(
        program,
        values,
        sequences.map((sequence) => flat(sequence, D)),
        initial,
      ),
  };
}

function flat(sequence: InputSequence, D: number): ArrayLike<number> {
  if (!isRows(sequence)) return sequence;
  const ragged = sequence.findIndex((row) => row?.length !== D);
  if (ragged >= 0)
    throw new RangeError(`Timestep ${ragged + 1} has ${sequence[ragged]?.length ?? 'no'} numbers, not D = ${D}`);
  return sequence.flatMap((row) => Array.from(row));
}

const isRows = (sequence: InputSequence): sequence is readonly ArrayLike<number>[] =>
  Array.isArray(sequence) && sequence[0] !== null && typeof sequence[0] === 'object';

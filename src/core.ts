/** The entry of `gatescope/core`: the cells, their numbers, equations and pictures, without a view and without a DOM. */
import { cellOf } from './cell/cell.ts';
import { sizesOf } from './cell/sizes.ts';
import { declarationOf, registry } from './cells/index.ts';
import { runForward } from './engine/forward.ts';
import type { InitialStates } from './engine/given.ts';
import { initialParameters, type Parameters, parametersFrom } from './engine/parameters.ts';
import { compile, type Program } from './engine/program.ts';
import type { Tape } from './engine/tape.ts';

export {
  type Affine,
  type Cell,
  cellOf,
  type Parameter,
  type Signal,
  type State,
  settledOptions,
  type Term,
} from './cell/cell.ts';
export {
  type CellDeclaration,
  choice,
  defineCell,
  flag,
  type OptionInfo,
  type SignalInfo,
  type Stage,
  type StateInfo,
} from './cell/declaration.ts';
export * as expression from './cell/expression.ts';
export { parameterCount, type Sizes, sizesOf } from './cell/sizes.ts';
export { preActivationOf, type Ref, refKey } from './cell/slot.ts';
export { variant } from './cell/variant.ts';
export { declarationOf, registry } from './cells/index.ts';
export { type DiagramOptions, diagramSvg } from './diagramSvg.ts';
export { type BackwardOptions, type Gradients, runBackward, type Seed } from './engine/backward.ts';
export { type DirectPath, directPathOf } from './engine/directPath.ts';
export { runForward } from './engine/forward.ts';
export type { InitialStates } from './engine/given.ts';
export { type Jacobians, jacobiansOf, productsOf, type StateBlocks } from './engine/jacobian.ts';
export { type Initialisation, initialParameters, type Parameters, parametersFrom } from './engine/parameters.ts';
export { compile, type Program, type Slot } from './engine/program.ts';
export { Tape } from './engine/tape.ts';
export { type Equation, equationsOf } from './notation/equation.ts';
export { alignedLatex, equationLatex } from './notation/linear.ts';
export { equationMarkup, mathmlText } from './notation/mathml.ts';
export type { Range } from './ops/op.ts';
export type { OpName } from './ops/ops.ts';

/** What `createCell` needs to know. */
export interface CreateCell {
  /** How many inputs a timestep has, 1 to 512. */
  readonly D: number;
  /** How many units the cell has, 1 to 512. */
  readonly H: number;
  /** The options of the declaration that differ from their defaults. */
  readonly options?: Readonly<Record<string, string | boolean>>;
  /** Parameter values by name, row-major; names left out are zeros. Without it, parameters come from the seed. */
  readonly parameters?: Readonly<Record<string, ArrayLike<number>>>;
  /** A whole number from which the parameters are drawn. Default 1. */
  readonly seed?: number;
}

/** A cell with sizes and parameters, ready to run. */
export interface RunnableCell extends Program {
  readonly parameters: Parameters;
  /**
   * Runs a sequence: one row of D numbers a timestep, or all rows in one flat array. Every signal is kept. A tape of an
   * earlier run over as many timesteps may be given to be written over.
   */
  run(sequence: ArrayLike<number> | readonly ArrayLike<number>[], initial?: InitialStates, over?: Tape): Tape;
}

/** A cell of the registry by its id (`lstm`, `gru` …), ready to run. Throws a sentence where something does not fit. */
export function createCell(id: string, { D, H, options, parameters, seed = 1 }: CreateCell): RunnableCell {
  const declaration = declarationOf(id);
  if (!declaration) throw new Error(`There is no cell “${id}”; there are ${registry.map((d) => d.id).join(', ')}`);
  const cell = cellOf(declaration, options);
  const sizes = sizesOf(D, H);
  const program = compile(cell, sizes);
  const values = parameters ? parametersFrom(cell, sizes, parameters) : initialParameters(cell, sizes, { seed });
  return {
    ...program,
    parameters: values,
    run: (sequence, initial, over) => runForward(program, values, flat(sequence, D), initial, over),
  };
}

function flat(sequence: ArrayLike<number> | readonly ArrayLike<number>[], D: number): ArrayLike<number> {
  if (!isRows(sequence)) return sequence;
  const ragged = sequence.findIndex((row) => row?.length !== D);
  if (ragged >= 0)
    throw new RangeError(`Timestep ${ragged + 1} has ${sequence[ragged]?.length ?? 'no'} numbers, not D = ${D}`);
  return sequence.flatMap((row) => Array.from(row));
}

const isRows = (sequence: ArrayLike<number> | readonly ArrayLike<number>[]): sequence is readonly ArrayLike<number>[] =>
  Array.isArray(sequence) && sequence[0] !== null && typeof sequence[0] === 'object';

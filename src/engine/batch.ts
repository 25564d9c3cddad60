import { runForward } from './forward.ts';
import type { InitialStates } from './given.ts';
import type { Parameters } from './parameters.ts';
import type { Program } from './program.ts';
import { type Layer, runStack, type StackRun } from './stack.ts';
import type { Tape } from './tape.ts';

/** Sequences of one batch, T·D numbers each; their lengths may differ. */
export type Batch = readonly ArrayLike<number>[];

/**
 * Runs every sequence of a batch: a tape each, in their order. `initial` holds the states that all start from, or one
 * entry a sequence. Throws a sentence that names the sequence where something does not fit.
 */
export function runBatch(
  program: Program,
  parameters: Parameters,
  sequences: Batch,
  initial: InitialStates | readonly InitialStates[] = {},
): Tape[] {
  if (isList(initial) && initial.length !== sequences.length)
    throw new RangeError(`There are ${sequences.length} sequences, but initial states for ${initial.length}`);
  return each(sequences, (x, b) => runForward(program, parameters, x, isList(initial) ? initial[b] : initial));
}

/** Runs every sequence of a batch through a stack of layers, each over its own length. */
export function runStackBatch(layers: readonly Layer[], sequences: Batch): StackRun[] {
  return each(sequences, (x) => runStack(layers, x));
}

const isList = (initial: InitialStates | readonly InitialStates[]): initial is readonly InitialStates[] =>
  Array.isArray(initial);

function each<R>(sequences: Batch, run: (x: ArrayLike<number>, b: number) => R): R[] {
  return Array.from(sequences, (x, b) => {
    try {
      return run(x, b);
    } catch (error) {
      throw new RangeError(`Sequence ${b + 1}: ${error instanceof Error ? error.message : error}`, { cause: error });
    }
  });
}

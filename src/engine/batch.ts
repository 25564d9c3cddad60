import { runForward } from './forward.ts';
import type { InitialStates } from './given.ts';
import type { Parameters } from './parameters.ts';
import type { Program } from './program.ts';
import { type Layer, runStack, type StackRun } from './stack.ts';
import type { Tape } from './tape.ts';

/** The sequences of a batch, T·D numbers each; T may differ between them. */
export type Batch = readonly ArrayLike<number>[];

/**
 * Runs every sequence of a batch and returns their tapes in order. `initial` has the initial states of all sequences, or one
 * entry per sequence. Throws an error that names the sequence if something does not fit.
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

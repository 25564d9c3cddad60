import { computed, startedTape } from './compute.ts';
import { checkRun, type InitialStates } from './given.ts';
import type { Parameters } from './parameters.ts';
import type { Program } from './program.ts';
import type { Tape } from './tape.ts';

/** Options of a run. */
export interface RunOptions {
  /** A tape of an earlier run of the same program and length, which the run overwrites to save the allocation. */
  readonly over?: Tape;
}

/**
 * Runs the program over a sequence of T inputs (`x`: T·D numbers, row by row) and keeps every signal of every timestep.
 * Throws an error that names what is missing, of the wrong length, unknown or not a finite number.
 */
export function runForward(
  program: Program,
  parameters: Parameters,
  x: ArrayLike<number>,
  initial: InitialStates = {},
  { over }: RunOptions = {},
): Tape {
  checkRun(program, parameters, x, initial);
  return computed(startedTape(program, parameters, x, initial, over));
}

/**
 * Runs a program in another way than `runForward`; null where it cannot, as with what is missing or does not fit. `over` is
 * an earlier tape that is not needed any more.
 */
export type Runner = (parameters: Parameters, x: ArrayLike<number>, initial: InitialStates, over?: Tape) => Tape | null;

/** The run in single precision by `single`, and as `runForward` has it where there is none or where that cannot. */
export function runSingle(
  single: Runner | null,
  program: Program,
  parameters: Parameters,
  x: ArrayLike<number>,
  initial: InitialStates = {},
  over?: Tape,
): Tape {
  return single?.(parameters, x, initial, over) ?? runForward(program, parameters, x, initial);
}

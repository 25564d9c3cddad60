import { computed, startedTape } from './compute.ts';
import { checkRun, type InitialStates } from './given.ts';
import { intervene } from './intervention/intervene.ts';
import type { Intervention } from './intervention/intervention.ts';
import type { Parameters } from './parameters.ts';
import type { Program } from './program.ts';
import { Tape } from './tape.ts';

/** What a run may be given besides what it needs. */
export interface RunOptions {
  /** A tape of an earlier run of the same program and length, to be written over, which spares the allocation. */
  readonly over?: Tape;
  /** Changes of the run, which act in their order. */
  readonly interventions?: readonly Intervention[];
  /** The run that values are borrowed from. */
  readonly other?: Tape;
}

/**
 * Runs the program over a sequence of T inputs (`x`: T·D numbers, row by row) and keeps every signal of every timestep.
 * With interventions it is the changed run, as `intervene` makes it. Throws a sentence where something is missing, of
 * another length, unknown or not a finite number.
 */
export function runForward(
  program: Program,
  parameters: Parameters,
  x: ArrayLike<number>,
  initial: InitialStates = {},
  { over, interventions = [], other }: RunOptions = {},
): Tape {
  checkRun(program, parameters, x, initial);
  const free = computed(startedTape(program, parameters, x, initial, over));
  return interventions.length === 0 ? free : intervene(free, interventions, other);
}

/** Computes all signals of a started tape in another way than `runForward`; false where it cannot. */
export type Fill = (tape: Tape) => boolean;

/** The run in single precision by `fill`, and as `runForward` has it where there is none or where that cannot. */
export function runSingle(
  fill: Fill | null,
  program: Program,
  parameters: Parameters,
  x: ArrayLike<number>,
  initial: InitialStates = {},
): Tape {
  checkRun(program, parameters, x, initial);
  if (fill) {
    const { data, length } = startedTape(program, parameters, x, initial);
    const tape = new Tape(program, parameters, data, length, 'float32');
    if (fill(tape)) return tape;
  }
  return computed(startedTape(program, parameters, x, initial));
}

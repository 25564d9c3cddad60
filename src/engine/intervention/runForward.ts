import { type RunOptions as FreeOptions, runForward as runFree } from '../forward.ts';
import type { InitialStates } from '../given.ts';
import type { Parameters } from '../parameters.ts';
import type { Program } from '../program.ts';
import type { Tape } from '../tape.ts';
import { intervene } from './intervene.ts';
import type { Intervention } from './intervention.ts';

/** Options of a run: interventions, and a tape to be overwritten. */
export interface RunOptions extends FreeOptions {
  /** Changes of the run, applied in their order. */
  readonly interventions?: readonly Intervention[];
  /** The run that values are borrowed from. */
  readonly other?: Tape;
}

/**
 * Runs a program over T timesteps, given as the T·D numbers `x`, and returns its tape. With interventions the run is changed
 * as by `intervene`. Throws an error that names what does not fit.
 */
export function runForward(
  program: Program,
  parameters: Parameters,
  x: ArrayLike<number>,
  initial: InitialStates = {},
  { interventions = [], other, ...free }: RunOptions = {},
): Tape {
  const tape = runFree(program, parameters, x, initial, free);
  return interventions.length === 0 ? tape : intervene(tape, interventions, other);
}

import { type RunOptions as FreeOptions, runForward as runFree } from '../forward.ts';
import type { InitialStates } from '../given.ts';
import type { Parameters } from '../parameters.ts';
import type { Program } from '../program.ts';
import type { Tape } from '../tape.ts';
import { intervene } from './intervene.ts';
import type { Intervention } from './intervention.ts';

/** Optional inputs of a run. */
export interface RunOptions extends FreeOptions {
  /** Changes of the run, which act in their order. */
  readonly interventions?: readonly Intervention[];
  /** The run that values are borrowed from. */
  readonly other?: Tape;
}

/** As `runForward` of the engine; with interventions it is the changed run, as `intervene` makes it. */
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

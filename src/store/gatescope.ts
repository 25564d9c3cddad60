import type { StoreApi } from 'zustand/vanilla';
import type { Clock } from './clock.ts';
import type { CursorActions } from './cursorActions.ts';
import type { Derive, Derived } from './derive.ts';
import { editable } from './editable.ts';
import { createTakeGradient, type TakeGradient } from './gradient/gradient.ts';
import { type InputActions, inputActions } from './inputActions.ts';
import { type Abilities, createInstance } from './instance.ts';
import type { Intervening } from './lazyIntervene.ts';
import type { LoadRuns } from './lazySingle.ts';
import type { Playhead } from './playhead.ts';
import type { Cursor, Inputs, Moment, State, View } from './state.ts';
import type { ViewActions } from './viewActions.ts';

/** All that can be done to an instance. */
export type Actions = InputActions & CursorActions & ViewActions;

/** One instance: its state, what follows from it, and all that can be done to it. */
export interface Gatescope extends Pick<StoreApi<State>, 'getState' | 'getInitialState' | 'subscribe'> {
  readonly actions: Actions;
  readonly playhead: Playhead;
  /** Derives all values from inputs; the last result is kept. */
  readonly derive: Derive;
  /** The places of the runs beside the first, taken or not. */
  readonly places: readonly BesidePlace[];
  /** Returns the values derived from the present inputs. */
  derived(): Derived;
  /** The gradient that a view asks for; the last result is kept. */
  readonly takeGradient: TakeGradient;
  /** Fetches the actions whose code is still to come, so that they act at once. */
  fetchActions(): Promise<void>;
  /** True if things move to a new place rather than jump. */
  animated(): boolean;
  /** Stops playing and motion. */
  halt(): void;
}

/** A place of a run beside the first. */
export interface BesidePlace {
  /** The inputs of the run, derived from those of the first; null if the place is free. */
  readonly inputs: (first: Inputs) => Inputs | null;
  readonly derive: Derive;
}

/** The options with which an instance starts. */
export interface GatescopeOptions {
  readonly initial?: Partial<Moment>;
  /** The starting cursor, if it depends on the values derived from the inputs; replaces the cursor of `initial`. */
  readonly beginAt?: (derived: Derived) => Cursor;
  readonly clock?: Clock;
  /** The settings of the view that the surrounding page decides. */
  readonly settings?: Partial<View>;
  /** The loader of runs in single precision; by default they are fetched when first needed. */
  readonly loadRuns?: LoadRuns;
  /** The runner of interventions; by default it is fetched when the first intervention appears. */
  readonly intervening?: Intervening;
}

const abilities: Abilities = {
  editing: (ground, own) => ({ actions: { ...inputActions(editable(ground)), ...own }, fetch: async () => {} }),
  gradients: () => createTakeGradient(),
};

/** Creates an instance that shares nothing with any other. Throws a sentence where the initial inputs cannot be shown. */
export const createGatescope = (options: GatescopeOptions = {}): Gatescope => createInstance(abilities, options);

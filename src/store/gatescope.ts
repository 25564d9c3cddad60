import { createStore, type StoreApi } from 'zustand/vanilla';
import { besideInputs } from '../io/beside.ts';
import { defaultMoment } from '../io/defaults.ts';
import { MAX_BESIDE } from '../io/limits.ts';
import { browserClock, type Clock } from './clock.ts';
import { createCore } from './core.ts';
import { clampedCursor, extentAmong, selectionAmong } from './cursor.ts';
import { type CursorActions, cursorActions } from './cursorActions.ts';
import { createDerive, type Derive, type Derived } from './derive.ts';
import { createTakeGradient, type TakeGradient } from './gradient/gradient.ts';
import { type InputActions, inputActions } from './inputActions.ts';
import { type Intervening, lazyIntervene } from './lazyIntervene.ts';
import { type LoadRuns, lazySingle } from './lazySingle.ts';
import { memoizeLast } from './memoizeLast.ts';
import { createPlayhead, type Playhead } from './playhead.ts';
import type { Cursor, Inputs, Moment, State, View } from './state.ts';
import { type ViewActions, viewActions } from './viewActions.ts';

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

/** Creates an instance that shares nothing with any other. Throws a sentence where the initial inputs cannot be shown. */
export function createGatescope({
  initial,
  beginAt,
  clock = browserClock(),
  settings,
  loadRuns,
  intervening,
}: GatescopeOptions = {}): Gatescope {
  const moment: Moment = { ...defaultMoment, ...initial };
  // a copy of the inputs, so that their values are derived again with the code that has loaded
  const deriveAnew = (): void => store.setState(({ inputs }) => ({ inputs: { ...inputs } }));
  const createOwnDerive = (): Derive =>
    createDerive(lazySingle(deriveAnew, loadRuns), intervening ?? lazyIntervene(deriveAnew));
  const derive = createOwnDerive();
  const places = Array.from({ length: MAX_BESIDE }, (_, k): BesidePlace => {
    const inputs = memoizeLast((first: Inputs): Inputs | null => {
      const variation = first.beside?.[k];
      return variation ? besideInputs(first, variation) : null;
    });
    return { inputs, derive: createOwnDerive() };
  });
  const deriveRuns = (inputs: Inputs): readonly Derived[] => [
    derive(inputs),
    ...places.flatMap((place) => {
      const own = place.inputs(inputs);
      return own ? [place.derive(own)] : [];
    }),
  ];
  const runs = deriveRuns(moment.inputs);
  const [derived] = runs;
  const cursor = clampedCursor(beginAt?.(derived) ?? moment.cursor, extentAmong(runs));
  const opened: Moment = {
    ...moment,
    view: { ...moment.view, ...settings },
    cursor,
    selection: selectionAmong(moment.selection, runs),
  };
  const store = createStore<State>()(() => ({
    ...opened,
    opened,
    hover: null,
    playing: false,
    guessed: null,
    reminding: false,
    until: null,
    learning: false,
    past: [],
    future: [],
    before: null,
  }));
  const playhead = createPlayhead(cursor);
  const animated = (): boolean => store.getState().view.motion === 'auto' && !clock.reducedMotion?.();
  const core = createCore(store, deriveRuns, playhead, animated);
  const { halt, ...cursorMoves } = cursorActions(core, playhead, clock);
  return {
    getState: store.getState,
    getInitialState: store.getInitialState,
    subscribe: store.subscribe,
    actions: { ...inputActions(core), ...cursorMoves, ...viewActions(core) },
    playhead,
    derive,
    places,
    derived: core.derived,
    takeGradient: createTakeGradient(),
    animated,
    halt,
  };
}

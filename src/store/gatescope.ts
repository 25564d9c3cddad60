import { createStore, type StoreApi } from 'zustand/vanilla';
import { besideInputs } from '../io/beside.ts';
import { defaultMoment } from '../io/defaults.ts';
import { MAX_BESIDE } from '../io/limits.ts';
import { browserClock, type Clock } from './clock.ts';
import { createCore } from './core.ts';
import { clampedCursor, extentOf, selectionAmong } from './cursor.ts';
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
  /** What follows from inputs; the last result is kept. */
  readonly derive: Derive;
  /** The places of the runs beside the first, taken or not. */
  readonly places: readonly Place[];
  /** What follows from the present inputs. */
  derived(): Derived;
  /** The gradient that a view asks for; the last result is kept. */
  readonly takeGradient: TakeGradient;
  /** Whether things move rather than being at their new place at once. */
  animated(): boolean;
  /** Stops playing and motion. */
  halt(): void;
}

/** A place of a run beside the first. */
export interface Place {
  /** What decides its numbers, which follow from those of the first run; null where the place is free. */
  readonly inputs: (first: Inputs) => Inputs | null;
  readonly derive: Derive;
}

/** What an instance starts from. */
export interface GatescopeOptions {
  readonly initial?: Partial<Moment>;
  /** Where it begins, if that depends on what follows from the inputs; in place of the cursor of `initial`. */
  readonly beginAt?: (derived: Derived) => Cursor;
  readonly clock?: Clock;
  /** What of the view the page around decides. */
  readonly settings?: Partial<View>;
  /** Where runs in single precision come from; by default they are fetched when they are needed. */
  readonly loadRuns?: LoadRuns;
  /** What runs with interventions; by default it is fetched when the first of them is there. */
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
  // the same inputs anew: what follows from them is then derived with what has come
  const deriveAnew = (): void => store.setState(({ inputs }) => ({ inputs: { ...inputs } }));
  const createOwnDerive = (): Derive =>
    createDerive(lazySingle(deriveAnew, loadRuns), intervening ?? lazyIntervene(deriveAnew));
  const derive = createOwnDerive();
  const places = Array.from({ length: MAX_BESIDE }, (_, k): Place => {
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
  const cursor = clampedCursor(beginAt?.(derived) ?? moment.cursor, extentOf(derived));
  const store = createStore<State>()(() => ({
    ...moment,
    view: { ...moment.view, ...settings },
    cursor,
    selection: selectionAmong(moment.selection, runs),
    hover: null,
    playing: false,
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

import { createStore } from 'zustand/vanilla';
import { besideInputs } from '../io/beside.ts';
import { defaultMoment } from '../io/defaults.ts';
import { MAX_BESIDE } from '../io/limits.ts';
import { browserClock } from './clock.ts';
import { createCore, type Ground } from './core.ts';
import { clampedCursor, extentAmong, selectionAmong } from './cursor.ts';
import { cursorActions } from './cursorActions.ts';
import { createDerive, type Derive, type Derived } from './derive.ts';
import type { BesidePlace, Gatescope, GatescopeOptions } from './gatescope.ts';
import type { TakeGradient } from './gradient/gradient.ts';
import type { InputActions } from './inputActions.ts';
import { lazyIntervene } from './lazyIntervene.ts';
import { lazySingle } from './lazySingle.ts';
import { memoizeLast } from './memoizeLast.ts';
import { createPlayhead } from './playhead.ts';
import type { Inputs, Moment, State } from './state.ts';
import { viewActions } from './viewActions.ts';

/** The abilities of an instance beyond stepping, at hand or fetched. */
export interface Abilities {
  /** All actions on the state of an instance, beside those of its own. */
  editing<A extends object>(ground: Ground, own: A): { readonly actions: A & InputActions; fetch(): Promise<void> };
  /** Creates the function that takes gradients; `onLoad` is called where its code had to be fetched. */
  gradients(onLoad: () => void): TakeGradient;
}

/** Creates an instance that shares nothing with any other. Throws a sentence where the initial inputs cannot be shown. */
export function createInstance(
  { editing, gradients }: Abilities,
  { initial, beginAt, clock = browserClock(), settings, loadRuns, intervening }: GatescopeOptions = {},
): Gatescope {
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
    unfetched: false,
    past: [],
    future: [],
    before: null,
  }));
  const playhead = createPlayhead(cursor);
  const animated = (): boolean => store.getState().view.motion === 'auto' && !clock.reducedMotion?.();
  const core = createCore(store, deriveRuns, playhead, animated);
  const { halt, ...cursorMoves } = cursorActions(core, playhead, clock);
  const { actions, fetch } = editing(core, { ...cursorMoves, ...viewActions(core) });
  return {
    getState: store.getState,
    getInitialState: store.getInitialState,
    subscribe: store.subscribe,
    actions,
    playhead,
    derive,
    places,
    derived: core.derived,
    // the same state again, for those who wait for a gradient
    takeGradient: gradients(() => store.setState({})),
    fetchActions: fetch,
    animated,
    halt,
  };
}

import type { StoreApi } from 'zustand/vanilla';
import { clampedCursor, type Extent, extentAmong, isAtEnd, positionAcross, selectionAmong } from './cursor.ts';
import type { Derived } from './derive.ts';
import { type History, recorded } from './history.ts';
import type { PlayheadControl } from './playhead.ts';
import type { Cursor, Inputs, Moment, State } from './state.ts';

/** Shared core of an instance's actions, through which every change of its state goes. */
export interface Core {
  get(): State;
  derived(): Derived;
  /** The values derived from the present inputs for all runs, the first run first. */
  runs(): readonly Derived[];
  set(change: Partial<State>): void;
  /** Puts the cursor somewhere within bounds, running there or at once. */
  moveTo(cursor: Cursor, run: boolean, change?: Partial<State>): void;
  /** New inputs, undoable. Changes with the same gesture in succession are undone as one. Throws and changes nothing where they cannot be shown. */
  commit(next: Inputs, gesture?: string, moment?: Partial<Omit<Moment, 'inputs'>>): void;
  /** Inputs with their history, as undo and redo give them. */
  turnTo(history: History): void;
}

/** The part of the state that undo and redo restore. */
type Shown = Pick<State, 'inputs' | 'cursor' | 'selection' | 'before'>;

/** True if inputs, cursor and selection are the same. */
const showsTheSame = (a: Shown, b: Shown): boolean =>
  a.inputs === b.inputs &&
  a.cursor.t === b.cursor.t &&
  a.cursor.position === b.cursor.position &&
  a.selection.signal === b.selection.signal &&
  a.selection.unit === b.selection.unit;

/** The shared ground of an instance's actions, over its store and its playhead. */
export function createCore(
  store: StoreApi<State>,
  deriveRuns: (inputs: Inputs) => readonly Derived[],
  playhead: PlayheadControl,
  animated: () => boolean,
): Core {
  let lastGesture: string | undefined;
  /** Consecutive undos and redos with their states before and after, so that reversing direction restores them exactly. */
  let turns: readonly { readonly from: Shown; readonly to: Shown }[] = [];
  const get = store.getState;
  const runs = (): readonly Derived[] => deriveRuns(get().inputs);
  const derived = (): Derived => runs()[0];

  const place = (cursor: Cursor, run: boolean, extent: Extent, change: Partial<State>): void => {
    playhead.aim(cursor, extent.N, run && animated());
    const playing = (change.playing ?? get().playing) && (playhead.moving || !isAtEnd(cursor, extent));
    store.setState({ ...change, cursor, playing });
    playhead.announce();
  };

  const show = (history: History, moment: Partial<Omit<Moment, 'inputs'>>, before: State['before']): void => {
    const state = get();
    const from = derived();
    const all = deriveRuns(history.inputs);
    const [to] = all;
    const extent = extentAmong(all, state.until);
    const position =
      from.cell === to.cell ? state.cursor.position : positionAcross(state.cursor.position, from.cell, to.cell);
    const cursor = clampedCursor(moment.cursor ?? { t: state.cursor.t, position }, extent);
    const stays = from.cell === to.cell && cursor.t === state.cursor.t && cursor.position === state.cursor.position;
    place(cursor, stays && playhead.moving, extent, {
      ...history,
      before,
      selection: selectionAmong(moment.selection ?? state.selection, all),
      hover: selectionAmong({ signal: state.hover, unit: 0 }, all).signal,
      view: moment.view ?? state.view,
      // a guess was of the values before
      guessed: null,
    });
  };

  const beforeSwitch = (next: Inputs): State['before'] => {
    const { inputs, before } = get();
    if (next.cell === inputs.cell && next.options === inputs.options) return before;
    return { cell: inputs.cell, options: inputs.options };
  };

  return {
    get,
    derived,
    runs,
    set: store.setState,
    moveTo(cursor, run, change = {}) {
      const extent = extentAmong(runs(), get().until);
      place(clampedCursor(cursor, extent), run, extent, change);
    },
    commit(next, gesture, moment) {
      if (next === get().inputs && !moment) return;
      const merged = gesture !== undefined && gesture === lastGesture;
      const history = next === get().inputs ? get() : recorded(get(), next, merged);
      show(
        { inputs: next, past: history.past, future: history.future },
        moment ?? {},
        moment ? null : beforeSwitch(next),
      );
      lastGesture = gesture;
      turns = [];
    },
    turnTo(history) {
      const from = get();
      const last = turns.at(-1);
      lastGesture = undefined;
      if (last && last.from.inputs === history.inputs && showsTheSame(last.to, from)) {
        const { cursor, selection, before } = last.from;
        show(history, { cursor, selection }, before);
        turns = turns.slice(0, -1);
        return;
      }
      show(history, {}, beforeSwitch(history.inputs));
      turns = [...turns, { from, to: get() }];
    },
  };
}

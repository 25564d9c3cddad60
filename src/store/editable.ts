import type { Core, Ground } from './core.ts';
import { clampedCursor, extentAmong, positionAcross, selectionAmong } from './cursor.ts';
import { type History, recorded } from './history.ts';
import type { Inputs, Moment, State } from './state.ts';

/** A core whose inputs can be changed. */
export interface EditableCore extends Core {
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

/** The core of an instance with what changes its inputs. */
export function editable(ground: Ground): EditableCore {
  let lastGesture: string | undefined;
  /** Consecutive undos and redos with their states before and after, so that reversing direction restores them exactly. */
  let turns: readonly { readonly from: Shown; readonly to: Shown }[] = [];
  const { get, derived } = ground;

  const show = (history: History, moment: Partial<Omit<Moment, 'inputs'>>, before: State['before']): void => {
    const state = get();
    const from = derived();
    const all = ground.runsOf(history.inputs);
    const [to] = all;
    const extent = extentAmong(all, state.until);
    const position =
      from.cell === to.cell ? state.cursor.position : positionAcross(state.cursor.position, from.cell, to.cell);
    const cursor = clampedCursor(moment.cursor ?? { t: state.cursor.t, position }, extent);
    const stays = from.cell === to.cell && cursor.t === state.cursor.t && cursor.position === state.cursor.position;
    ground.place(cursor, stays && ground.moving(), extent, {
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
    ...ground,
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

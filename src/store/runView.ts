import { variationOf } from '../io/variations.ts';
import { extentOf, fittedSelection, positionAcross } from './cursor.ts';
import type { Derived } from './derive.ts';
import type { EditableCore } from './editable.ts';
import type { Gatescope } from './gatescope.ts';
import { createTakeGradient } from './gradient/gradient.ts';
import { inputActions } from './inputActions.ts';
import { memoizeLast } from './memoizeLast.ts';
import type { Playhead } from './playhead.ts';
import type { Cursor, Inputs, State } from './state.ts';

/**
 * The first run as it is compared with the one beside it: the same instance, in which that other cell takes the place of
 * the cell shown before, so that what only one of them has is marked. Where another run is longer it stays at its end.
 */
export function firstView(gatescope: Gatescope): Gatescope {
  const [place] = gatescope.places;
  const compared = (state: State): State => {
    const other = place.inputs(state.inputs);
    if (!other) return state;
    const own = gatescope.derive(state.inputs);
    return {
      ...askedIn(state, own),
      cursor: cursorIn(state.cursor, own, own),
      before: { cell: other.cell, options: other.options, beside: true },
    };
  };
  const { derived } = gatescope;
  return {
    ...gatescope,
    ...statesOf(gatescope, compared),
    playhead: playheadOf(gatescope, derived),
  };
}

/**
 * The k-th run beside the first as an instance: everything in it follows from the first one's state. Its cursor is in
 * step with the first, and what changes it changes how it varies the first.
 */
export function runView(gatescope: Gatescope, k: number): Gatescope {
  const place = gatescope.places[k];
  const states = statesOf(gatescope, (state) => {
    const inputs = place.inputs(state.inputs);
    return inputs ? besideState(state, inputs, gatescope.derive(state.inputs), place.derive(inputs)) : state;
  });
  const { getState } = states;
  const derive = (inputs: Inputs): Derived =>
    inputs === gatescope.getState().inputs ? gatescope.derive(inputs) : place.derive(inputs);
  const derived = (): Derived => derive(getState().inputs);
  const { actions } = gatescope;
  const core: EditableCore = {
    get: getState,
    derived,
    runs: () => [derived()],
    set: () => {},
    moveTo: () => {},
    commit(next, gesture) {
      const { inputs: first } = gatescope.getState();
      const { weights, ...rest } = variationOf(first, next);
      // weights taken over from the first run continue to follow it
      const follows = !first.beside?.[k]?.weights && next.weights === getState().inputs.weights;
      actions.setBeside(weights && !follows ? { ...rest, weights } : rest, k, gesture);
    },
    turnTo: () => {},
  };
  const { undo, redo, setLearning, setBeside, removeBeside, exchangeBeside, setRunInterventions } = actions;
  const own = { undo, redo, setLearning, setBeside, removeBeside, exchangeBeside, setRunInterventions };
  return {
    ...gatescope,
    ...states,
    derive,
    derived,
    actions: { ...actions, ...inputActions(core), ...own },
    playhead: playheadOf(gatescope, derived),
    takeGradient: createTakeGradient(),
  };
}

/** The states of an instance, the present one and the first, which a server renders and a browser hydrates, each made once. */
function statesOf(
  { getState, getInitialState }: Gatescope,
  stateOf: (state: State) => State,
): Pick<Gatescope, 'getState' | 'getInitialState'> {
  const present = memoizeLast(stateOf);
  const initial = memoizeLast(stateOf);
  return { getState: () => present(getState()), getInitialState: () => initial(getInitialState()) };
}

/** The state without selections that this run lacks. */
function askedIn(state: State, run: Derived): State {
  return {
    ...state,
    selection: fittedSelection(state.selection, run),
    hover: fittedSelection({ signal: state.hover, unit: 0 }, run).signal,
  };
}

/** The state of a run beside the first. */
function besideState(state: State, inputs: Inputs, first: Derived, own: Derived): State {
  return {
    ...askedIn(state, own),
    inputs,
    cursor: cursorIn(state.cursor, first, own),
    before: { cell: state.inputs.cell, options: state.inputs.options, beside: true },
  };
}

/** Cursor of another run at the same progress; a shorter run stays at its end. */
export function cursorIn({ t, position }: Cursor, from: Derived, to: Derived): Cursor {
  const { T, N } = extentOf(to);
  if (t > T || T === 0) return { t: T, position: T === 0 ? 0 : N };
  return { t, position: positionAcross(position, from.cell, to.cell) };
}

/** Playhead of another run, which moves evenly between the operations that both cells share. */
function playheadOf({ playhead, derived: first }: Gatescope, derived: () => Derived): Playhead {
  const at = (position: number): Cursor => cursorIn({ t: playhead.t, position }, first(), derived());
  return {
    get t() {
      return at(0).t;
    },
    get head() {
      const done = Math.floor(playhead.head);
      const low = at(done).position;
      return low + (playhead.head - done) * (at(done + 1).position - low);
    },
    subscribe: playhead.subscribe,
  };
}

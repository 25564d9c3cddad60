import assert from 'node:assert/strict';
import { checkInterventions } from '../../../src/engine/intervention/intervention.ts';
import { defaultInputs } from '../../../src/io/defaults.ts';
import { linkOf } from '../../../src/io/link.ts';
import { opened } from '../../../src/io/opening.ts';
import { variationOf } from '../../../src/io/variations.ts';
import { home } from '../../../src/presets/index.ts';
import { extentAmong, extentOf, lengthOfSignal } from '../../../src/store/cursor.ts';
import { createDerive } from '../../../src/store/derive.ts';
import { createGatescope, type Gatescope } from '../../../src/store/gatescope.ts';
import { redone, undone } from '../../../src/store/history.ts';
import { firstView, runView } from '../../../src/store/runView.ts';
import { shownMoment } from '../../../src/store/shownMoment.ts';
import type { Inputs, State, Variation } from '../../../src/store/state.ts';
import { Refusal } from '../../../src/text/refusal.ts';
import { type FakeClock, fakeClock } from '../fakeClock.ts';
import { intervening } from '../intervening.ts';
import type { Act } from './acts.ts';

/** A fresh instance with its clock. */
export function fresh(): { readonly gate: Gatescope; readonly clock: FakeClock } {
  const clock = fakeClock();
  const sequence = { kind: 'text', text: 'abcab', unit: 'characters', vocabulary: null } as const;
  return { gate: createGatescope({ clock, initial: { inputs: { ...defaultInputs, sequence } }, intervening }), clock };
}

/** Performs an action. A refusal must have changed nothing; any other error is rethrown. */
export function perform(act: Act, gate: Gatescope, clock: FakeClock): void {
  const before = gate.getState();
  try {
    act.run(gate, clock);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    assert.match(error.message, /^[A-Z“0-9−-].*[.!?]$/s);
    assert.equal(gate.getState(), before, 'a refusal changes nothing');
  }
}

/** Every cursor and selection refers to something that exists, and motion shows no other timestep. */
export function namesWhatExists({ getState, derived, playhead }: Gatescope, others: readonly Gatescope[] = []): void {
  const { cursor, selection, hover, playing } = getState();
  const now = derived();
  const { T, N } = extentAmong([now, ...others.map((other) => other.derived())]);
  const lengthOf = (key: string): number =>
    [now, ...others.map((other) => other.derived())].map((run) => lengthOfSignal(key, run)).find((n) => n !== null) ??
    0;
  for (const key of [selection.signal, hover]) if (key !== null) assert(lengthOf(key) > 0, `${key} is no slot`);
  const length = selection.signal === null ? now.sizes.H : lengthOf(selection.signal);
  assert(Number.isInteger(selection.unit) && selection.unit >= 0 && selection.unit < length, `unit ${selection.unit}`);
  assert(cursor.t >= Math.min(1, T) && cursor.t <= T && Number.isInteger(cursor.t), `t ${cursor.t}`);
  const { position } = cursor;
  assert(position >= 0 && position <= (T === 0 ? 0 : N) && Number.isInteger(position), `position ${position}`);
  assert.equal(playhead.t, cursor.t);
  assert(playhead.head >= 0 && playhead.head <= N, `playhead ${playhead.head}`);
  checkInterventions(now.free.tape, now.interventions);
  assert(T > 0 || !playing, 'nothing plays where there is nothing');
}

/** Runs beside the first. */
export const runsOf = (gate: Gatescope): readonly Gatescope[] =>
  (gate.getState().inputs.beside ?? []).map((_, k) => runView(gate, k));

/** Each run beside the first has a valid selection, computes the same numbers as alone, and steps with the first. */
export function runsInStep(gate: Gatescope): void {
  const { inputs, cursor } = gate.getState();
  namesWhatExists(firstView(gate));
  for (const [k, run] of runsOf(gate).entries()) {
    namesWhatExists(run);
    computesAnew(run);
    const { T } = extentOf(run.derived());
    assert.equal(run.getState().cursor.t, Math.min(cursor.t, T));
    const variation = inputs.beside?.[k] ?? {};
    const { weights, ...rest } = variationOf(inputs, run.getState().inputs);
    // weights that it does not name are taken over from the first run
    const shown = variation.weights ? { ...rest, ...(weights && { weights }) } : rest;
    assert.deepEqual(shown, stripped(inputs, variation));
  }
}

/** A variation without the values that it shares with the first run. */
const stripped = (first: Inputs, variation: Variation): Variation =>
  Object.fromEntries(Object.entries(variation).filter(([field, value]) => first[field as keyof Inputs] !== value));

/** Undo and redo restore the same inputs and history. */
export function undoesAndRedoes(state: State): void {
  const before = undone(state);
  const back = before && redone(before);
  if (!back) return;
  assert.equal(back.inputs, state.inputs);
  sameObjects(back.past, state.past);
  sameObjects(back.future, state.future);
}

/** Undo and redo restore the whole shown state: cursor, selection and numbers too. */
export function comesBack({ actions, getState, derived }: Gatescope): void {
  const { inputs, cursor, selection, before, view, past } = getState();
  if (past.length === 0) return;
  const { data } = derived().tape;
  actions.undo();
  actions.redo();
  const now = getState();
  assert.equal(now.inputs, inputs);
  assert.deepEqual({ ...now.cursor, ...now.selection }, { ...cursor, ...selection });
  assert.deepEqual([now.before, now.view], [before, view]);
  sameNumbers(derived().tape.data, data);
}

/** A link that is written, read and written again is the same. */
export async function linksToItself(gate: Gatescope): Promise<void> {
  const link = await linkOf(shownMoment(gate));
  if (!link.ok) return;
  const { moment, notices } = await opened(link.hash, home);
  assert.deepEqual(notices, []);
  const again = createGatescope({ initial: moment, clock: fakeClock(), intervening });
  assert.deepEqual(await linkOf(shownMoment(again)), link);
}

/** The shown numbers equal those computed from the inputs in a fresh instance. */
export function computesAnew({ getState, derived }: Gatescope): void {
  sameNumbers(createDerive(undefined, intervening)(getState().inputs).tape.data, derived().tape.data);
}

/** The gradient exists wherever the view shows one. */
export function takesGradient({ getState, derived, takeGradient }: Gatescope): void {
  const { view } = getState();
  if (view.shows === 'gradients' && derived().tape.length > 0) takeGradient(derived(), view);
}

function sameNumbers(a: ArrayLike<number>, b: ArrayLike<number>): void {
  assert.equal(a.length, b.length);
  for (let k = 0; k < a.length; k++) if (!Object.is(a[k], b[k])) assert.fail(`number ${k} is ${a[k]}, not ${b[k]}`);
}

function sameObjects(a: readonly unknown[], b: readonly unknown[]): void {
  assert(a.length === b.length && a.every((one, k) => one === b[k]), 'another history');
}

import { preActivationOf } from '../cell/slot.ts';
import { opOf } from '../ops/ops.ts';
import type { InitialStates } from './given.ts';
import { applyEdits } from './intervention/edit.ts';
import { givenSlot, stateEdits } from './intervention/edited.ts';
import { addMatrixVector, addPlain, addScaled } from './kernels.ts';
import type { Parameters } from './parameters.ts';
import type { MatrixRun, Program, Slot, Step } from './program.ts';
import { Tape } from './tape.ts';

/** The started tape with all its signals computed, or those from timestep `first` on; those before are there. */
export function computed(tape: Tape, first = 0): Tape {
  const { program, length: T } = tape;
  const { frameSize, inputEdits } = program;
  const from = Math.max(first, 1);
  if (first === 0) for (const edit of stateEdits(program)) actionOf(edit, tape)(0);
  for (const edit of inputEdits) {
    const action = actionOf(edit, tape);
    for (let t = from; t <= T; t++) action(t * frameSize);
  }
  startSums(tape, from);
  const actions = actionsOf(tape);
  for (let t = from; t <= T; t++) for (const action of actions) action(t * frameSize);
  return tape;
}

/** Writes into the pre-activations from timestep `from` on what needs no state: biases and products with x. */
export function startSums({ program, parameters, data, length: T }: Tape, from: number): void {
  const { frameSize, input } = program;
  const { start, offset } = biasesOf(program, parameters);
  for (let t = from; t <= T; t++) data.set(start, t * frameSize + offset);
  for (const run of input) {
    const product = matrixAction(run, parameters, data);
    for (let t = from; t <= T; t++) product(t * frameSize);
  }
}

/** The steps of a timestep whose sums are started, each bound to the tape. */
export const actionsOf = (tape: Tape): Action[] => tape.program.steps.map((step) => actionOf(step, tape));

/** The block of all pre-activations in a frame, which are side by side. */
export function sumsOf({ cell, slots }: Program): Slot {
  const layers = cell.signals.filter((signal) => signal.affine).map(({ id }) => slots.get(preActivationOf(id)));
  return { offset: layers[0]?.offset ?? 0, size: layers.reduce((n, slot) => n + (slot?.size ?? 0), 0) };
}

/**
 * A tape that holds what a run starts from: initial states and inputs, which fit the program; `over` is written over.
 * Throws where it belongs to another program or length.
 */
export function startedTape(
  program: Program,
  parameters: Parameters,
  x: ArrayLike<number>,
  initial: InitialStates,
  over?: Tape,
): Tape {
  const { sizes, frameSize } = program;
  const T = x.length / sizes.D;
  if (over && (over.program !== program || over.length !== T))
    throw new RangeError('The tape to be overwritten must have the same program and length');
  const data = over?.data ?? new Float64Array((T + 1) * frameSize);
  writeInitial(program, data, initial);
  const { offset } = givenSlot(program, 'x');
  for (let t = 0; t < T; t++)
    for (let k = 0; k < sizes.D; k++) data[(t + 1) * frameSize + offset + k] = x[t * sizes.D + k];
  return new Tape(program, parameters, data, T);
}

function writeInitial(program: Program, data: Float64Array, initial: InitialStates): void {
  for (const state of program.cell.states) {
    const { offset, size } = givenSlot(program, state.id);
    const given = initial[state.id];
    for (let k = 0; k < size; k++) data[offset + k] = given ? given[k] : state.initial;
  }
}

/** The start values of all pre-activations of a frame. */
function biasesOf(program: Program, parameters: Parameters): { start: Float64Array; offset: number } {
  const { offset, size } = sumsOf(program);
  const start = new Float64Array(size);
  for (const { parameter, out } of program.biases) start.set(parameters[parameter], out - offset);
  return { start, offset };
}

/** One step of the program bound to its weights and its tape; it takes the offset of a frame. */
export type Action = (frame: number) => void;

function actionOf(step: Step, { program, parameters, data }: Tape): Action {
  if (step.kind === 'matrix') return matrixAction(step.run, parameters, data);
  if (step.kind === 'edit') {
    const { source, out, size, edits } = step;
    return (frame) => {
      data.copyWithin(frame + out, frame + source, frame + source + size);
      applyEdits(edits, data, frame + out, frame / program.frameSize);
    };
  }
  if (step.kind === 'op') {
    const { out, a, b, size, constants } = step;
    const loop = opOf(step.op).forward;
    return (frame) => loop(data, frame + out, frame + a, frame + b, size, constants);
  }
  const { parameter, out, source, size } = step.term;
  if (parameter === null) return (frame) => addPlain(data, frame + out, frame + source, size);
  const p = parameters[parameter];
  return (frame) => addScaled(data, frame + out, p, frame + source, size);
}

function matrixAction(
  { out, source, columns, parameters: names }: MatrixRun,
  parameters: Parameters,
  data: Float64Array,
): Action {
  const rows = names.flatMap((name) => rowsOf(parameters[name], columns));
  const v = new Float64Array(columns);
  return (frame) => {
    for (let c = 0; c < columns; c++) v[c] = data[frame + source + c];
    addMatrixVector(data, frame + out, rows, v);
  };
}

/** A matrix as views of its rows. */
export function rowsOf(w: Float64Array, columns: number): Float64Array[] {
  return Array.from({ length: w.length / columns }, (_, r) => w.subarray(r * columns, (r + 1) * columns));
}

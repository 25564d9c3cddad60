import { preActivationOf } from '../cell/slot.ts';
import { opOf } from '../ops/ops.ts';
import { checkRun, type InitialStates } from './given.ts';
import { addMatrixVector, addPlain, addScaled } from './kernels.ts';
import type { Parameters } from './parameters.ts';
import type { MatrixRun, Program, Step } from './program.ts';
import { Tape } from './tape.ts';

/**
 * Runs the program over a sequence of T inputs (`x`: T·D numbers, row by row) and keeps every signal of every timestep.
 * A tape of the same program and length given as `over` is written over and returned in the new tape, which spares the
 * allocation. Throws a sentence where something is missing, of another length, unknown or not a finite number.
 */
export function runForward(
  program: Program,
  parameters: Parameters,
  x: ArrayLike<number>,
  initial: InitialStates = {},
  over?: Tape,
): Tape {
  checkRun(program, parameters, x, initial);
  return computed(startedTape(program, parameters, x, initial, over));
}

/** The started tape with all its signals computed. */
export function computed(tape: Tape): Tape {
  const { program, parameters, data, length: T } = tape;
  const { frameSize, input, steps } = program;
  const { start, offset } = biasesOf(program, parameters);
  for (let t = 1; t <= T; t++) data.set(start, t * frameSize + offset);
  for (const run of input) {
    const product = matrixAction(run, parameters, data);
    for (let t = 1; t <= T; t++) product(t * frameSize);
  }
  const actions = steps.map((step) => actionOf(step, parameters, data));
  for (let t = 1; t <= T; t++) for (const action of actions) action(t * frameSize);
  return tape;
}

/** Computes all signals of a started tape in another way than `runForward`; false where it cannot. */
export type Fill = (tape: Tape) => boolean;

/** The run in single precision by `fill`, and as `runForward` has it where there is none or where that cannot. */
export function runSingle(
  fill: Fill | null,
  program: Program,
  parameters: Parameters,
  x: ArrayLike<number>,
  initial: InitialStates = {},
): Tape {
  checkRun(program, parameters, x, initial);
  if (fill) {
    const { data, length } = startedTape(program, parameters, x, initial);
    const tape = new Tape(program, parameters, data, length, 'float32');
    if (fill(tape)) return tape;
  }
  return computed(startedTape(program, parameters, x, initial));
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
    throw new RangeError('A tape can only be written over by a run of its own program and length');
  const data = over?.data ?? new Float64Array((T + 1) * frameSize);
  writeInitial(program, data, initial);
  for (let t = 0; t < T; t++) for (let k = 0; k < sizes.D; k++) data[(t + 1) * frameSize + k] = x[t * sizes.D + k];
  return new Tape(program, parameters, data, T);
}

function writeInitial({ cell, slots }: Program, data: Float64Array, initial: InitialStates): void {
  for (const state of cell.states) {
    const { offset, size } = slots.get(state.id) as { offset: number; size: number };
    const given = initial[state.id];
    for (let k = 0; k < size; k++) data[offset + k] = given ? given[k] : state.initial;
  }
}

/** What all pre-activations of a frame start from: they stand side by side, so it is one block. */
function biasesOf({ cell, slots, biases }: Program, parameters: Parameters): { start: Float64Array; offset: number } {
  const layers = cell.signals.filter((signal) => signal.affine).map(({ id }) => slots.get(preActivationOf(id)));
  const offset = layers[0]?.offset ?? 0;
  const start = new Float64Array(layers.reduce((n, slot) => n + (slot?.size ?? 0), 0));
  for (const { parameter, out } of biases) start.set(parameters[parameter], out - offset);
  return { start, offset };
}

/** One step of the program bound to its weights and its tape; it takes the offset of a frame. */
type Action = (frame: number) => void;

function actionOf(step: Step, parameters: Parameters, data: Float64Array): Action {
  if (step.kind === 'matrix') return matrixAction(step.run, parameters, data);
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

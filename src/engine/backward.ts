import { givenSlot, stateEdits } from './intervention/edited.ts';
import type { Parameters } from './parameters.ts';
import { type Reversal, reverseMatrix, reverseOf } from './reverse.ts';
import { rowsIn, Tape } from './tape.ts';

/**
 * dL/d(signal) from outside the cell: T·n numbers by signal (0 for signals left out), or a function that adds to the frames
 * of the adjoint tape.
 */
export type Seed = Readonly<Record<string, ArrayLike<number>>> | ((adjoint: Tape) => void);

/** Options of `runBackward`. */
export interface BackwardOptions {
  /** Truncated BPTT: no state carries a gradient back across a timestep that is a multiple of `window`. Default: no truncation. */
  readonly window?: number | undefined;
  /** An adjoint tape of the same program and length, to be overwritten. */
  readonly over?: Tape;
}

/** All derivatives of a loss L. */
export interface Gradients {
  /** dL/d(every signal), pre-activations included, at every timestep. Derivatives are total: later effects count. */
  readonly adjoint: Tape;
  /** dL/d(parameters) by name, row-major. */
  readonly parameters: Parameters;
  /** dL/dx, T·D numbers. */
  readonly x: Float64Array;
  /** dL/d(initial states) by state. */
  readonly initial: Readonly<Record<string, Float64Array>>;
}

/**
 * Backpropagation through time (BPTT, Werbos 1990) from the last timestep of `tape` to the first, with the parameters of the
 * run. With `window` it is truncated (Williams & Peng 1990): the states that a window starts from count as constants. Throws
 * an error if a length or the window does not fit.
 */
export function runBackward(
  tape: Tape,
  seed: Seed,
  { window = Number.POSITIVE_INFINITY, over }: BackwardOptions = {},
): Gradients {
  const { program, parameters, length: T } = tape;
  const { cell, frameSize, steps, input, biases, inputEdits } = program;
  if (!(window >= 1 && (Number.isInteger(window) || window === Number.POSITIVE_INFINITY)))
    throw new RangeError(`The window of a truncated gradient is ${window}; it must be a whole number from 1`);
  const adjoint = planted(seed, tape, over);
  const grad = adjoint.data;
  const gradients = Object.fromEntries(
    cell.parameters.map(({ name }) => [name, new Float64Array(parameters[name].length)]),
  );
  const reversal: Reversal = { parameters, frameSize, data: tape.data, grad, gradients };

  const actions = steps.map((step) => reverseOf(step, reversal)).reverse();
  const held = new Float64Array(frameSize);
  for (let t = T; t >= 1; t--) {
    const frame = t * frameSize;
    const cut = t > 1 && (t - 1) % window === 0;
    if (cut) for (let k = 0; k < frameSize; k++) held[k] = grad[frame - frameSize + k];
    for (const action of actions) action(frame);
    if (cut) grad.set(held, frame - frameSize);
  }
  for (const edit of stateEdits(program).toReversed()) reverseOf(edit, reversal)(0);
  for (const run of input) {
    const action = reverseMatrix(run, reversal);
    for (let t = 1; t <= T; t++) action(t * frameSize);
  }
  for (const edit of inputEdits.toReversed()) {
    const action = reverseOf(edit, reversal);
    for (let t = 1; t <= T; t++) action(t * frameSize);
  }
  for (const { parameter, out } of biases) {
    const sum = gradients[parameter];
    for (let t = 1; t <= T; t++) for (let k = 0; k < sum.length; k++) sum[k] += grad[t * frameSize + out + k];
  }
  return {
    adjoint,
    parameters: gradients,
    x: rowsIn(adjoint, givenSlot(program, 'x')),
    initial: Object.fromEntries(
      cell.states.map(({ id }) => {
        const { offset, size } = givenSlot(program, id);
        return [id, grad.slice(offset, offset + size)];
      }),
    ),
  };
}

/** An adjoint tape that holds the seed alone. */
function planted(seed: Seed, { program, parameters, length, data }: Tape, over?: Tape): Tape {
  if (over && (over.program !== program || over.length !== length || over.data === data))
    throw new RangeError('The adjoint to be overwritten must have the same program and length, and numbers of its own');
  const adjoint = new Tape(program, parameters, over?.data.fill(0) ?? new Float64Array(data.length), length);
  if (typeof seed === 'function') seed(adjoint);
  else
    for (const [signal, values] of Object.entries(seed)) {
      const { size } = adjoint.slot(signal);
      if (values.length !== length * size)
        throw new RangeError(`dL/d${signal} needs ${length * size} numbers, not ${values.length}`);
      for (let t = 1; t <= length; t++) {
        const row = adjoint.values(signal, t);
        for (let k = 0; k < size; k++) row[k] = values[(t - 1) * size + k];
      }
    }
  return adjoint;
}

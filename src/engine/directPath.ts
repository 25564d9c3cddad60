import type { Cell } from '../cell/cell.ts';
import type { Ref } from '../cell/slot.ts';
import { opOf } from '../ops/ops.ts';
import { reverseOf } from './reverse.ts';
import type { Tape } from './tape.ts';

/** The derivative of a state along its direct path, which passes no layer, unit by unit. */
export interface DirectPath {
  /** ∂(state at t)/∂(state at t − 1) along this path: T·n numbers, for an LSTM's C the forget gates. */
  readonly factors: Float64Array;
  /** The products of the factors from timestep k + 1 to T, for k = 0…T: (T + 1)·n numbers. */
  readonly toLast: Float64Array;
}

/**
 * The direct path of a state: its derivative through pointwise operations alone, all layers (gates, candidates) held
 * constant. This is the constant error carousel of Hochreiter & Schmidhuber (1997), with the forget gate of later LSTMs on
 * it. Null if every path leads through a layer, as in a plain RNN.
 */
export function directPathOf({ program, data, length }: Tape, state: string): DirectPath | null {
  const slot = program.slots.get(state);
  if (!slot || !pointwiseFrom(program.cell, state).has(state)) return null;
  const { offset, size } = slot;
  const { frameSize, steps } = program;
  const grad = new Float64Array(data.length);
  const actions = steps
    .filter((step) => (step.kind === 'op' && opOf(step.op).scalar) || step.kind === 'edit')
    .map((step) => reverseOf(step, { parameters: {}, frameSize, data, grad, gradients: null }))
    .reverse();
  const factors = new Float64Array(length * size);
  const toLast = new Float64Array((length + 1) * size).fill(1);
  for (let t = length; t >= 1; t--) {
    const frame = t * frameSize;
    grad.fill(0, frame - frameSize, frame + frameSize);
    grad.fill(1, frame + offset, frame + offset + size);
    for (const action of actions) action(frame);
    for (let k = 0; k < size; k++) {
      const at = (t - 1) * size + k;
      factors[at] = grad[frame - frameSize + offset + k];
      toLast[at] = factors[at] * toLast[at + size];
    }
  }
  return { factors, toLast };
}

/** The signals that the last value of a state reaches through pointwise operations. */
function pointwiseFrom({ signals }: Cell, state: string): ReadonlySet<string> {
  const reached = new Set<string>();
  const carries = ({ kind, id }: Ref): boolean =>
    kind === 'previous' ? id === state : kind === 'signal' && reached.has(id);
  for (const { id, op, args } of signals) if (opOf(op).scalar && args.some(carries)) reached.add(id);
  return reached;
}

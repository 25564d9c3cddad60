import { headForward } from '../engine/head.ts';
import { sequenceOf, type Tape } from '../engine/tape.ts';
import { misfitOf } from '../io/fitting.ts';
import type { OutputHead } from '../io/moment.ts';
import type { OutputRow } from '../notation/outputs.ts';
import { softmax } from '../ops/softmax.ts';

/** The answers of the head over a run. */
export interface Predictions {
  readonly head: OutputHead;
  /** y = W h + b: T rows of K numbers. */
  readonly y: Float64Array;
  /** Softmax of y, row by row, where classes are asked; otherwise null. */
  readonly probabilities: Float64Array | null;
}

/** The outputs at every timestep; null without a head, or with one for another number of units. */
export function predictionsOf(head: OutputHead | null, tape: Tape): Predictions | null {
  const { cell, sizes } = tape.program;
  if (!head || misfitOf(head, sizes.H)) return null;
  const K = head.outputs.length;
  const y = headForward(head, sequenceOf(tape, cell.output));
  if (head.asks === 'value') return { head, y, probabilities: null };
  const probabilities = new Float64Array(y.length);
  for (let at = 0; at < y.length; at += K) probabilities.set(softmax(y.subarray(at, at + K)), at);
  return { head, y, probabilities };
}

/** The outputs of timestep t, from 1. */
export function rowAt({ head, y, probabilities }: Predictions, t: number): OutputRow {
  const K = head.outputs.length;
  const row = (values: Float64Array): Float64Array => values.subarray((t - 1) * K, t * K);
  return { y: row(y), probabilities: probabilities && row(probabilities) };
}

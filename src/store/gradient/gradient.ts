import { slotOf } from '../../cell/slot.ts';
import { runBackward } from '../../engine/backward.ts';
import { headBackward } from '../../engine/head.ts';
import type { Tape } from '../../engine/tape.ts';
import { likeliest } from '../../notation/outputs.ts';
import type { Derived } from '../derive.ts';
import { memoizeLast } from '../memoizeLast.ts';
import { rowAt } from '../predictions.ts';
import type { View } from '../state.ts';

/** The objective L of the gradients: a single number at the end of the run. */
export interface Objective {
  /** The log-probability of a class, an output itself, or without a head a unit of the hidden state. */
  readonly kind: 'class' | 'value' | 'unit';
  /** The class, the output or the unit, from 0. */
  readonly output: number;
  /** The timestep, from 1. */
  readonly t: number;
}

/** dL/d(everything) of a run. */
export interface Gradient {
  readonly of: Objective;
  /** The total derivatives, laid out like the tape. */
  readonly adjoint: Tape;
  /** dL/dh at the timestep of L, by L alone. */
  readonly direct: Float64Array;
  /** The largest size among all signals and inputs of all timesteps; 0 where all of them are 0. */
  readonly largest: number;
}

/** The gradient that a view asks for; the same question about the same run gives the same object. Null without timesteps. */
export type TakeGradient = (derived: Derived, view: Pick<View, 'output' | 'outputAt'>) => Gradient | null;

/** A gradient taker that remembers its last result. */
export function createTakeGradient(): TakeGradient {
  const take = memoizeLast(gradientOf);
  return ({ tape, predictions }, { output, outputAt }) =>
    tape.length === 0 ? null : take(tape, predictions, output, outputAt);
}

function gradientOf(
  tape: Tape,
  predictions: Derived['predictions'],
  output: number | null,
  outputAt: number | null,
): Gradient {
  const { cell, slots } = tape.program;
  const of = objectiveOf(tape, predictions, output, outputAt);
  const direct = directOf(of, tape, predictions);
  const { adjoint } = runBackward(tape, (seed) => seed.values(cell.output, of.t).set(direct));
  let largest = 0;
  for (const id of [...slots.keys()].filter((slot) => slotOf(slot).kind !== 'preActivation'))
    for (let t = 0; t <= tape.length; t++)
      for (const value of adjoint.values(id, t))
        if (Number.isFinite(value)) largest = Math.max(largest, Math.abs(value));
  return { of, adjoint, direct, largest };
}

function objectiveOf(
  tape: Tape,
  predictions: Derived['predictions'],
  output: number | null,
  outputAt: number | null,
): Objective {
  const t = Math.min(outputAt ?? tape.length, tape.length);
  const kind = predictions?.head.asks ?? 'unit';
  const count = predictions?.head.outputs.length ?? tape.slot(tape.program.cell.output).size;
  const usual = predictions && kind === 'class' ? likeliest(rowAt(predictions, t).y) : 0;
  return { kind, output: Math.min(output ?? usual, count - 1), t };
}

/** d log pₖ/dy = (1 at k) − p; d yₖ/dy = (1 at k); then Wᵀ hands it to h. */
function directOf({ kind, output, t }: Objective, tape: Tape, predictions: Derived['predictions']): Float64Array {
  const h = tape.values(tape.program.cell.output, t);
  if (!predictions) return h.map((_, k) => (k === output ? 1 : 0));
  const { y, probabilities } = rowAt(predictions, t);
  const outputs = Float64Array.from(
    y,
    (_, k) => (k === output ? 1 : 0) - (kind === 'class' ? (probabilities?.[k] ?? 0) : 0),
  );
  return headBackward(predictions.head, h, outputs).h;
}

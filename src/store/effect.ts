import { parting } from '../analysis/parting.ts';
import { slotOf } from '../cell/slot.ts';
import type { Wire } from '../engine/intervention/intervention.ts';
import { type EffectOn, effectSentence } from '../notation/effect.ts';
import { unitLabel } from '../notation/unitLabel.ts';
import type { Derived } from './derive.ts';
import { rowAt } from './predictions.ts';
import type { Pin } from './state.ts';

/** The effect of interventions on a run. */
export interface Effect {
  /** One line on the answer at the timestep and on the first signal that changes as a consequence. */
  readonly sentence: string;
  /** The first value that changes as a consequence, without an intervention of its own; null if there is none. */
  readonly first: ReturnType<typeof parting>;
  readonly answer: EffectOn | null;
}

/** The effect of the interventions that act on the answer at timestep t. */
export function effectOf(
  {
    free,
    tape,
    predictions,
    interventions,
    encoded,
  }: Pick<Derived, 'free' | 'tape' | 'predictions' | 'interventions' | 'encoded'>,
  t: number,
): Effect {
  const { cell } = tape.program;
  const first = parting(free.tape, tape, 0, 0, (signal, at) => interventions.some((one) => forces(one, signal, at)));
  const ref = first?.signal === 'x' ? ({ kind: 'input', id: 'x' } as const) : null;
  const label = first && unitLabel(cell, ref ?? { kind: 'signal', id: first.signal }, first.unit, encoded.features);
  const answer =
    t > 0 && predictions && free.predictions
      ? {
          timestep: t,
          outputs: predictions.head.outputs,
          free: rowAt(free.predictions, t),
          changed: rowAt(predictions, t),
        }
      : null;
  const sentence = effectSentence(answer, first && label !== null ? { label, timestep: first.timestep } : null);
  return { sentence, first, answer };
}

/** True if an active intervention forces a signal at a timestep, as seen by all its readers. */
export const forces = (pin: Pin, signal: string, t: number): boolean =>
  pin.to === null && slotOf(pin.key).id === signal && activeAt(pin, t);

/** The wires with an active intervention at a timestep. */
export const changedWires = (pins: readonly Pin[], t: number): readonly Wire[] =>
  pins.flatMap((pin) => (pin.to !== null && activeAt(pin, t) ? [{ key: pin.key, to: pin.to }] : []));

const activeAt = ({ from, until, off }: Pin, t: number): boolean => !off && t >= from && t <= (until ?? t);

import { announcementOf } from '../notation/announcement.ts';
import { answerText } from '../notation/outputs.ts';
import type { Derived } from './derive.ts';
import type { Gradient } from './gradient/gradient.ts';
import { objectiveName } from './gradient/objectiveName.ts';
import { heldWords } from './pinWords.ts';
import { rowAt } from './predictions.ts';
import type { Cursor } from './state.ts';

/** A moment of a run in one sentence, or a few where interventions hold what was just computed. */
export function announced(
  { cell, tape, encoded, predictions, interventions }: Derived,
  gradient: Gradient | null,
  { t, position }: Cursor,
  unit: number,
): string {
  const answer = predictions && t > 0 ? answerText(predictions.head.outputs, rowAt(predictions, t)) : undefined;
  const message = announcementOf(cell, gradient?.adjoint ?? tape, {
    t,
    position,
    unit,
    token: [encoded.tokens[t - 1] ?? '', ...(encoded.labels ? [encoded.labels[t - 1]] : [])].join(', '),
    answer,
    gradientOf: gradient ? objectiveName(gradient.of, cell, predictions) : undefined,
  });
  const computed = cell.signals[Math.min(position, cell.signals.length) - 1];
  const changes = computed && t > 0 ? heldWords(cell, interventions, computed.id, t, unit) : [];
  return [message, ...changes.map((change) => `${change}.`)].join(' ');
}

import { STEPS } from './answerCode.ts';

/** The answers that are possible: one of several options, or a value from `low` to `high`. */
export type Axis =
  | { readonly kind: 'options'; readonly labels: readonly string[] }
  | { readonly kind: 'values'; readonly low: number; readonly high: number };

/**
 * An answer as the step of a code, see `CodedAnswer`; null where there are too many options for one. A value beyond the axis
 * counts as its end.
 */
export function stepOf(axis: Axis, answer: number): number | null {
  if (axis.kind === 'options') return answer >= 0 && answer < STEPS ? answer : null;
  const share = (answer - axis.low) / (axis.high - axis.low);
  return Math.round(100 * Math.min(Math.max(share, 0), 1));
}

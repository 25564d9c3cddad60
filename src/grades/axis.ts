import { STEPS } from './answerCode.ts';

/** The answers that are possible: one of several options, or a value from `low` to `high`. */
export type Axis =
  | { readonly kind: 'options'; readonly labels: readonly string[] }
  | { readonly kind: 'values'; readonly low: number; readonly high: number };

/** An answer as the step of a code, see `CodedAnswer`; null where there are too many options for one. */
export function stepOf(axis: Axis, answer: number): number | null {
  const step = axis.kind === 'options' ? answer : Math.round((100 * (answer - axis.low)) / (axis.high - axis.low));
  return step >= 0 && step < STEPS ? step : null;
}

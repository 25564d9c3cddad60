import * as v from 'valibot';
import { matching } from '../text/matching.ts';
import { type Answers, MAX_COUNTED, NONCES } from './book.ts';
import { CHECKS } from './place.ts';

/** The longest state that a learning system keeps (SCORM 1.2, `cmi.suspend_data`), in characters. */
export const MAX_STATE = 4096;

/** Answers as a learning system keeps them between two visits: `[question, answer, sure, right, nonce]` by place. */
export interface AnswersState {
  readonly format: 'gatescope/answers';
  readonly version: 1;
  readonly answers: Readonly<Record<string, readonly [number, number, 0 | 1, 0 | 1, number]>>;
}

const below = (end: number) => v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(end - 1));
const bit = v.picklist([0, 1]);

const stateSchema = v.object({
  format: v.literal('gatescope/answers'),
  version: v.literal(1),
  answers: v.pipe(
    v.custom<object>(
      (all) => typeof all === 'object' && all !== null && !Array.isArray(all) && Object.keys(all).length <= MAX_COUNTED,
    ),
    v.record(
      v.pipe(v.string(), v.maxLength(8)),
      v.strictTuple([below(CHECKS), v.pipe(v.number(), v.finite()), bit, bit, below(NONCES)]),
    ),
  ),
});

const flag = (value: boolean): 0 | 1 => (value ? 1 : 0);

/** Answers as a state to be kept. Guessed values keep six digits. */
export const stateOf = (answers: Answers): AnswersState => ({
  format: 'gatescope/answers',
  version: 1,
  answers: Object.fromEntries(
    Object.entries(answers).map(([place, { of, answer, sure, right, nonce }]) => [
      place,
      [of, Number(answer.toPrecision(6)), flag(sure), flag(right), nonce],
    ]),
  ),
});

/** The answers in a state from outside, as an object or as its JSON; null where it is something else. */
export function answersIn(state: unknown): Answers | null {
  const read = matching(stateSchema, typeof state === 'string' ? parsed(state) : state);
  if (!read) return null;
  return Object.fromEntries(
    Object.entries(read.answers).map(([place, [of, answer, sure, right, nonce]]) => [
      place,
      { of, answer, sure: sure === 1, right: right === 1, nonce },
    ]),
  );
}

function parsed(text: string): unknown {
  try {
    return text.length <= MAX_STATE ? JSON.parse(text) : null;
  } catch {
    return null;
  }
}

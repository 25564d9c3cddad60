import { hashOf } from '../text/hash.ts';

/** Checks of questions are whole numbers from 0 to below this. */
export const CHECKS = 2 ** 10;

/** A number that tells questions apart: equal for equal texts, otherwise different except by a chance of one in 1,024. */
export function questionCheck(question: string): number {
  const h = hashOf(question);
  return ((h ^ (h >>> 10) ^ (h >>> 20) ^ (h >>> 30)) >>> 0) % CHECKS;
}

/** The place of a question within a lesson, in few characters; the same as long as the question is. */
export const placeOf = (question: string): string => hashOf(question).toString(36);

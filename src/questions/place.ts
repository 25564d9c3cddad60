import { placeOf, questionCheck } from '../grades/place.ts';
import type { Question } from './question.ts';

/** The place of a question among the answers of a reader. */
export const placeOfQuestion = ({ idea, form, seed }: Pick<Question, 'idea' | 'form' | 'seed'>): string =>
  placeOf(`ask ${idea} ${form} ${seed}`);

/** The check of a question: another text or other options make another question. */
export const checkOf = ({ ask, options }: Question): number =>
  questionCheck([ask, ...options.map(({ text }) => text)].join('\n'));

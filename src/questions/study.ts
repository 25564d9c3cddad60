import { csvFormat, csvParse } from 'd3-dsv';
import { questionOf } from './make.ts';
import { isRightOption, type Question } from './question.ts';

/** The tests of the study kit, taken before and after. */
export const studyTests = ['pre', 'post'] as const;
export type StudyTest = (typeof studyTests)[number];

/** The ideas of the eight items, each with the forms in which the two tests ask about it: never the same. */
const ITEMS: readonly (readonly [idea: string, pre: number, post: number])[] = [
  ['forget-gate', 0, 2],
  ['gates-are-shares', 1, 0],
  ['output-gate-hides', 0, 1],
  ['cell-state-grows', 2, 0],
  ['shared-weights', 2, 0],
  ['units-and-timesteps', 0, 1],
  ['layers-have-weights', 1, 0],
  ['vanishing-gradient', 2, 0],
];

/** Fixed, so that every class takes the same tests. */
const SEEDS: Readonly<Record<StudyTest, number>> = { pre: 1900, post: 2015 };

/** The eight items of a test. */
export const studyItems = (test: StudyTest): readonly Question[] =>
  ITEMS.map(([idea, pre, post], k) => questionOf(idea, test === 'pre' ? pre : post, SEEDS[test] + k));

/** One answer of a student, a row of the CSV. */
export interface StudyAnswer {
  /** The code name of the student: a word of their own choice that joins both tests. */
  readonly student: string;
  readonly test: StudyTest;
  /** Counted from 1. */
  readonly item: number;
  /** The number of the chosen option, from 1. */
  readonly chosen: number;
  readonly sure: boolean;
}

const COLUMNS = ['student', 'test', 'item', 'idea', 'chosen', 'right', 'sure'] as const;

/** True if an answer is right. */
export function isRight({ test, item, chosen }: Omit<StudyAnswer, 'student' | 'sure'>): boolean {
  const option = studyItems(test)[item - 1]?.options[chosen - 1];
  return option !== undefined && isRightOption(option);
}

/** Answers as CSV, a row each. */
export const answersCsv = (answers: readonly StudyAnswer[]): string =>
  `${csvFormat(
    answers.map((answer) => ({
      ...answer,
      idea: ITEMS[answer.item - 1][0],
      right: isRight(answer) ? 1 : 0,
      sure: answer.sure ? 1 : 0,
    })),
    [...COLUMNS],
  )}\n`;

/** The answers of a CSV, or a sentence that names the first row that cannot be used. Whether they are right is computed. */
export function readAnswers(text: string): readonly StudyAnswer[] | string {
  const rows = csvParse(text);
  const missing = (['student', 'test', 'item', 'chosen'] as const).filter((name) => !rows.columns.includes(name));
  if (missing.length > 0) return `The column ${missing.map((name) => `“${name}”`).join(' and ')} is missing.`;
  const answers: StudyAnswer[] = [];
  for (const [k, { student, test, item, chosen, sure }] of rows.entries()) {
    const known = studyTests.find((one) => one === test);
    const options = known && studyItems(known)[Number(item) - 1]?.options;
    if (!known || !options?.[Number(chosen) - 1])
      return `Row ${k + 2} is not an answer: it needs a test (pre or post), an item from 1 to ${ITEMS.length} and one of its options.`;
    answers.push({
      student: student.trim(),
      test: known,
      item: Number(item),
      chosen: Number(chosen),
      sure: sure === '1',
    });
  }
  return answers;
}

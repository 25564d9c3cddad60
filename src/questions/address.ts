import { entriesIn, queryOf } from '../io/query.ts';
import { quoted } from '../io/reading.ts';
import { ideas } from './ideas/index.ts';
import { questionOf } from './make.ts';
import type { Question } from './question.ts';
import { studyTests } from './study.ts';

/** The part of an address after the # for one question; forms are counted from 1 there. */
export const questionHash = ({ idea, form, seed }: Question): string =>
  queryOf(
    new Map([
      ['idea', idea],
      ['form', String(form + 1)],
      ['seed', String(seed)],
    ]),
  );

/** The keys by which an address of the page of questions names what it opens. */
const OPENS = ['test', 'idea'] as const;

/** A sentence on an address, after its #, that names nothing of the page of questions; null where it names something or is empty. */
export function unknownInHash(hash: string): string | null {
  const entries = entriesIn(hash);
  const test = entries.get('test');
  const known = 'Write #test=pre or #test=post for a test, #idea=forget-gate for a question, nothing for practice.';
  if (test !== undefined) return isTest(test) ? null : `There is no test ${quoted(test)}. ${known}`;
  if (entries.size === 0 || OPENS.some((key) => entries.has(key))) return null;
  return `This address names no test and no question: ${quoted(hash)}. ${known}`;
}

const isTest = (name: string): boolean => studyTests.some((one) => one === name);

/** The question that an address names after its #, a sentence where it names none that exists, null where it names none. */
export function questionInHash(hash: string): Question | string | null {
  const entries = entriesIn(hash);
  const idea = entries.get('idea');
  if (idea === undefined) return null;
  if (!ideas.some(({ id }) => id === idea))
    return `There is no idea ${quoted(idea)}. The ideas are ${ideas.map(({ id }) => id).join(', ')}.`;
  const [form, seed] = [entries.get('form') ?? '1', entries.get('seed') ?? '0'];
  if (!/^[123]$/.test(form)) return `The form is ${quoted(form)}; it must be 1, 2 or 3.`;
  if (!/^\d{1,9}$/.test(seed)) return `The seed is ${quoted(seed)}; it must be a whole number from 0 to 999999999.`;
  return questionOf(idea, Number(form) - 1, Number(seed));
}

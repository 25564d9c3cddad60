import * as v from 'valibot';
import { matching } from '../text/matching.ts';
import { ideas } from './ideas/index.ts';
import { ideaOf } from './make.ts';

/** One answer of a reader who practises. */
export interface PracticeAnswer {
  readonly idea: string;
  readonly form: number;
  readonly right: boolean;
  readonly sure: boolean;
  /** True for an answer in a lesson; the page of practice numbers its own questions. */
  readonly inLesson?: boolean | undefined;
}

/** The answers of a reader so far, oldest first, and the seed from which their questions are drawn. */
export interface Progress {
  readonly seed: number;
  readonly answers: readonly PracticeAnswer[];
}

/** The status of an idea for a reader: not asked yet, wrong at the last question, right at it, or right twice in a row. */
export type IdeaStatus = 'new' | 'slipping' | 'begun' | 'firm';

/** So many answers are kept; older ones no longer say much. */
const KEPT = 400;
/** Right answers in a row after which an idea counts as firm. */
const IN_A_ROW = 2;
const ORDER: readonly IdeaStatus[] = ['slipping', 'new', 'begun', 'firm'];
/** An idea comes back after at least so many others, so that the answer is not merely repeated. */
const APART = 2;

const progressSchema = v.object({
  format: v.literal('gatescope/practice'),
  version: v.literal(1),
  seed: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0xffff)),
  answers: v.pipe(
    v.array(
      v.object({
        idea: v.string(),
        form: v.picklist([0, 1, 2]),
        right: v.boolean(),
        sure: v.boolean(),
        inLesson: v.optional(v.boolean()),
      }),
    ),
    v.maxLength(KEPT),
  ),
});

/** Progress as a text to be kept. */
export const progressText = (progress: Progress): string =>
  JSON.stringify({ format: 'gatescope/practice', version: 1, ...progress });

/** The progress of a kept text; null where it is none. Ideas that no longer exist are left out. */
export function readProgress(text: string): Progress | null {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return null;
  }
  const read = matching(progressSchema, json);
  return read && { seed: read.seed, answers: read.answers.filter(({ idea }) => ideaOf(idea)) };
}

/** The progress after one more answer. */
export const withAnswer = ({ seed, answers }: Progress, answer: PracticeAnswer): Progress => ({
  seed,
  answers: [...answers, answer].slice(-KEPT),
});

/** The status of an idea for the reader. */
export function statusOf({ answers }: Progress, idea: string): IdeaStatus {
  const last = answers.filter((answer) => answer.idea === idea).slice(-IN_A_ROW);
  if (last.length === 0) return 'new';
  if (!last.at(-1)?.right) return 'slipping';
  return last.length === IN_A_ROW && last.every(({ right }) => right) ? 'firm' : 'begun';
}

/**
 * The question that comes next: ideas that slip first, those missed with confidence before others, then new ones in
 * their order, then the others, the longest unasked first. Forms take turns.
 */
export function nextQuestion(progress: Progress): {
  readonly idea: string;
  readonly form: number;
  readonly seed: number;
} {
  const { seed, answers } = progress;
  const recent = new Set(answers.slice(-APART).map(({ idea }) => idea));
  const lastAt = (idea: string): number => answers.findLastIndex((answer) => answer.idea === idea);
  const rank = (idea: string): number => {
    const status = statusOf(progress, idea);
    return status === 'slipping' && answers[lastAt(idea)].sure ? -1 : ORDER.indexOf(status);
  };
  const [{ id }] = ideas
    .filter((idea) => !recent.has(idea.id))
    .toSorted((a, b) => rank(a.id) - rank(b.id) || lastAt(a.id) - lastAt(b.id));
  const asked = answers.filter(({ idea }) => idea === id).length;
  return { idea: id, form: asked % 3, seed: seed * 1000 + answers.length };
}

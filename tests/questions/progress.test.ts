import { describe, expect, it } from 'vitest';
import { ideas } from '../../src/questions/ideas/index.ts';
import {
  nextQuestion,
  type PracticeAnswer,
  type Progress,
  progressText,
  readProgress,
  statusOf,
  withAnswer,
} from '../../src/questions/progress.ts';

const fresh: Progress = { seed: 5, answers: [] };

/** Answers the next `n` questions rightly or wrongly, surely or unsurely. */
function practised(
  n: number,
  right: (idea: string, k: number) => boolean,
  sure: (idea: string) => boolean = () => false,
): { readonly progress: Progress; readonly asked: readonly PracticeAnswer[] } {
  let progress = fresh;
  for (let k = 0; k < n; k++) {
    const { idea, form } = nextQuestion(progress);
    progress = withAnswer(progress, { idea, form, right: right(idea, k), sure: sure(idea) });
  }
  return { progress, asked: progress.answers };
}

describe('practice', () => {
  it('asks about every idea, in their order, before any comes back to a reader who is right', () => {
    const { asked } = practised(ideas.length, () => true);
    expect(asked.map(({ idea }) => idea)).toEqual(ideas.map(({ id }) => id));
  });

  it('keeps which answers were given in a lesson, so that its own questions are numbered from 1', () => {
    const answer = { idea: 'forget-gate', form: 0, right: true, sure: true };
    const progress = withAnswer(withAnswer(fresh, { ...answer, inLesson: true }), answer);
    expect(readProgress(progressText(progress))).toEqual(progress);
  });

  it('never asks about an idea again before two others', () => {
    const { asked } = practised(100, (_, k) => k % 3 !== 0);
    for (let k = 2; k < asked.length; k++)
      expect(new Set([asked[k].idea, asked[k - 1].idea, asked[k - 2].idea]).size).toBe(3);
  });

  it('brings back what slipped first, and what was missed with confidence before that', () => {
    const [first, second, third] = ideas.map(({ id }) => id);
    const { progress } = practised(
      3,
      (idea) => idea === third,
      (idea) => idea === second,
    );
    const next = nextQuestion({ ...progress, answers: [...progress.answers, ...progress.answers.slice(2)] });
    expect(next.idea).toBe(second);
    expect(nextQuestion({ ...progress, answers: progress.answers.map((a) => ({ ...a, sure: false })) }).idea).toBe(
      first,
    );
  });

  it('takes turns between the three forms and draws new numbers each time', () => {
    const { asked } = practised(80, () => false);
    for (const { id } of ideas) {
      const forms = asked.filter(({ idea }) => idea === id).map(({ form }) => form);
      expect(forms).toEqual(forms.map((_, k) => k % 3));
    }
    expect(nextQuestion(practised(1, () => true).progress).seed).not.toBe(nextQuestion(fresh).seed);
  });

  it('counts an idea as firm after two right answers in a row, and no longer after a wrong one', () => {
    const [{ id }] = ideas;
    const after = (...rights: readonly boolean[]) =>
      statusOf({ seed: 1, answers: rights.map((right) => ({ idea: id, form: 0, right, sure: true })) }, id);
    expect(after()).toBe('new');
    expect(after(true)).toBe('begun');
    expect(after(true, true)).toBe('firm');
    expect(after(true, true, false)).toBe('slipping');
    expect(after(false, true)).toBe('begun');
  });

  it('reads what it keeps, and nothing else', () => {
    const { progress } = practised(30, (_, k) => k % 2 === 0);
    expect(readProgress(progressText(progress))).toEqual(progress);
    for (const text of ['', 'x', '{}', '[]', '{"format":"gatescope/practice","version":1,"seed":-1,"answers":[]}'])
      expect(readProgress(text)).toBeNull();
    const foreign = progressText({ seed: 1, answers: [{ idea: '<img>', form: 0, right: true, sure: true }] });
    expect(readProgress(foreign)).toEqual({ seed: 1, answers: [] });
  });

  it('keeps a bounded number of answers', () => {
    expect(practised(450, () => true).asked).toHaveLength(400);
  });
});

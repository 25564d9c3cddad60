import { useMemo } from 'react';
import { Ask, type Commitment } from '../../components/ask/Ask.tsx';
import type { LessonQuestion } from '../../lesson/lesson.ts';
import { questionOf } from '../../questions/make.ts';
import { withAnswer } from '../../questions/progress.ts';
import { browserStorage } from '../practice/practiceStorage.ts';

/** A question of the generator within a lesson. Its answer counts for the page of practice, in this browser only. */
export function LessonAsk({ question: { idea, form, seed } }: { readonly question: LessonQuestion }) {
  const question = useMemo(() => questionOf(idea, form, seed), [idea, form, seed]);
  const keep = ({ chosen, sure }: Commitment): void => {
    const right = question.options[chosen].misconception === null;
    const progress = browserStorage.read() ?? { seed, answers: [] };
    browserStorage.write(withAnswer(progress, { idea, form, right, sure }));
  };
  return <Ask question={question} heading="Question" reveals onCommit={keep} />;
}

import { useMemo } from 'react';
import { KeptAsk } from '../../components/ask/KeptAsk.tsx';
import type { LessonQuestion } from '../../lesson/lesson.ts';
import { questionOf } from '../../questions/make.ts';
import { withAnswer } from '../../questions/progress.ts';
import { browserStorage } from '../practice/practiceStorage.ts';

/** A question of the generator within a lesson. Its answer counts for the page of practice, in this browser only. */
export function LessonAsk({ question: { idea, form, seed } }: { readonly question: LessonQuestion }) {
  const question = useMemo(() => questionOf(idea, form, seed), [idea, form, seed]);
  return (
    <KeptAsk
      question={question}
      onCommit={({ sure }, right) => {
        const progress = browserStorage.read() ?? { seed, answers: [] };
        browserStorage.write(withAnswer(progress, { idea, form, right, sure }));
      }}
    />
  );
}

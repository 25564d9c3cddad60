import { useMemo } from 'react';
import { KeptAsk } from '../../components/ask/KeptAsk.tsx';
import type { GradeBook } from '../../grades/book.ts';
import type { LessonQuestion } from '../../lesson/lesson.ts';
import { questionOf } from '../../questions/make.ts';
import { progressText, withAnswer } from '../../questions/progress.ts';
import { practiceStorage } from '../practice/practiceStorage.ts';

interface Props {
  readonly book: GradeBook | null;
  readonly question: LessonQuestion;
}

/** A question of the generator within a lesson. Its answer counts for the page of practice, in this browser only. */
export function LessonAsk({ book, question: { idea, form, seed } }: Props) {
  const question = useMemo(() => questionOf(idea, form, seed), [idea, form, seed]);
  return (
    <KeptAsk
      book={book}
      question={question}
      onCommit={({ sure }, right) => {
        const progress = practiceStorage.read() ?? { seed, answers: [] };
        practiceStorage.write(progressText(withAnswer(progress, { idea, form, right, sure, inLesson: true })));
      }}
    />
  );
}

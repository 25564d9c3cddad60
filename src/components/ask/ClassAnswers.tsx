import { lazy, Suspense, useState } from 'react';
import type { Axis } from '../../grades/axis.ts';
import type { GradeBook } from '../../grades/book.ts';

const ClassTally = lazy(async () => ({ default: (await import('./ClassTally.tsx')).ClassTally }));

export interface ClassAnswersProps {
  readonly book: GradeBook;
  /** The check of the question. */
  readonly of: number;
  readonly axis: Axis;
}

/** The answers of a class to the question above, from the codes that the students have posted. For teachers. */
export function ClassAnswers({
  book,
  ...question
}: Omit<ClassAnswersProps, 'book'> & { readonly book: GradeBook | null }) {
  const [opened, setOpened] = useState(false);
  if (!book?.codes) return null;
  return (
    <details className="class-answers" onToggle={() => setOpened(true)}>
      <summary>Answers of a class</summary>
      {opened && (
        <Suspense fallback={null}>
          <ClassTally book={book} {...question} />
        </Suspense>
      )}
    </details>
  );
}

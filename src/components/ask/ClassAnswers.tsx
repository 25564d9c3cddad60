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

interface Props extends Omit<ClassAnswersProps, 'book'> {
  readonly book: GradeBook | null;
  /** True where the reader has come for the address of the question. */
  readonly open?: boolean;
}

/** The answers of a class to the question above, from the codes that the students have posted. For teachers. */
export function ClassAnswers({ book, open = false, ...question }: Props) {
  const [opened, setOpened] = useState(open);
  if (!book?.codes) return null;
  return (
    <details className="class-answers" open={open} onToggle={() => setOpened(true)}>
      <summary>Answers of a class</summary>
      {opened && (
        <Suspense fallback={null}>
          <ClassTally book={book} {...question} />
        </Suspense>
      )}
    </details>
  );
}

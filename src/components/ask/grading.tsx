import { createContext, type ReactNode, useEffect, useState } from 'react';
import type { GradeBook } from '../../grades/book.ts';

/** The book of the answers around a question; null where nobody takes results. */
export const BookContext = createContext<GradeBook | null>(null);

interface Props {
  /** The places of all questions inside that count. */
  readonly places: readonly string[];
  readonly children: ReactNode;
}

/** Keeps the answers to the questions inside and reports the result to the page around, if there is one and it listens. */
export function Grading({ places, children }: Props) {
  const [book, setBook] = useState<GradeBook | null>(null);
  useEffect(() => {
    if (window.parent === window || places.length === 0) return undefined;
    let stop: (() => void) | null = null;
    let wanted = true;
    void import('./startGrading.ts')
      .then(({ startGrading }) => {
        if (!wanted) return;
        const started = startGrading(places, window);
        stop = started.stop;
        setBook(started.book);
      })
      // the questions can be answered all the same
      .catch(() => {});
    return () => {
      wanted = false;
      stop?.();
    };
  }, [places]);
  return <BookContext value={book}>{children}</BookContext>;
}

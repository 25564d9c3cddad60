import { useEffect, useState } from 'react';
import { hasSite } from '../../components/hasSite.ts';
import type { GradeBook } from '../../grades/book.ts';
import type { LessonPlace } from '../../lesson/address.ts';
import type { Lesson } from '../../lesson/lesson.ts';

/**
 * The book of the reader's answers to a lesson, reported to the page around where that takes results; null until it has
 * loaded, where the lesson is in no frame and has no answer codes, and in the preview of the editor.
 */
export function useBook(lesson: Lesson, { codes, within }: LessonPlace): GradeBook | null {
  const [book, setBook] = useState<GradeBook | null>(null);
  // the address follows the reading
  const [activity] = useState(() => window.location.href);
  useEffect(() => {
    if (within === 'preview' || (!codes && hasSite && window.parent === window)) return undefined;
    let stop: (() => void) | null = null;
    let wanted = true;
    void import('./later.ts')
      .then(({ startGrading, placesIn, checksIn }) => {
        if (!wanted) return;
        const started = startGrading({
          places: placesIn(lesson.chapters),
          checks: checksIn(lesson.chapters),
          codes,
          activity,
        });
        stop = started.stop;
        setBook(started.book);
      })
      // the questions can be answered all the same
      .catch(() => {});
    return () => {
      wanted = false;
      stop?.();
    };
  }, [lesson, codes, within, activity]);
  return book;
}

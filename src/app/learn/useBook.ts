import { useEffect, useState } from 'react';
import { usePainted } from '../../components/Deferred.tsx';
import type { GradeBook } from '../../grades/book.ts';
import type { LessonPlace } from '../../lesson/address.ts';
import type { Lesson } from '../../lesson/lesson.ts';
import { fetchLater } from './fetchLater.ts';

/**
 * The book of the reader's answers to a lesson, reported to the page around where that takes results, and kept for the tab
 * where there is no page around; null until it has loaded, and in the preview of the editor.
 */
export function useBook(lesson: Lesson, { codes, within }: LessonPlace): GradeBook | null {
  const [book, setBook] = useState<GradeBook | null>(null);
  // the address follows the reading
  const [activity] = useState(() => globalThis.location?.href ?? '');
  const painted = usePainted();
  useEffect(() => {
    if (!painted || within === 'preview') return undefined;
    let stop: (() => void) | null = null;
    let wanted = true;
    void fetchLater()
      .then(({ startGrading, placesIn, checksIn }) => {
        if (!wanted) return;
        const started = startGrading({
          places: placesIn(lesson.chapters),
          checks: checksIn(lesson.chapters),
          codes,
          activity,
          keeps: true,
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
  }, [painted, lesson, codes, within, activity]);
  return book;
}

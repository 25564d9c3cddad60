import { useEffect, useState } from 'react';
import { usePainted } from '../../components/Deferred.tsx';
import type { Lesson } from '../../lesson/lesson.ts';
import { fetchLater } from './fetchLater.ts';
import type { ReadPart } from './followReading.ts';

/**
 * The part that the reader has come to, see `followReading`. Until the article is laid out and painted it is the first part of
 * the chapter `start`.
 */
export function useReadPart(article: HTMLElement | null, lesson: Lesson, start: string): ReadPart {
  const [read, setRead] = useState<ReadPart>(() => ({
    chapter: Math.max(
      0,
      lesson.chapters.findIndex(({ id }) => id === start),
    ),
    part: 0,
  }));
  const painted = usePainted();
  useEffect(() => {
    if (!painted || !article) return undefined;
    let stop: (() => void) | null = null;
    let wanted = true;
    const begin = ({ followReading }: Awaited<ReturnType<typeof fetchLater>>): void => {
      if (wanted) stop = followReading(article, setRead);
    };
    // without it the figure does not follow the reading
    void fetchLater().then(begin, () => {});
    return () => {
      wanted = false;
      stop?.();
    };
    // another lesson has other parts
  }, [painted, article, lesson]);
  return read;
}

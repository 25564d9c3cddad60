import { useEffect, useEffectEvent } from 'react';
import { type LessonPlace, lessonHash, lessonPlaceIn } from '../../lesson/address.ts';
import type { Lesson } from '../../lesson/lesson.ts';
import { namesLesson } from '../../lesson/namesLesson.ts';

interface Read {
  readonly lesson: Lesson;
  readonly article: HTMLElement | null;
  readonly start: LessonPlace;
  /** The id of the chapter that is being read. */
  readonly chapter: string;
  readonly text: string | null;
}

/** Keeps the address at the chapter that is being read, and goes to the chapter that an address names. */
export function useLessonAddress({ lesson, article, start, chapter, text }: Read): { goTo(id: string): void } {
  const goTo = (id: string, behaviour: ScrollBehavior = 'smooth'): void => {
    const heading = article?.querySelector<HTMLElement>(`[data-heading="${CSS.escape(id)}"]`);
    heading?.scrollIntoView({ behavior: behaviour });
    heading?.focus({ preventScroll: true });
  };
  const begin = useEffectEvent(() => {
    if (start.chapter) goTo(start.chapter, 'instant');
  });
  const follow = useEffectEvent(() => {
    const place = lessonPlaceIn(window.location.hash);
    if (!place) return;
    // another lesson begins anew
    if (place.file !== start.file) window.location.reload();
    else if (place.chapter !== chapter) goTo(place.chapter);
  });
  useEffect(() => {
    if (article) begin();
  }, [article]);
  useEffect(() => {
    const listen = (): void => follow();
    window.addEventListener('hashchange', listen);
    return () => window.removeEventListener('hashchange', listen);
  }, []);
  useEffect(() => {
    const first = chapter === lesson.chapters[0]?.id && text === null && start.file === null;
    const hash = first ? '' : `#${lessonHash({ chapter, text, file: start.file })}`;
    const timer = setTimeout(() => {
      // the reader may be on the way to another page
      if (hash === window.location.hash || !namesLesson(window.location.hash)) return;
      const { pathname, search } = window.location;
      window.history.replaceState(null, '', `${pathname}${search}${hash}`);
    }, 300);
    return () => clearTimeout(timer);
  }, [lesson, chapter, text, start.file]);
  return { goTo };
}

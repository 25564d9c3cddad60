import { useEffect, useEffectEvent, useRef } from 'react';
import { type LessonPlace, lessonHash, lessonPlaceIn } from '../../lesson/address.ts';
import type { Lesson } from '../../lesson/lesson.ts';

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
  /** The chapter that the address led to, until the reader scrolls on. */
  const aim = useRef<string | null>(null);
  const headingOf = (id: string): HTMLElement | null =>
    article?.querySelector<HTMLElement>(`[data-heading="${CSS.escape(id)}"]`) ?? null;
  const goTo = (id: string, behaviour: ScrollBehavior = 'smooth'): void => {
    const heading = headingOf(id);
    aim.current = id;
    heading?.scrollIntoView({ behavior: behaviour });
    heading?.focus({ preventScroll: true });
  };
  // questions load after the text and shift what is below them
  const aimAnew = useEffectEvent(() => {
    if (aim.current !== null) headingOf(aim.current)?.scrollIntoView({ behavior: 'instant' });
  });
  useEffect(() => {
    if (!article) return undefined;
    const sizes = new ResizeObserver(() => aimAnew());
    sizes.observe(article);
    const leave = (): void => {
      aim.current = null;
    };
    const moves = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;
    for (const move of moves) window.addEventListener(move, leave, { passive: true });
    return () => {
      sizes.disconnect();
      for (const move of moves) window.removeEventListener(move, leave);
    };
  }, [article]);
  const begin = useEffectEvent(() => {
    if (!start.chapter || start.within !== 'page') return;
    // the address decides the position, not the restored scroll offset
    window.history.scrollRestoration = 'manual';
    goTo(start.chapter, 'instant');
  });
  const follow = useEffectEvent(() => {
    const place = lessonPlaceIn(window.location.hash);
    if (!place) return;
    // another lesson begins anew
    if (place.file !== start.file || place.packed !== start.packed || place.codes !== start.codes)
      window.location.reload();
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
  const kept = useRef(text);
  useEffect(() => {
    if (start.within !== 'page') return undefined;
    const first =
      chapter === lesson.chapters[0]?.id &&
      text === null &&
      start.file === null &&
      start.packed === null &&
      !start.codes;
    const hash = first ? '' : `#${lessonHash({ ...start, chapter, text })}`;
    const write = (): void => {
      // the reader may be on the way to another page, to another lesson or to the editor
      const place = lessonPlaceIn(window.location.hash);
      const stays = place && (['file', 'packed', 'draft'] as const).every((key) => place[key] === start[key]);
      if (hash === window.location.hash || !stays) return;
      const { pathname, search } = window.location;
      window.history.replaceState(window.history.state, '', `${pathname}${search}${hash}`);
    };
    // a typed text is in the address at once, so that reloading the page loses none of it
    if (kept.current !== text) write();
    kept.current = text;
    const timer = setTimeout(write, 300);
    return () => clearTimeout(timer);
  }, [lesson, chapter, text, start]);
  return { goTo };
}

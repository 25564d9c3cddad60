import { useEffect, useState } from 'react';
import type { Lesson } from '../../lesson/lesson.ts';

/** The part that is being read, counted from 0 in its chapter. */
export interface ReadPart {
  readonly chapter: number;
  readonly part: number;
}

/** The place of the line of reading, as a share of the height that the figure leaves to the text. */
export const LINE_OF_READING = 0.4;

/**
 * The part that the reader has come to: the last one whose beginning has passed the line of reading. The attributes `data-part-of` and `data-part` in the article name the parts.
 * Until the article is laid out it is the first part of the chapter `start`.
 */
export function useReadPart(article: HTMLElement | null, lesson: Lesson, start: string): ReadPart {
  const [read, setRead] = useState<ReadPart>(() => ({
    chapter: Math.max(
      0,
      lesson.chapters.findIndex(({ id }) => id === start),
    ),
    part: 0,
  }));
  useEffect(() => {
    if (!article) return undefined;
    let frame = 0;
    const look = (): void => {
      frame = 0;
      const parts = [...article.querySelectorAll<HTMLElement>('[data-part-of]')];
      const top = topOf(article);
      const line = top + (window.innerHeight - top) * LINE_OF_READING;
      const { scrollY } = window;
      // where all is in sight, the reader begins with the first part
      const atEnd = scrollY > 0 && scrollY + window.innerHeight >= document.documentElement.scrollHeight - 2;
      const now =
        (atEnd ? parts.at(-1) : parts.findLast((part) => part.getBoundingClientRect().top <= line)) ?? parts[0];
      if (!now) return;
      const next = { chapter: Number(now.dataset.partOf), part: Number(now.dataset.part) };
      setRead((before) => (before.chapter === next.chapter && before.part === next.part ? before : next));
    };
    const later = (): void => {
      frame ||= requestAnimationFrame(look);
    };
    // after the article has been scrolled to the chapter of the address
    later();
    window.addEventListener('scroll', later, { passive: true });
    // questions load after the text, and on a phone the figure changes its height
    const sizes = new ResizeObserver(later);
    sizes.observe(article);
    return () => {
      sizes.disconnect();
      cancelAnimationFrame(frame);
      window.removeEventListener('scroll', later);
    };
    // another lesson has other parts
  }, [article, lesson]);
  return read;
}

/** The height of what covers the top of the article: the header, and on a phone the figure. */
function topOf(article: HTMLElement): number {
  return Number.parseFloat(getComputedStyle(article).scrollMarginTop) || 0;
}

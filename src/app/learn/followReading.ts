/** The part that is being read, counted from 0 in its chapter. */
export interface ReadPart {
  readonly chapter: number;
  readonly part: number;
}

/**
 * The place of the line of reading, as a share of the height that the figure leaves to the text: whoever reads the first lines
 * of a paragraph has the end of the paragraph before above them.
 */
export const LINE_OF_READING = 0.55;

/** The same for the first part of a chapter, which is read after the heading above it. */
const LINE_OF_BEGINNING = 0.5;

/**
 * Sets the part that the reader has come to, until the returned function is called: the last one whose beginning has passed
 * the line of reading. A chapter whose heading is in sight is at its first part. The attributes `data-part-of` and `data-part` in the article name the parts. While the reader scrolls
 * on, the page has the attribute `data-reading`.
 */
export function followReading(
  article: HTMLElement,
  setRead: (next: (before: ReadPart) => ReadPart) => void,
): () => void {
  let frame = 0;
  let { scrollY: before } = window;
  const page = article.closest('.learn-page');
  const look = (): void => {
    frame = 0;
    const by = window.scrollY - before;
    before = window.scrollY;
    // what moves the page by less is a finger at rest
    if (Math.abs(by) > 3) page?.toggleAttribute('data-reading', by > 0);
    const parts = [...article.querySelectorAll<HTMLElement>('[data-part-of]')];
    const top = topOf(article);
    const lineFor = (share: number): number => top + (window.innerHeight - top) * share;
    const { scrollY } = window;
    // where all is in sight, the reader begins with the first part
    const atEnd = scrollY > 0 && scrollY + window.innerHeight >= document.documentElement.scrollHeight - 2;
    const reached = (part: HTMLElement): boolean =>
      part.dataset.part === '0'
        ? part.getBoundingClientRect().top <= lineFor(LINE_OF_BEGINNING)
        : part.getBoundingClientRect().top <= lineFor(LINE_OF_READING) && headingOf(part) < top;
    const now = (atEnd ? parts.at(-1) : parts.findLast(reached)) ?? parts[0];
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
}

/** The top of the heading of a part's chapter. */
const headingOf = (part: HTMLElement): number =>
  part.closest('.chapter')?.querySelector('h2')?.getBoundingClientRect().top ?? Number.NEGATIVE_INFINITY;

/** The height of what covers the top of the article: the header, and on a phone the figure. */
function topOf(article: HTMLElement): number {
  return Number.parseFloat(getComputedStyle(article).scrollMarginTop) || 0;
}

/** Draws one strip for the window from `left`, `width` pixels wide; false where it needs another frame. */
export type DrawStrip = (left: number, width: number, deadline: number) => boolean;

/** All strips of one timeline: they are drawn together, at most once a frame, and only while they are in sight. */
export interface Surface {
  /** Watches the scrolled element; returns what ends it. `gutter` is the width of the labels. */
  attach(scroller: HTMLElement, gutter: number): () => void;
  /** Takes part while the element is in sight; returns what ends it. */
  register(element: HTMLElement, draw: DrawStrip): () => void;
  schedule(): void;
}

/** The part of a frame, in milliseconds, that making new tiles may take. */
const budget = 4;

export function createSurface(): Surface {
  const strips = new Map<Element, DrawStrip>();
  const visible = new Set<Element>();
  let attached = false;
  // Remembered, since to ask the element within a frame would make the browser lay out the page at once.
  let left = 0;
  let width = 0;
  let observer: IntersectionObserver | null = null;
  let frame = 0;

  const paint = (deadline = performance.now() + budget): void => {
    frame = 0;
    if (!attached) return;
    let complete = true;
    for (const element of visible) complete = (strips.get(element)?.(left, width, deadline) ?? true) && complete;
    if (!complete) schedule();
  };
  const schedule = (): void => {
    // a page that is being printed gets no frame
    if (matchMedia('print').matches) paint(Number.POSITIVE_INFINITY);
    else if (frame === 0) frame = requestAnimationFrame(() => paint());
  };

  return {
    schedule,
    attach(element, labels) {
      attached = true;
      const measure = (): void => {
        left = element.scrollLeft;
        width = element.clientWidth - labels;
        schedule();
      };
      const sizes = new ResizeObserver(measure);
      sizes.observe(element);
      observer = new IntersectionObserver(
        (entries) => {
          for (const { target, isIntersecting } of entries)
            isIntersecting ? visible.add(target) : visible.delete(target);
          schedule();
        },
        { root: element, rootMargin: '100px 0px' },
      );
      for (const strip of strips.keys()) observer.observe(strip);
      element.addEventListener('scroll', measure, { passive: true });
      measure();
      return () => {
        element.removeEventListener('scroll', measure);
        sizes.disconnect();
        observer?.disconnect();
        cancelAnimationFrame(frame);
        visible.clear();
        observer = null;
        attached = false;
        frame = 0;
      };
    },
    register(element, draw) {
      strips.set(element, draw);
      observer?.observe(element);
      schedule();
      return () => {
        strips.delete(element);
        visible.delete(element);
        observer?.unobserve(element);
      };
    },
  };
}

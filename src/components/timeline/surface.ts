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
  let scroller: HTMLElement | null = null;
  let observer: IntersectionObserver | null = null;
  let gutter = 0;
  let frame = 0;

  const paint = (): void => {
    frame = 0;
    if (!scroller) return;
    const [left, width] = [scroller.scrollLeft, scroller.clientWidth - gutter];
    const deadline = performance.now() + budget;
    let complete = true;
    for (const element of visible) complete = (strips.get(element)?.(left, width, deadline) ?? true) && complete;
    if (!complete) schedule();
  };
  const schedule = (): void => {
    if (frame === 0) frame = requestAnimationFrame(paint);
  };

  return {
    schedule,
    attach(element, labels) {
      scroller = element;
      gutter = labels;
      observer = new IntersectionObserver(
        (entries) => {
          for (const { target, isIntersecting } of entries)
            isIntersecting ? visible.add(target) : visible.delete(target);
          schedule();
        },
        { root: element, rootMargin: '100px 0px' },
      );
      for (const strip of strips.keys()) observer.observe(strip);
      element.addEventListener('scroll', schedule, { passive: true });
      schedule();
      return () => {
        element.removeEventListener('scroll', schedule);
        observer?.disconnect();
        cancelAnimationFrame(frame);
        visible.clear();
        observer = scroller = null;
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

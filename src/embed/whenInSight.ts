/** The distance beyond the window, in shares of its height, within which an element counts as in sight: what scrolls in is drawn by then. */
const MARGIN = '50% 0px';

/**
 * Calls `start` once, when the element comes into sight or the page is about to be printed; at once in a browser that cannot
 * tell. Returns how to stop waiting.
 */
export function whenInSight(element: Element, start: () => void): () => void {
  let later: ReturnType<typeof setTimeout> | undefined;
  const begin = (): void => {
    stop();
    start();
  };
  // each in a task of its own, so that the first of several can be seen and used before the others are drawn
  const see = (entries: readonly IntersectionObserverEntry[]): void => {
    if (later === undefined && entries.some(({ isIntersecting }) => isIntersecting)) later = setTimeout(begin);
  };
  const sight = globalThis.IntersectionObserver && new IntersectionObserver(see, { rootMargin: MARGIN });
  const stop = (): void => {
    clearTimeout(later);
    sight?.disconnect();
    window.removeEventListener('beforeprint', begin);
  };
  window.addEventListener('beforeprint', begin);
  if (sight) sight.observe(element);
  else begin();
  return stop;
}

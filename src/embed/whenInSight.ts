/** The distance beyond the window, in shares of its height, within which an element counts as in sight: what scrolls in is drawn by then. */
const MARGIN = '50% 0px';

/** Time in ms for a reader to use what has just been drawn, and the longest wait for an idle moment after that. */
const PAUSE = 200;
const AT_MOST = 500;

/** Calls back once the next picture is painted, may have been used, and the page is idle. WebKit does not tell when it is. */
const whenIdle = (call: () => void): void => {
  const idle = (): unknown =>
    'requestIdleCallback' in globalThis ? requestIdleCallback(call, { timeout: AT_MOST }) : call();
  requestAnimationFrame(() => setTimeout(idle, PAUSE));
};

/** Elements in sight that are not yet begun, in the order in which they came into sight. */
const waiting: (() => void)[] = [];
let busy = false;

/** Begins the element that waits longest, then the others one by one: the first can be seen and used before them. */
function beginNext(): void {
  const begin = waiting.shift();
  busy = begin !== undefined;
  if (!begin) return;
  whenIdle(beginNext);
  begin();
}

/**
 * Calls `start` once, when the element comes into sight or the page is about to be printed; at once in a browser that cannot
 * tell. Returns how to stop waiting.
 */
export function whenInSight(element: Element, start: () => void): () => void {
  const begin = (): void => {
    stop();
    start();
  };
  const see = (entries: readonly IntersectionObserverEntry[]): void => {
    if (waiting.includes(begin) || entries.every(({ isIntersecting }) => !isIntersecting)) return;
    waiting.push(begin);
    if (busy) return;
    busy = true;
    setTimeout(beginNext);
  };
  const sight = globalThis.IntersectionObserver && new IntersectionObserver(see, { rootMargin: MARGIN });
  const stop = (): void => {
    if (waiting.includes(begin)) waiting.splice(waiting.indexOf(begin), 1);
    sight?.disconnect();
    window.removeEventListener('beforeprint', begin);
  };
  window.addEventListener('beforeprint', begin);
  if (sight) sight.observe(element);
  else begin();
  return stop;
}

/** Brings a part of the page into sight, at once for readers who want little motion. */
export function intoSight(element: Element | null | undefined): void {
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  element?.scrollIntoView({ block: 'start', behavior: calm ? 'instant' : 'smooth' });
}

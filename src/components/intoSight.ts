/** How the page scrolls by itself: at once for readers who want little motion. */
export const scrollBehavior = (): ScrollBehavior =>
  matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth';

/** Brings a part of the page into sight. */
export function intoSight(element: Element | null | undefined): void {
  element?.scrollIntoView({ block: 'start', behavior: scrollBehavior() });
}

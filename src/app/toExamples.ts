/** Leads to the examples: their tab is opened, takes focus and comes into sight. */
export function toExamples(): void {
  const tab = document.querySelector<HTMLElement>('[data-part="input"] [role="tab"]');
  tab?.click();
  tab?.focus({ preventScroll: true });
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  tab?.closest('.card')?.scrollIntoView({ block: 'start', behavior: calm ? 'instant' : 'smooth' });
}

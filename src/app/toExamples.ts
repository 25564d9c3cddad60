import { intoSight } from '../components/intoSight.ts';

/** Leads to the examples: their tab is opened, takes focus and comes into sight. */
export function toExamples(): void {
  const tab = document.querySelector<HTMLElement>('[data-part="input"] [role="tab"]');
  tab?.click();
  tab?.focus({ preventScroll: true });
  intoSight(tab?.closest('.card'));
}

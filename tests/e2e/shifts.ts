import type { Page } from 'playwright';

/** Records the layout shifts of the pages that are opened next; the returned function adds up their scores so far. */
export async function recordShifts(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(globalThis, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as PerformanceEntry & { value: number }).value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return async () => ((await page.evaluate('shifts')) as readonly number[]).reduce((sum, value) => sum + value, 0);
}

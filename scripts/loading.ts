import type { Page } from 'playwright';
import { watchRequests } from './quiet.ts';

/** Requests up to some moment, the page's own included, and their size in bytes as transferred. */
export interface Asked {
  readonly requests: number;
  readonly bytes: number;
}

/** Measurements of one load of a built page. */
export interface Loading {
  /** Milliseconds from the start of the navigation until the first cell is on screen. */
  readonly firstPicture: number;
  readonly beforePicture: Asked;
  readonly beforeIdle: Asked;
  /** Addresses of all files in the order of their requests. */
  readonly files: readonly string[];
}

/** Marks the frame after the one that draws the first cell: from then on the cell is certain to be on screen. */
function watchForPicture(): void {
  const look = (): void => {
    const drawn = document.querySelector('svg [data-signal]') !== null;
    requestAnimationFrame(drawn ? (startTime) => performance.mark('first-picture', { startTime }) : look);
  };
  requestAnimationFrame(look);
}

/** Opens an address in a fresh page and measures its load; `late` selects the element that appears last. */
export async function loadingOf(page: Page, address: string, late: string): Promise<Loading> {
  await page.addInitScript(watchForPicture);
  const quiet = watchRequests(page);
  await page.goto(address);
  await page.waitForFunction(() => performance.getEntriesByName('first-picture').length > 0);
  await page.locator(late).first().waitFor({ state: 'attached' });
  await quiet();
  return page.evaluate(() => {
    const entries = [
      ...performance.getEntriesByType('navigation'),
      ...performance.getEntriesByType('resource').sort((a, b) => a.startTime - b.startTime),
    ] as PerformanceResourceTiming[];
    const firstPicture = performance.getEntriesByName('first-picture')[0].startTime;
    const until = (time: number): { requests: number; bytes: number } => {
      const asked = entries.filter(({ startTime }) => startTime <= time);
      return { requests: asked.length, bytes: asked.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0) };
    };
    return {
      firstPicture,
      beforePicture: until(firstPicture),
      beforeIdle: until(Number.POSITIVE_INFINITY),
      files: entries.map(({ name }) => name),
    };
  });
}

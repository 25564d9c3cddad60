import type { Page } from 'playwright';
import { watchRequests } from './quiet.ts';

/** Requests up to some moment, the page's own included, and their size in bytes as transferred. */
export interface Asked {
  readonly requests: number;
  readonly bytes: number;
}

/** Measurements of one load of a built page. */
export interface Loading {
  /** Milliseconds from the start of the navigation until the picture of a cell is on screen. */
  readonly firstPicture: number;
  /** The same until it is the picture of a cell that answers its reader. */
  readonly live: number;
  readonly beforeLive: Asked;
  readonly beforeIdle: Asked;
  /** Addresses of all files in the order of their requests. */
  readonly files: readonly string[];
}

/**
 * Marks the frames after those that show the first picture and that have one that answers: from then on they are certain to be
 * on screen.
 */
function watchForPictures(): void {
  const seen = (element: Element | null): boolean => {
    const { bottom, right, width, height } = element?.getBoundingClientRect() ?? new DOMRect();
    const visible = element?.checkVisibility({ visibilityProperty: true, opacityProperty: true }) ?? false;
    return visible && width > 0 && height > 0 && bottom > 0 && right > 0;
  };
  const drawn = (): Element | null => document.querySelector('svg [data-signal]')?.closest('svg') ?? null;
  const image = (): Element | null => {
    const first = document.querySelector<HTMLImageElement>('.first-view img');
    return first?.complete && first.naturalWidth > 0 ? first : null;
  };
  const seenAt = (name: string, startTime: number): void => {
    performance.mark(name, { startTime });
    if (name === 'live') (window as unknown as { sayLive: () => void }).sayLive();
  };
  const watch = (name: string, isThere: () => boolean): void => {
    const look = (): void => {
      requestAnimationFrame(isThere() ? (startTime) => seenAt(name, startTime) : look);
    };
    requestAnimationFrame(look);
  };
  watch('first-picture', () => seen(drawn()) || seen(image()));
  watch('live', () => seen(drawn()) && drawn()?.closest('.first-page') === null);
}

/** Opens an address in a fresh page and measures its load; `late` selects the element that appears last. */
export async function loadingOf(page: Page, address: string, late: string): Promise<Loading> {
  await page.addInitScript(watchForPictures);
  const quiet = watchRequests(page);
  // the page itself says so: a question of Playwright's brings a large script, which a slow page would run before its picture
  const live = new Promise<void>((resolve, reject) => {
    page.exposeFunction('sayLive', resolve).catch(reject);
  });
  await page.goto(address);
  await live;
  await page.locator(late).first().waitFor({ state: 'attached' });
  await quiet();
  return page.evaluate(() => {
    const entries = [
      ...performance.getEntriesByType('navigation'),
      ...performance.getEntriesByType('resource').sort((a, b) => a.startTime - b.startTime),
    ] as PerformanceResourceTiming[];
    const momentOf = (name: string): number => performance.getEntriesByName(name)[0].startTime;
    const until = (time: number): { requests: number; bytes: number } => {
      const asked = entries.filter(({ startTime }) => startTime <= time);
      return { requests: asked.length, bytes: asked.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0) };
    };
    return {
      firstPicture: momentOf('first-picture'),
      live: momentOf('live'),
      beforeLive: until(momentOf('live')),
      beforeIdle: until(Number.POSITIVE_INFINITY),
      files: entries.map(({ name }) => name),
    };
  });
}

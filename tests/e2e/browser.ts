import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright';
import { test as base, expect, inject } from 'vitest';
import { launchOptions } from '../../scripts/chromium.ts';

/** The address of a page of the built site, by default Explore; `path` may carry a query and a hash. */
export function address(path = ''): string {
  return new URL(path || '#v=1', inject('site')).href;
}

/** Complaints of a page: console warnings and errors, uncaught errors, violations of the content security policy. */
export function complaintsOf(page: Page): readonly string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['warning', 'error'].includes(message.type())) complaints.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
  page.on('requestfailed', (request) => {
    // requests aborted by leaving the page are no complaints
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') complaints.push(`not loaded: ${request.url()}`);
  });
  return complaints;
}

/** Name of the focused control, or null if focus is lost. */
export const focused = (page: Page): Promise<string | null> =>
  page.evaluate(() => {
    const e = document.activeElement;
    if (!e || e === document.body) return null;
    const labels = e instanceof HTMLInputElement ? [...(e.labels ?? [])].map((label) => label.textContent) : [];
    return e.getAttribute('aria-label') ?? e.querySelector('title')?.textContent ?? labels[0] ?? e.textContent;
  });

/** Waits until the focused control is removed or disabled and another one has taken the focus. */
export async function focusMoves(page: Page, from: string): Promise<void> {
  await expect.poll(() => focused(page)).not.toBe(from);
  await expect.poll(() => focused(page)).not.toBeNull();
}

interface Fixtures {
  browser: Browser;
  /** The reader's preference for motion, unless a test opens a page with another. */
  motion: 'no-preference' | 'reduce';
  /** Opens a page in a fresh profile; the test fails if any page of that profile complains. */
  open: (path?: string, options?: BrowserContextOptions) => Promise<Page>;
}

/** Test in a real browser on the built site. */
export const test = base.extend<Fixtures>({
  browser: [
    // biome-ignore lint/correctness/noEmptyPattern: vitest reads the needed fixtures from the pattern
    async ({}, use) => {
      const browser = await chromium.launch(launchOptions());
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  motion: 'no-preference',
  open: async ({ browser, motion }, use) => {
    const opened: { page: Page; complaints: readonly string[] }[] = [];
    await use(async (path = '', options = {}) => {
      const context = await browser.newContext({ reducedMotion: motion, ...options });
      context.setDefaultTimeout(120_000);
      const page = await context.newPage();
      opened.push({ page, complaints: complaintsOf(page) });
      await page.goto(address(path));
      return page;
    });
    for (const { page } of opened) await page.context().close();
    expect(opened.flatMap(({ complaints }) => complaints)).toEqual([]);
  },
});

/** The same for tests whose subject is not motion: pictures change at once, so that a browser draws less. */
export const stillTest = test.extend('motion', 'reduce');

import { chromium } from 'playwright';
import { expect } from 'vitest';
import { launchOptions } from '../../scripts/chromium.ts';
import { address, test } from './browser.ts';

/** The heap may grow by so many bytes: lists of the browser about its own timing, which have an end. */
const GRAIN = 100_000;

test('passing over the story again and again leaves the heap flat', async () => {
  const { args, ...options } = launchOptions();
  // V8 counts machine code as heap and compiles for minutes, function by function: without it only what the page keeps is left
  const browser = await chromium.launch({
    ...options,
    args: [...args, '--js-flags=--no-opt --no-sparkplug --no-maglev'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(address('index.html'));
    const parts = page.locator('[data-part-of]');
    await parts.first().waitFor();
    const current = page.getByRole('navigation', { name: 'Chapters' }).locator('[aria-current]');
    const session = await page.context().newCDPSession(page);
    const pass = async (): Promise<void> => {
      for (const part of await parts.all()) {
        await part.evaluate((element) => element.scrollIntoView());
        const number = Number(await part.getAttribute('data-part-of')) + 1;
        await current.filter({ hasText: new RegExp(`^${number}(?!\\d)`) }).waitFor();
        // the figure opens the view of the part
        await page.evaluate(() => new Promise((done) => requestIdleCallback(done)));
      }
      await page.evaluate(() => window.scrollTo(0, 0));
    };
    const heap = async (): Promise<number> => {
      for (let k = 0; k < 3; k++) await session.send('HeapProfiler.collectGarbage');
      return (await session.send('Runtime.getHeapUsage')).usedSize;
    };
    // everything is loaded and was shown before
    for (let k = 0; k < 4; k++) await pass();
    const before = await heap();
    for (let k = 0; k < 8; k++) await pass();
    expect((await heap()) - before).toBeLessThan(GRAIN);
  } finally {
    await browser.close();
  }
});

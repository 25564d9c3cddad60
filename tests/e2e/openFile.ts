import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright';
import { expect } from 'vitest';
import { complaintsOf } from './browser.ts';
import { test as base } from './host.ts';

interface Fixtures {
  /** Opens a file by its address on disk, without a network. The test fails if the page complains or asks for anything. */
  openFile: (path: string, hash?: string) => Promise<Page>;
}

/** A test with files that are opened from disk. */
export const test = base.extend<Fixtures>({
  openFile: async ({ browser }, use) => {
    const context = await browser.newContext({ offline: true, viewport: { width: 1300, height: 900 } });
    const seen: (readonly string[])[] = [];
    await use(async (path, hash = '') => {
      const page = await context.newPage();
      const address = pathToFileURL(path).href;
      const asked: string[] = [];
      page.on('request', (request) => {
        if (!/^(data|blob):/.test(request.url()) && request.url().split('#')[0] !== address) asked.push(request.url());
      });
      seen.push(complaintsOf(page), asked);
      await page.goto(`${address}${hash}`);
      return page;
    });
    await context.close();
    expect(seen.flat()).toEqual([]);
  },
});

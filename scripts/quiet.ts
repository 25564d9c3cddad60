import type { Page, Request } from 'playwright';

const REST_MS = 500;

/**
 * Watches the requests of a page from now on. The promise of the function that it returns resolves when no request has
 * been open for half a second. Playwright's own `networkidle` never comes for a page whose first script computes for
 * longer than that before it asks for the next file.
 */
export function watchRequests(page: Page): () => Promise<void> {
  const open = new Set<Request>();
  let changed = performance.now();
  const settle = (request: Request): void => {
    open.delete(request);
    changed = performance.now();
  };
  page.on('request', (request) => open.add(request));
  page.on('requestfinished', settle);
  page.on('requestfailed', settle);
  return async () => {
    while (open.size > 0 || performance.now() - changed < REST_MS) await page.waitForTimeout(REST_MS / 10);
  };
}

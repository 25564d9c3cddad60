import type { BrowserContext, Page } from 'playwright';

/** Holds back the files whose addresses match, until the returned function is called. */
export async function holdBack(where: Page | BrowserContext, files: string | RegExp): Promise<() => void> {
  let release = (): void => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await where.route(files, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

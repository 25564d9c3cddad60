import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BrowserContextOptions, Frame, Page } from 'playwright';
import { address, test as base } from './browser.ts';

interface HostOptions extends BrowserContextOptions {
  readonly head?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

interface Fixtures {
  /** Opens a page of another origin with this body. */
  host: (body: string, options?: HostOptions) => Promise<Page>;
}

/** A test with pages of another origin than that of the built site. */
export const test = base.extend<Fixtures>({
  host: async ({ browser, motion }, use) => {
    let sent = { html: '', headers: {} };
    const server = createServer((_, response) => {
      response.writeHead(200, { 'Content-Type': 'text/html', ...sent.headers });
      response.end(sent.html);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const opened: Page[] = [];
    await use(async (body, { head = '', headers = {}, ...options } = {}) => {
      const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Week 6</title>${head}<body>${body}`;
      sent = { html, headers };
      const page = await browser.newPage({ viewport: { width: 1300, height: 900 }, reducedMotion: motion, ...options });
      opened.push(page);
      await page.goto(`http://127.0.0.1:${port}/`);
      return page;
    });
    for (const page of opened) await page.close();
    await new Promise((resolve) => server.close(resolve));
  },
});

/** The same for tests whose subject is not motion. */
export const stillTest = test.extend('motion', 'reduce');

/** A frame of the site as a course page has it, with these keys. */
export const frameTag = (keys: string, attributes = 'width="720" height="480"'): string =>
  `<iframe title="A cell" ${attributes} src="${address(`embed.html#${keys}`).replaceAll('&', '&amp;')}"></iframe>`;

/** The frame in a page, once it shows its diagram. */
export async function framed(page: Page, selector = 'iframe'): Promise<Frame> {
  const frame = await (await page.waitForSelector(selector)).contentFrame();
  if (!frame) throw new Error(`${selector} is no frame`);
  await frame.locator('.diagram svg').waitFor();
  return frame;
}

/** The transport's sentence on the moment shown: “t = 1 of 6 · Forget”. */
export const placeIn = (frame: Frame): Promise<string> => frame.locator('output.where').innerText();

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Frame, Page } from 'playwright';
import { preview } from 'vite';
import { describe, expect } from 'vitest';
import { watchRequests } from '../../scripts/quiet.ts';
import { many } from '../setup/cases.ts';
import { address } from './browser.ts';
import { framed, frameTag, test } from './host.ts';

const WAITING = 'A diagram of a recurrent cell is computed here';

/** Waits for the sentence, and for the picture of the example with its name, in the page's own style. */
async function explained(page: Page | Frame): Promise<void> {
  await page.getByText(WAITING).waitFor();
  const picture = page.getByRole('img', { name: /^LSTM at timestep 14 of 22$/ });
  await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.complete && img.naturalWidth)).toBe(1444);
  await page.getByText('An example: LSTM at timestep 14 of 22.').waitFor();
  expect(await page.locator('body').evaluate((body) => getComputedStyle(body).margin)).toBe('0px');
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
}

describe('a frame that cannot start shows a sentence and an example', () => {
  test('without script', async ({ browser }) => {
    const page = await browser.newPage({ javaScriptEnabled: false, viewport: { width: 320, height: 480 } });
    await page.goto(address('embed.html#cell=gru'));
    await explained(page);
    await page.close();
  });

  test('where a file does not arrive', async ({ browser }) => {
    const page = await browser.newPage();
    await page.route('**/assets/instance-*.js', (route) => route.abort());
    await page.goto(address('embed.html#cell=gru'));
    await explained(page);
    // the view without a link has its picture already
    await page.goto('about:blank');
    await page.goto(address('embed.html'));
    await page.getByText(WAITING).waitFor();
    expect(await page.locator('.first-view img').isVisible()).toBe(true);
    expect(await page.getByText('An example:').isVisible()).toBe(false);
    await page.close();
  });

  test('opened as a file', async ({ browser }) => {
    const page = await browser.newPage();
    await page.goto(pathToFileURL(join('dist', 'embed.html')).href);
    await explained(page);
    await page.close();
  });

  test('in a sandbox, from a host that lets nobody else read', async ({ host }) => {
    const headers = { 'Access-Control-Allow-Origin': 'https://example.org' };
    const server = await preview({
      preview: { host: '127.0.0.1', port: 4301, cors: false, headers },
      logLevel: 'error',
    });
    try {
      const page = await host(
        `<iframe sandbox="allow-scripts" width="720" height="480" src="${server.resolvedUrls?.local[0]}embed.html"></iframe>`,
      );
      const frame = await (await page.waitForSelector('iframe')).contentFrame();
      if (!frame) throw new Error('There is no frame');
      await explained(frame);
    } finally {
      await server.close();
    }
  });
});

test.runIf(many)('the other pages, opened as files, say why they are empty', async ({ browser }) => {
  const context = await browser.newContext();
  const [index] = await Promise.all(
    ['index', 'practice', 'lab', 'teach'].map(async (name) => {
      const page = await context.newPage();
      await page.goto(pathToFileURL(join('dist', `${name}.html`)).href);
      await page.getByText('If this page stays empty, scripts are switched off').waitFor();
      expect(await page.locator('body').evaluate((body) => getComputedStyle(body).margin)).toBe('0px');
      return page;
    }),
  );
  await index.getByRole('link', { name: 'This one file' }).click();
  await index.locator('.diagram svg').waitFor();
  await context.close();
});

test.runIf(many)('a frame that starts loads nothing of the example, and shows none of it', async ({ host }) => {
  const page = await host('<p>Week 6</p>');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const quiet = watchRequests(page);
  await page.setContent(frameTag('cell=gru'));
  const frame = await framed(page);
  await quiet();
  expect(await frame.getByText(WAITING).count()).toBe(0);
  expect(asked.filter((url) => url.includes('example'))).toEqual([]);
  expect(asked.some((url) => url.includes('/assets/instance-'))).toBe(true);
});

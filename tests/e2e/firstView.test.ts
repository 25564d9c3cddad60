import type { Page } from 'playwright';
import { describe, expect } from 'vitest';
import { many } from '../setup/cases.ts';
import { address, test } from './browser.ts';
import { holdBack } from './network.ts';
import { recordShifts } from './shifts.ts';

const SIZES = [
  { width: 320, height: 480 },
  { width: 720, height: 480 },
  { width: 1200, height: 480 },
];
const INSTANCE = '**/assets/instance-*.js';

/** Keeps the code of the instance back until the returned function is called. */
const withoutInstance = (page: Page) => holdBack(page, INSTANCE);

/** Place of an element in the window, in whole pixels. */
const boxOf = (page: Page, selector: string): Promise<readonly number[]> =>
  page.locator(selector).evaluate((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return [x, y, width, height].map(Math.round);
  });

describe.for(SIZES)('at $width × $height', (viewport) => {
  test.for(many || viewport.width < 400 ? (['light', 'dark'] as const) : (['light'] as const))(
    'a frame without a link shows its picture before its code: %s',
    async (colorScheme, { open }) => {
      const page = await open('about:blank', { viewport, colorScheme });
      const release = await withoutInstance(page);
      await page.goto(address('embed.html'), { waitUntil: 'commit' });
      const image = page.locator('.first-view img');
      await expect
        .poll(() => image.evaluate((img: HTMLImageElement) => img.complete && img.naturalWidth))
        .toBeGreaterThan(300);
      expect(await image.evaluate((img: HTMLImageElement) => img.currentSrc)).toContain(`-${colorScheme}-`);
      const before = [await boxOf(page, '.first-view img'), await boxOf(page, '.first-view .transport')];
      const where = await page.locator('.first-view output.where').innerText();
      release();
      await page.locator('.diagram svg').waitFor();
      expect(await page.locator('.first-view').count()).toBe(0);
      expect([await boxOf(page, '.diagram svg'), await boxOf(page, '.transport')]).toEqual(before);
      expect(await page.locator('output.where').innerText()).toBe(where);
    },
  );

  // a throttled page takes the time of ten others: the widths beside the narrowest are tried in the long run
  const [plain, linked] = ['embed.html', 'embed.html#cell=gru&text=hello&t=3'];
  const paths: Readonly<Record<number, readonly string[]>> = { 320: [plain] };
  test.for(many ? [plain, linked] : (paths[viewport.width] ?? []))(
    '%s moves nothing on a slow computer',
    async (path, { open }) => {
      const page = await open('about:blank', { viewport });
      const session = await page.context().newCDPSession(page);
      await session.send('Emulation.setCPUThrottlingRate', { rate: 8 });
      await session.send('Network.enable');
      await session.send('Network.emulateNetworkConditions', {
        offline: false,
        latency: 150,
        downloadThroughput: 200_000,
        uploadThroughput: 100_000,
      });
      const shifts = await recordShifts(page);
      await page.goto(address(path));
      await page.locator('.diagram svg').waitFor();
      // with the pointer come what describes and announces
      await page.locator('.transport').hover();
      await page.locator('.live-region').waitFor({ state: 'attached' });
      expect(await shifts()).toBeLessThan(0.01);
    },
  );
});

test('a frame with a link shows its outline, and neither shows nor loads the picture of another view', async ({
  open,
}) => {
  const page = await open('about:blank');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const release = await withoutInstance(page);
  await page.goto(address('embed.html#cell=gru&theme=dark'), { waitUntil: 'commit' });
  const loading = page.getByText('Loading…');
  await loading.waitFor();
  expect(await loading.evaluate((element) => getComputedStyle(element).colorScheme)).toBe('dark');
  expect(asked.filter((url) => url.endsWith('.svg'))).toEqual([]);
  const [picture, where] = [page.locator('.first-view img'), page.locator('.first-view output.where')];
  expect([await picture.isVisible(), await where.isVisible()]).toEqual([false, false]);
  const go = (hash: string) => page.evaluate((hash) => window.location.replace(hash), hash);
  await go('#');
  await expect.poll(() => picture.isVisible()).toBe(true);
  await go('#cell=gru');
  await expect.poll(() => picture.isVisible()).toBe(false);
  release();
  await page.locator('.diagram svg').waitFor();
  expect(await page.locator('.first-view').count()).toBe(0);
});

test.for([390, 720])(
  'the picture of a frame without a link gives way to that of the instance: %i px',
  async (width, { open }) => {
    const page = await open('about:blank', { viewport: { width, height: 480 } });
    await page.addInitScript(() => {
      const frames: string[] = [];
      Object.assign(globalThis, { frames });
      const look = (): void => {
        const image = document.querySelector<HTMLImageElement>('.first-view img');
        if (image?.complete && image.naturalWidth > 0) frames.push('picture');
        const svg = document.querySelector('.diagram svg');
        if (svg) frames.push(svg.checkVisibility({ visibilityProperty: true }) ? 'instance' : 'nothing');
        else requestAnimationFrame(look);
      };
      look();
    });
    await page.goto(address('embed.html'));
    await page.locator('.diagram svg').waitFor();
    await expect.poll(() => page.evaluate('frames.at(-1)')).not.toBe('picture');
    expect(new Set((await page.evaluate('frames')) as readonly string[])).toEqual(new Set(['picture', 'instance']));
  },
);

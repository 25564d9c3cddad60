import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright';
import { describe, expect } from 'vitest';
import { type Loading, loadingOf } from '../../scripts/loading.ts';
import { address, test } from './browser.ts';

/** Loads a page once with an empty cache. */
async function loaded(browser: Browser, path: string, late: string, width = 1440): Promise<Loading> {
  const context = await browser.newContext({ viewport: { width, height: 900 } });
  // tsx and vitest call a helper to name functions, which does not exist in the page
  await context.addInitScript('globalThis.__name = (named) => named');
  const loading = await loadingOf(await context.newPage(), address(path), late);
  await context.close();
  return loading;
}

test('the story asks for no more before it is live than Explore does', async ({ browser }) => {
  const explore = await loaded(browser, 'index.html#v=1', '.timeline canvas');
  const story = await loaded(browser, 'index.html', '.badge');
  expect(story.beforeLive.requests).toBeLessThanOrEqual(explore.beforeLive.requests);
  expect(story.beforeLive.bytes).toBeLessThanOrEqual(explore.beforeLive.bytes);
  expect(explore.beforeLive.bytes).toBeLessThan(191_000);
});

describe.each([
  ['index.html#v=1', '.timeline canvas', 8, 12],
  // most of the rest is for paper, which waits for nothing
  ['index.html', '.badge', 8, 15],
  ['embed.html', '.diagram svg [role="button"]', 8, 8],
  ['embed.html#cell=lstm&text=banana&t=3', '.diagram svg [role="button"]', 8, 8],
  ['embed.html#cell=slstm&text=banana&t=3', '.diagram svg [role="button"]', 8, 8],
  ['embed.html#preset=trained-anbn-lstm', '.diagram svg [role="button"]', 8, 8],
  [
    'embed.html#cell=gru&text=hello&parts=diagram,transport,stages,equations,inspector,timeline',
    '.timeline canvas',
    8,
    15,
  ],
])('%s', (path, late, beforeLive, beforeIdle) => {
  test(`asks for at most ${beforeLive} files before it is live and ${beforeIdle} before it is idle`, async ({
    browser,
  }) => {
    const loading = await loaded(browser, path, late);
    const names = loading.files.map((file) => new URL(file).pathname);
    expect(names.filter((name) => name.endsWith('.woff2'))).toHaveLength(1);
    expect(new Set(names).size).toBe(names.length);
    // a page that failed to draw or left something out would make fewer requests
    expect(loading.beforeLive.requests).toBeGreaterThan(4);
    expect(loading.beforeLive.requests, names.join('\n')).toBeLessThanOrEqual(beforeLive);
    expect(loading.beforeIdle.requests, names.join('\n')).toBeLessThanOrEqual(beforeIdle);
  });
});

// one of each kind: learned, set by hand with an option, set by hand for any text, and from a seed
describe.each(['trained-next-character-gru', 'accumulate', 'first-letter-coupled', 'sine'])(
  'a frame that shows %s',
  (id) => {
    test.for([1440, 390])(
      'has 60 kB of JavaScript and 8 files before it is live, %i px wide',
      async (width, { browser }) => {
        const late = '.diagram svg [role="button"]';
        const { files, beforeLive } = await loaded(browser, `embed.html#preset=${id}`, late, width);
        const paths = files.slice(0, beforeLive.requests).map((file) => new URL(file).pathname);
        expect(paths).toContain(`/presets/${id}.json`);
        expect(paths.length).toBeLessThanOrEqual(8);
        const scripts = paths.filter((path) => path.endsWith('.js'));
        const bytes = scripts.reduce((sum, path) => sum + gzipSync(readFileSync(join('dist', path))).length, 0);
        expect(bytes).toBeGreaterThan(50_000);
        expect(bytes, scripts.join('\n')).toBeLessThanOrEqual(60_000);
      },
    );
  },
);

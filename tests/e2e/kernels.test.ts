import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright';
import { build, type Rolldown } from 'vite';
import { expect } from 'vitest';
import { complaintsOf, test } from './browser.ts';
import type { Computed } from './kernelsPage.ts';

/** The page's script, bundled with its imports. */
async function script(): Promise<string> {
  const result = (await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: fileURLToPath(new URL('kernelsPage.ts', import.meta.url)), formats: ['es'] },
      rollupOptions: { output: { codeSplitting: false } },
    },
  })) as Rolldown.RolldownOutput[];
  return result[0].output[0].code;
}

/** Runs the code on a page under this script policy; returns its result and the page's complaints. */
async function computedUnder(browser: Browser, policy: string, code: string): Promise<Computed> {
  const page = await browser.newPage();
  const complaints = complaintsOf(page);
  const html = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; script-src ${policy}"><link rel="icon" href="data:,"><script type="module" src="/script.js"></script>`;
  await page.route('**/*', (route) =>
    route.request().url().endsWith('.js')
      ? route.fulfill({ contentType: 'text/javascript', body: code })
      : route.fulfill({ contentType: 'text/html', body: html }),
  );
  await page.goto('http://127.0.0.1:9/');
  await expect.poll(() => page.title()).not.toBe('');
  const title = await page.title();
  await page.close();
  expect(complaints).toEqual([]);
  return JSON.parse(title) as Computed;
}

test('where WebAssembly is forbidden TypeScript computes the same numbers, without a word', async ({ browser }) => {
  const code = await script();
  const strict = await computedUnder(browser, "'self'", code);
  const open = await computedUnder(browser, "'self' 'wasm-unsafe-eval'", code);
  expect(strict.kind).toBe('plain');
  expect(open.kind).toBe('wasm');
  expect(open.gradient.some((value) => value !== 0)).toBe(true);
  expect(strict.gradient).toEqual(open.gradient);
});

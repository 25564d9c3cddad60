import { expect } from 'vitest';
import { many } from '../setup/cases.ts';
import { address, stillTest as test } from './browser.ts';
import { panel } from './instrument.ts';

const SINGLE = 'From 32 units on, signals are computed in float32; outputs and gradients follow from them in float64.';
const DOUBLE = 'Everything is computed in float64.';

test('from 32 units on the page computes signals in float32, fetches the kernels then, and says so', async ({
  open,
}) => {
  const page = await open('#cell=lstm&units=31');
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  const kernels = () => fetched.filter((url) => /kernels\.wasm/.test(url)).length;
  await panel(page, 'Weights');
  await expect.poll(() => page.getByText(DOUBLE).count()).toBe(1);
  expect(kernels()).toBe(0);
  const units = page.getByRole('slider', { name: 'H, hidden units' });
  await units.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => page.getByText(SINGLE).count()).toBe(1);
  expect(kernels()).toBe(1);
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => page.getByText(DOUBLE).count()).toBe(1);
});

test.runIf(many)(
  'a page whose policy forbids WebAssembly shows a large cell in float64 and fetches no kernels',
  async ({ browser }) => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const said: string[] = [];
    const fetched: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(error.message));
    page.on('request', (request) => fetched.push(request.url()));
    await page.route(/\/(index\.html)?$/, async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replace(/ (&#39;|')wasm-unsafe-eval(&#39;|')/, '');
      await route.fulfill({ response, body });
    });
    await page.goto(address('#cell=lstm&units=40'));
    await expect.poll(() => fetched.filter((url) => /assets\/forward-/.test(url)).length).toBeGreaterThan(0);
    await page
      .getByRole('button', { name: /^Forward one/ })
      .first()
      .click();
    await panel(page, 'Weights');
    await expect.poll(() => page.getByText(DOUBLE).count()).toBe(1);
    expect(fetched.filter((url) => /kernels\.wasm/.test(url))).toEqual([]);
    expect(said).toEqual([]);
    await context.close();
  },
);

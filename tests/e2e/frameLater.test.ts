import type { Page } from 'playwright';
import { describe, expect } from 'vitest';
import { address, test } from './browser.ts';

/** A frame's files that a browser is kept from loading, by the beginnings of their names. */
const block = (page: Page, name: string) => page.route(`**/assets/${name}-*.js`, (route) => route.abort());

const nodes = (page: Page): Promise<number> => page.locator('.diagram svg .node').count();

describe('a cell that a frame begins without', () => {
  test.for([
    // its declaration is fetched, its picture known
    ['cell=gru', 'GRU', 7, ['cells']],
    ['cell=peephole', 'Peephole', 10, ['cells', 'figures']],
    ['cell=mgu', 'MGU', 5, ['cells', 'more', 'figures']],
    ['cell=lstm&options=form:original', 'LSTM', 7, ['figures']],
  ] as const)('%s is drawn and steps', async ([keys, name, least, files], { open }) => {
    const page = await open('about:blank');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(address(`embed.html#${keys}&text=abc`));
    await page.getByRole('group', { name: `Diagram of the ${name} cell at timestep 1 of 3` }).waitFor();
    expect(await nodes(page)).toBeGreaterThanOrEqual(least);
    for (const file of ['cells', 'more', 'figures'])
      expect(
        asked.some((path) => path.includes(`/assets/${file}-`)),
        file,
      ).toBe((files as readonly string[]).includes(file));
    await page.getByRole('button', { name: /^Forward one/ }).click();
    await page.getByRole('group', { name: `Diagram of the ${name} cell at timestep 2 of 3` }).waitFor();
  });

  test('says so where its declaration does not arrive, and shows another', async ({ browser }) => {
    const page = await browser.newPage();
    await block(page, 'cells');
    await page.goto(address('embed.html#cell=gru&text=abc'));
    await page.getByText('The cell of this link could not be fetched. Reload the page to try again.').waitFor();
    await page.getByRole('group', { name: 'Diagram of the LSTM cell at timestep 1 of 3' }).waitFor();
    await page.close();
  });

  test('says so where what draws it does not arrive, and keeps the player', async ({ browser }) => {
    const page = await browser.newPage();
    await block(page, 'figures');
    await page.goto(address('embed.html#cell=peephole&text=abc'));
    await page.getByText(/cannot be shown\. Change something or reload the page to try again\.$/).waitFor();
    await page.getByRole('button', { name: /^Forward one/ }).click();
    await expect.poll(() => page.locator('output.where').innerText()).toMatch(/^t = [12] of 3/);
    await page.close();
  });
});

test('a switch of the cell in a frame marks what is new, and undoing it draws the cell before', async ({ open }) => {
  const page = await open('embed.html#cell=lstm&text=abc&parts=cell,diagram,transport');
  await page.getByRole('radio', { name: 'Peephole' }).check();
  await page.getByRole('group', { name: /^Diagram of the Peephole cell/ }).waitFor();
  await page.locator('.diagram figcaption.change').waitFor();
  await page.locator('output.where').click();
  await page.keyboard.press('Control+z');
  await page.getByRole('group', { name: /^Diagram of the LSTM cell/ }).waitFor();
  // what the peepholes added is left as a ghost
  expect(await page.locator('.diagram svg .ghost').count()).toBeGreaterThan(0);
});

test('a frame that follows addresses from one known cell to another can undo that', async ({ open }) => {
  const page = await open('embed.html#cell=lstm&text=abc');
  await page.getByRole('group', { name: /^Diagram of the LSTM cell/ }).waitFor();
  await page.evaluate(() => {
    location.hash = 'cell=gru&text=abc';
  });
  await page.getByRole('group', { name: /^Diagram of the GRU cell/ }).waitFor();
  await page.locator('output.where').click();
  await page.keyboard.press('Control+z');
  await page.getByRole('group', { name: /^Diagram of the LSTM cell/ }).waitFor();
});

test('a narrow frame draws a known cell with the small file alone, and any other with the router', async ({ open }) => {
  const page = await open('about:blank', { viewport: { width: 390, height: 480 } });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(address('embed.html#cell=lstm&text=abc'));
  await page.locator('.diagram svg:not([data-waiting])').waitFor();
  expect(asked.some((path) => path.includes('/assets/compactPicture-'))).toBe(true);
  expect(asked.some((path) => path.includes('/assets/figures-'))).toBe(false);
  await page.goto('about:blank');
  await page.goto(address('embed.html#cell=coupled&text=abc'));
  await page.locator('.diagram svg:not([data-waiting])').waitFor();
  expect(asked.some((path) => path.includes('/assets/figures-'))).toBe(true);
});

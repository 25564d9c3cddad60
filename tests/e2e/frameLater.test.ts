import type { Page } from 'playwright';
import { describe, expect } from 'vitest';
import { type Cell, cellOf } from '../../src/cell/cell.ts';
import { declarationOf } from '../../src/cells/index.ts';
import { address, test } from './browser.ts';
import { holdBack } from './network.ts';

/** A frame's files that a browser is kept from loading, by the beginnings of their names. */
const block = (page: Page, name: string) => page.route(`**/assets/${name}-*.js`, (route) => route.abort());

const cellNamed = (id: string, options: Readonly<Record<string, string>> = {}): Cell => {
  const declaration = declarationOf(id);
  if (!declaration) throw new Error(`There is no cell ${id}`);
  return cellOf(declaration, options);
};

describe('a cell that a frame begins without', () => {
  test.for([
    // its declaration is fetched, its picture known
    ['cell=gru', cellNamed('gru'), ['cells']],
    ['cell=peephole', cellNamed('peephole'), ['cells', 'figures']],
    ['cell=mgu', cellNamed('mgu'), ['cells', 'more', 'figures']],
    ['cell=lstm&options=form:original', cellNamed('lstm', { form: 'original' }), ['figures']],
  ] as const)('%s is drawn and steps', async ([keys, { name, signals }, files], { open }) => {
    const page = await open('about:blank');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(address(`embed.html#${keys}&text=abc`));
    await page.getByRole('group', { name: `Diagram of the ${name} cell at timestep 1 of 3` }).waitFor();
    expect(await page.locator('.diagram svg .node').count()).toBe(signals.length);
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

test('a switch of the cell in a frame marks what is new, and the way back leaves it as a ghost', async ({ open }) => {
  const page = await open('embed.html#cell=lstm&text=abc&parts=cell,diagram,transport');
  await page.getByRole('radio', { name: 'Peephole' }).click();
  await page.getByRole('group', { name: /^Diagram of the Peephole cell/ }).waitFor();
  await page.getByText('Added: three peepholes, 12 weights.').waitFor();
  expect(await page.locator('.diagram svg .ghost').count()).toBe(0);
  await page.getByRole('radio', { name: 'LSTM' }).click();
  await page.getByRole('group', { name: /^Diagram of the LSTM cell/ }).waitFor();
  await expect.poll(() => page.locator('.diagram svg .ghost').count()).toBeGreaterThan(0);
});

test('a frame follows its address to cells that it began without', async ({ open }) => {
  const page = await open('embed.html#cell=lstm&text=abc');
  await page.getByRole('group', { name: /^Diagram of the LSTM cell/ }).waitFor();
  for (const [cell, name] of [
    ['gru', 'GRU'],
    ['peephole', 'Peephole'],
  ]) {
    await page.evaluate((id) => {
      location.hash = `cell=${id}&text=abc`;
    }, cell);
    await page.getByRole('group', { name: `Diagram of the ${name} cell at timestep 1 of 3` }).waitFor();
  }
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

test('a key pressed before the code of the keys has come acts once it is there', async ({ open }) => {
  const page = await open('embed.html#cell=lstm&text=abc');
  await page.getByRole('group', { name: 'Diagram of the LSTM cell at timestep 1 of 3' }).waitFor();
  const place = page.locator('output.where');
  const release = await holdBack(page, '**/assets/*.js');
  await page.getByRole('button', { name: /^Forward one/ }).focus();
  await page.keyboard.press('ArrowRight');
  expect(await place.innerText()).toBe('t = 1 of 3 · Output');
  release();
  await expect.poll(() => place.innerText()).toBe('t = 2 of 3 · Forget');
});

import { wcagLuminance } from 'culori';
import type { Frame, Page } from 'playwright';
import { describe, expect } from 'vitest';
import { STANDARD, violations } from './axe.ts';
import { test } from './browser.ts';

/** The document around the diagram of an example: the page itself, or the frame in it. */
const inPage = async (page: Page): Promise<Page> => page;
const inFrame = async (page: Page): Promise<Frame> => {
  const frame = await (await page.waitForSelector('iframe')).contentFrame();
  if (!frame) throw new Error('The page has no frame');
  return frame;
};

describe.each([
  ['plain.html', inPage, {}],
  ['frame-only.html', inFrame, {}],
  ['docusaurus.html', inPage, {}],
  ['sphinx.html', inPage, {}],
  ['reveal.html', inPage, {}],
  ['myst/index.html', inPage, {}],
  // axe is a script from elsewhere, which this page refuses: its rules are checked on the plain page
  ['strict.html', inPage, null],
] as const)('examples/%s', (name, into, axe) => {
  test('shows a live diagram at 1200 and at 390 pixels, and keeps the rules of axe', async ({ open }) => {
    const page = await open(`examples/${name}`, axe ? { bypassCSP: true } : {});
    const around = await into(page);
    const diagram = around.locator('.diagram svg').first();
    await diagram.waitFor();
    expect(await diagram.getAttribute('aria-label')).toBe('Diagram of the LSTM cell at timestep 2 of 6');
    const place = () => around.locator('output.where').first().innerText();
    const before = await place();
    await around
      .getByRole('button', { name: /^Forward one|^Back one/ })
      .first()
      .click();
    await expect.poll(place).not.toBe(before);
    for (const width of [1200, 390]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
    if (axe) expect(await violations(page, undefined, STANDARD)).toEqual([]);
  });
});

test('the page of Docusaurus switches its theme and that of the diagram together', async ({ open }) => {
  const page = await open('examples/docusaurus.html');
  const places = [page.locator('h1'), page.locator('gate-diagram output.where')];
  const inks = () => Promise.all(places.map((place) => place.evaluate((element) => getComputedStyle(element).color)));
  await places[1].waitFor();
  expect(Math.max(...(await inks()).map((ink) => wcagLuminance(ink)))).toBeLessThan(0.3);
  await page.getByRole('button', { name: 'Dark', exact: true }).click();
  await expect.poll(async () => Math.min(...(await inks()).map((ink) => wcagLuminance(ink)))).toBeGreaterThan(0.4);
});

test('the keys of a deck move its slides, and the buttons of its diagram step', async ({ open }) => {
  const page = await open('examples/reveal.html');
  const place = page.locator('output.where');
  await place.waitFor();
  const next = page.getByRole('heading', { name: 'Only what the forget gate lets through' });
  await page.getByRole('button', { name: /^Forward one/ }).click();
  const stepped = await place.innerText();
  // the focus is on the button of the diagram
  await page.keyboard.press('ArrowRight');
  await next.waitFor();
  await page.keyboard.press('ArrowLeft');
  await page.getByRole('heading', { name: 'What does it keep?' }).waitFor();
  expect(await place.innerText()).toBe(stepped);
});

test('the plain page hears of steps from its element', async ({ open }) => {
  const page = await open('examples/plain.html');
  await page.getByRole('button', { name: 'To the end' }).first().click();
  await page.getByText('timestep 6, token a').waitFor();
});

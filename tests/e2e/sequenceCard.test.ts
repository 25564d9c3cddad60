import type { Page } from 'playwright';
import { expect } from 'vitest';
import { test } from './browser.ts';
import { goTo } from './instrument.ts';

const desktop = { viewport: { width: 1440, height: 900 } };
const score = (page: Page) => page.locator('.sequence-card .score').innerText();
const answers = async (page: Page) =>
  (await page.locator('.token-strip-scroll .answers li').allInnerTexts()).map((text) => text.replace(/\s/g, ''));

test('answers are counted and named up to the cursor, and no further', async ({ open }) => {
  const page = await open('#preset=trained-agreement-far-rnn&t=6&step=timestep', desktop);
  await expect.poll(() => score(page)).toMatch(/^1 of 1 answer right so far/);
  expect((await answers(page)).join('')).toMatch(/^·····✓?flowers✓?···•···•····•$/);
  await goTo(page, 1);
  await expect.poll(() => score(page)).toMatch(/^No answer is asked yet/);
  await page.keyboard.press('End');
  await expect.poll(() => score(page)).toMatch(/^3 of 4 answers right\n/);
  expect((await answers(page)).at(-1)).toMatch(/→\w+/);
});

test('nothing is judged in a text of which no right answer is known', async ({ open }) => {
  const page = await open('#preset=trained-anbn-lstm&text=bab', desktop);
  await expect.poll(() => score(page)).toBe('No right answer is known for this text.');
  expect(await page.locator('.sequence-card .mark-sign').count()).toBe(0);
});

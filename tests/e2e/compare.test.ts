import type { Page } from 'playwright';
import { describe, expect } from 'vitest';
import { violationsInBoth } from './axe.ts';
import { test } from './browser.ts';
import { moment, ready } from './instrument.ts';

const NUMBER = /[+−-]?\d+(?:\.\d+)?/;
const numberIn = (text: string): number => Number((NUMBER.exec(text)?.[0] ?? 'none').replace('−', '-'));

const card = (page: Page) => page.getByRole('region', { name: 'Where they part' });
const stage = (page: Page, letter: string) => page.getByRole('region', { name: new RegExp(`^${letter}: `) }).first();

/** The sentence on the point at which the runs part, and its terms. */
async function reason(page: Page): Promise<{ sentence: string; shares: number[]; total: number }> {
  const sentence = await card(page).locator('.parting-sentence').innerText();
  const shares = await card(page).locator('.contribution .value').allInnerTexts();
  return {
    sentence,
    shares: shares.map(numberIn),
    total: numberIn(await card(page).locator('.total .value').innerText()),
  };
}

describe.each([
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
])('at $width px', (viewport) => {
  test('a reader puts an LSTM beside a coupled one, goes to where they part, reads why, and sends the link', async ({
    open,
  }) => {
    const page = await ready(await open('#preset=trained-anbn-lstm&t=3', { viewport, bypassCSP: true }));
    await page.getByRole('button', { name: 'Compare with…' }).click();
    await page
      .getByRole('region', { name: 'Learned the same: aⁿbⁿ' })
      .getByRole('button', { name: /^Coupled/ })
      .click();
    for (const letter of ['A', 'B'])
      await expect.poll(() => stage(page, letter).locator('.badge').innerText()).toMatch(/^learned: aⁿbⁿ/);
    await page.getByText('Each cell uses the weights that it learned for aⁿbⁿ.').first().waitFor();
    // one transport moves both
    await page.keyboard.press('ArrowRight');
    for (const [letter, cell] of [
      ['A', 'LSTM'],
      ['B', 'Coupled'],
    ])
      await expect
        .poll(() => stage(page, letter).locator('.diagram svg').getAttribute('aria-label'))
        .toMatch(new RegExp(`${cell}.* at timestep 4 `));

    await page.getByRole('button', { name: /^they part at t = 1$/ }).click();
    await expect.poll(() => moment(page)).toMatch(/^timestep 1 of /);
    await expect
      .poll(() => reason(page).then(({ sentence }) => sentence))
      .toMatch(/^They part at t = 1 in the .*: .* in A, .* in B\.$/s);
    const { sentence, shares, total } = await reason(page);
    expect(shares.length).toBeGreaterThan(0);
    // the printed terms add up and are sorted by size
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(total, 9);
    expect(shares.map(Math.abs)).toEqual(shares.map(Math.abs).toSorted((x, y) => y - x));
    await card(page).getByRole('button', { name: 'Next parting' }).click();
    await expect.poll(() => reason(page).then((now) => now.sentence)).not.toBe(sentence);
    const there = await reason(page);
    // a signal without a letter is named once, with its unit
    expect(there.sentence).toMatch(/ in unit \d of the kept memory: /);

    await expect.poll(() => page.url()).toContain('beside=preset=trained-anbn-coupled');
    const [, t] = /^timestep (\d+)/.exec((await moment(page)) ?? '') ?? [];
    await expect.poll(() => page.url()).toMatch(new RegExp(`[#&]t=${t}&.*signal=`));
    const friend = await open(new URL(page.url()).hash, { viewport, bypassCSP: true });
    await card(friend).locator('.parting-sentence').waitFor();
    await expect.poll(() => reason(friend)).toEqual(there);
    await expect.poll(() => moment(friend)).toBe(await moment(page));

    await page.keyboard.press('Control+z');
    await expect.poll(() => page.getByRole('button', { name: 'Compare with…' }).count()).toBe(1);
    await expect.poll(() => card(page).count()).toBe(0);
  });

  test('all of a comparison keeps the rules of axe', async ({ open }) => {
    const page = await open('#preset=trained-anbn-lstm&t=9&beside=preset=trained-anbn-coupled', {
      viewport,
      bypassCSP: true,
    });
    await card(page).locator('.parting-sentence').waitFor();
    for (const tab of ['Over time', 'Explain', 'Equations', 'In common']) {
      await page.getByRole('tab', { name: tab }).click();
      await page.waitForLoadState('networkidle');
      expect(await violationsInBoth(page), tab).toEqual([]);
    }
    await page.getByRole('button', { name: 'Add a third…' }).click();
    await page.getByRole('region', { name: 'Another sequence' }).waitFor();
    expect(await violationsInBoth(page, ['dialog[open]'])).toEqual([]);
  });
});

test('a run whose weights come only after the choices were closed is not put beside', async ({ open }) => {
  const page = await ready(await open('#preset=trained-anbn-lstm&t=3', { viewport: { width: 1440, height: 900 } }));
  let deliver = (): void => {};
  const delivered = new Promise<void>((resolve) => {
    deliver = resolve;
  });
  await page.route('**/anbn-coupled-*', async (route) => {
    await delivered;
    await route.continue();
  });
  const weights = page.waitForResponse(/anbn-coupled-/);
  await page.getByRole('button', { name: 'Compare with…' }).click();
  await page
    .getByRole('region', { name: 'Learned the same: aⁿbⁿ' })
    .getByRole('button', { name: /^Coupled/ })
    .click();
  await page.getByRole('button', { name: /^Random weights/ }).click();
  await stage(page, 'B').waitFor();
  deliver();
  await (await weights).finished();
  // what the weights would bring is brought before the browser is idle
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
  expect(await stage(page, 'C').count()).toBe(0);
});

import type { Page } from 'playwright';
import { expect } from 'vitest';
import { test } from './browser.ts';
import { editor, moment, numbersOf, panel } from './instrument.ts';

const SENTENCE = 'the key to the cabinets is lost';

const radio = (page: Page, name: string) => page.getByRole('radio', { name, exact: true });

/** A printed number, with a true minus sign and possibly a power of ten. */
function printed(text: string): number {
  const [mantissa, power] = text
    .replaceAll('−', '-')
    .replace('+', '')
    .split(/\s*×\s*10/);
  return (
    Number(mantissa) *
    10 ** Number((power ?? '0').replace(/[⁰¹²³⁴-⁹⁻]/g, (c) => '0123456789-'['⁰¹²³⁴⁵⁶⁷⁸⁹⁻'.indexOf(c)]))
  );
}

test('a newcomer steps an LSTM through a sentence, adds a peephole, turns to the GRU, asks why, and sends it to a friend', async ({
  open,
}) => {
  const page = await open('', { viewport: { width: 1440, height: 1000 } });
  await editor(page, 'Text');
  await page.getByLabel('Text for the cell to read').fill(SENTENCE);
  // the first cell has learned only a and b, so the sentence gets weights that can read it
  await expect
    .poll(() => page.locator('.weights-badge .badge').innerText())
    .toBe('set by hand: names the first letter');
  expect(await page.locator('.text-input .fault').count()).toBe(0);
  await radio(page, 'words').check({ force: true });
  // a new text is read from its beginning
  await expect.poll(() => moment(page)).toMatch(/timestep 1 of 7/);

  await page.keyboard.press('Escape');
  await page.keyboard.press('Home');
  const seen = new Set<string | null>();
  for (let k = 0; k < 8; k++) {
    await page.getByRole('button', { name: /^Forward one/ }).click();
    seen.add(await moment(page));
  }
  await expect.poll(() => moment(page)).toMatch(/timestep 2 of 7.*key/);
  // the first word is asked for at every timestep, and each answer is judged once computed
  expect([...seen]).toEqual([
    'timestep 1 of 7, the, asked',
    'timestep 1 of 7, the, right',
    'timestep 2 of 7, key, asked',
    'timestep 2 of 7, key, right',
  ]);

  await radio(page, 'Peephole').check({ force: true });
  await page.getByRole('button', { name: /sees/ }).click();
  for (const gate of ['f', 'i', 'o'])
    await page.getByRole('checkbox', { name: new RegExp(`^${gate} sees`) }).uncheck({ force: true });
  await page.getByRole('checkbox', { name: /^o sees/ }).check({ force: true });
  await page.keyboard.press('Escape');
  await panel(page, 'Equations');
  const change = page.locator('.diagram .change');
  await expect.poll(() => moment(page)).toMatch(/timestep 2 of 7.*key/);
  await expect.poll(() => change.textContent()).toMatch(/^Added: a peephole, \d+ weights\.$/);
  await expect.poll(() => page.locator('.equations').textContent()).toContain('changed');
  await expect.poll(() => page.locator('.diagram .added').count()).toBeGreaterThan(0);

  await radio(page, 'GRU').check({ force: true });
  await expect.poll(() => moment(page)).toMatch(/timestep 2 of 7.*key/);
  await panel(page, 'Explain');
  await page.locator('.diagram .node[data-signal="z"]').click();
  const why = page.locator('.arithmetic');
  await expect.poll(() => why.locator('h3').textContent()).toMatch(/^Why z/);
  const summands = (await why.locator('.contribution .value').allTextContents()).map(printed);
  const [sum] = (await why.locator('.total .value').allTextContents()).map(printed);
  expect(summands.length).toBeGreaterThan(3);
  expect(summands.reduce((a, b) => a + b, 0)).toBeCloseTo(sum, 9);

  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const link = await page.getByLabel('Link', { exact: true }).inputValue();
  await page.keyboard.press('Escape');
  const mine = await numbersOf(page);
  expect(mine.filter((text) => /\d/.test(text)).length).toBeGreaterThan(30);

  const friend = await open(link.slice(link.indexOf('#')), {
    viewport: { width: 390, height: 844 },
    colorScheme: 'dark',
  });
  await expect.poll(() => moment(friend)).toMatch(/timestep 2 of 7.*key/);
  await expect.poll(() => numbersOf(friend)).toEqual(mine);
  expect(await friend.locator('.arithmetic h3').textContent()).toBe(await why.locator('h3').textContent());
});

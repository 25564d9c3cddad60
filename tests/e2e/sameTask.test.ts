import type { Page } from 'playwright';
import { expect } from 'vitest';
import { stillTest as test } from './browser.ts';
import { editor } from './instrument.ts';

const radio = (page: Page, name: string) => page.getByRole('radio', { name, exact: true });
const badge = (page: Page) => page.locator('.weights-badge .badge').innerText();

test('a trained example stays one under every cell tab, and nothing is answered by what has learned nothing', async ({
  open,
}) => {
  const page = await open('#preset=trained-remember-first-lstm&t=32', { viewport: { width: 1440, height: 900 } });
  const verdict = () => page.locator('.verdict').innerText();
  await expect.poll(() => badge(page)).toMatch(/^learned: Remember the first symbol, 100\s%/);
  await expect.poll(verdict).toContain('Right.');
  await radio(page, 'RNN').check({ force: true });
  await expect.poll(() => badge(page)).toMatch(/^learned: Remember the first symbol, 24\.8\s%/);
  await expect.poll(verdict).toMatch(/Wrong: the right answer is .*D/);
  await page.getByRole('button', { name: /^More/ }).click();
  await page.getByRole('button', { name: 'MGU' }).click();
  await expect.poll(() => badge(page)).toBe('random weights: has learned nothing');
  await expect.poll(() => page.locator('.prediction').count()).toBe(0);
  await radio(page, 'GRU').check({ force: true });
  await expect.poll(verdict).toContain('Right.');
  await page.keyboard.press('Control+z');
  await expect.poll(() => badge(page)).toBe('random weights: has learned nothing');
});

test('a sentence of the reader’s own gets weights that name its first letter, and leads back', async ({ open }) => {
  const page = await open('', { viewport: { width: 1440, height: 900 } });
  await editor(page, 'Text');
  await page.getByLabel('Text for the cell to read').fill('Größe zählt!');
  await page.keyboard.press('Escape');
  for (const cell of ['LSTM', 'RNN', 'Peephole', 'Coupled', 'GRU']) {
    await radio(page, cell).check({ force: true });
    await expect.poll(() => badge(page)).toBe('set by hand: names the first letter');
    await page.keyboard.press('End');
    await expect.poll(() => page.locator('.outputs .best').innerText()).toMatch(/^G\s/);
  }
  await page.getByRole('button', { name: 'Back to aⁿbⁿ' }).click();
  await expect.poll(() => badge(page)).toMatch(/^learned: aⁿbⁿ/);
  await page.keyboard.press('Control+z');
  await expect.poll(() => badge(page)).toBe('set by hand: names the first letter');
  await expect.poll(() => page.url()).toContain('text=');
  await page.reload();
  await expect.poll(() => badge(page)).toBe('set by hand: names the first letter');
  await page.getByRole('button', { name: 'Random weights' }).click();
  await expect.poll(() => badge(page)).toBe('random weights: has learned nothing');
  await expect.poll(() => page.locator('.outputs').count()).toBe(0);
  await page.getByRole('button', { name: 'Train it' }).waitFor();
});

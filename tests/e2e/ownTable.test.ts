import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { describe, expect } from 'vitest';
import { many } from '../setup/cases.ts';
import { address, stillTest as test } from './browser.ts';
import { holdBack } from './network.ts';
import { trainingCard } from './trainingCard.ts';

const passengers = readFileSync('tests/fixtures/tables/passengers.csv', 'utf8');

/** Drops a file anywhere on the page. */
const drop = (page: Page, name: string, content: string): Promise<void> =>
  page.evaluate(
    ([called, text]) => {
      const data = new DataTransfer();
      data.items.add(new File([text], called));
      for (const kind of ['dragover', 'drop'])
        document.body.dispatchEvent(new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }));
    },
    [name, content] as const,
  );
const outcome = (page: Page) => page.getByRole('complementary', { name: 'Opened file' });
const opened = async (page: Page, name: string): Promise<void> => outcome(page).getByText(`${name} is open`).waitFor();
const months = (page: Page) => page.getByRole('list', { name: /^Labels, / });

describe('a file that is dropped', () => {
  test('monthly passengers: months under the timesteps, one column predicted, and what the last value again reaches', async ({
    open,
  }) => {
    const page = await open('');
    await page.locator('.diagram svg').first().waitFor();
    await drop(page, 'passengers.csv', passengers);
    await opened(page, 'passengers.csv');
    await expect.poll(() => months(page).innerText()).toMatch(/^1949-01\s+1949-02/);
    // at its first row, and not at the timestep of the example before
    const diagram = page.locator('.diagram svg').first();
    await expect.poll(() => diagram.getAttribute('aria-label')).toMatch(/at timestep 1 of /);
    // its columns lie over the page, whose picture keeps its size
    const before = await diagram.boundingBox();
    await outcome(page)
      .getByText(/^Columns and rows/)
      .click();
    await outcome(page).getByRole('checkbox', { name: 'each series is in a row' }).waitFor();
    expect((await diagram.boundingBox())?.height).toBeGreaterThanOrEqual(before?.height ?? Number.NaN);
    await outcome(page).getByRole('button', { name: 'Scale them' }).click();
    await expect.poll(() => page.url()).toContain('scaling=standard');
    await outcome(page).getByRole('button', { name: 'Dismiss' }).click();
    const card = await trainingCard(page);
    await card.choose('Your own table');
    await card.set('Season in rows (0: none)', 12);
    await card.button('Learn from this table').click();
    await card.button('One update').click();
    const rivals = card.region.getByText(/^Without learning/);
    await expect
      .poll(() => rivals.textContent())
      .toMatch(
        /the last value again has an error of 0\.29\d*, the value a season ago has an error of 0\.2\d+\. The network is no better yet\./,
      );
  });

  test('a model of npm run train: its gates run, and what it learned is said', async ({ open }) => {
    const page = await open('#cell=gru&text=abc');
    await page.locator('.diagram svg').first().waitFor();
    await drop(page, 'anbn-lstm.json', readFileSync('models/anbn-lstm.json', 'utf8'));
    await opened(page, 'anbn-lstm.json');
    await expect.poll(() => outcome(page).innerText()).toContain('Trained on “aⁿbⁿ”, level 20.');
    await expect
      .poll(() => page.locator('.diagram svg').first().getAttribute('aria-label'))
      .toMatch(/LSTM cell at timestep 1 of 22/);
  });

  test('numbers that can be read two ways are asked about, and the answer is what is read', async ({ open }) => {
    const page = await open('');
    await page.locator('.diagram svg').first().waitFor();
    await drop(page, 'sales.csv', 'Sales\n1,234\n5,678\n912');
    await outcome(page).getByText('do 1,234 and 5,678 mean 1.234 and 5.678, or 1234 and 5678?').waitFor();
    await outcome(page).getByRole('button', { name: '1234 and 5678: decimal point' }).click();
    await opened(page, 'sales.csv');
    await expect.poll(() => page.getByRole('list', { name: 'Tokens, 3' }).first().innerText()).toMatch(/^1[ ,]?23\d/);
  });

  test.runIf(many)(
    'a large one is read beside the page, which goes on, and is refused before it is parsed',
    async ({ open }) => {
      const page = await open('');
      await page.locator('.diagram svg').first().waitFor();
      await drop(page, 'deep.json', '['.repeat(8 * 2 ** 20));
      await outcome(page)
        .getByText(/nested more than 64 levels deep/)
        .waitFor();
      const wide = Array.from({ length: 9000 }, (_, r) => Array.from({ length: 40 }, (_, k) => (r * k) % 97).join(';'));
      await drop(page, 'wide.csv', wide.join('\n'));
      await outcome(page).getByText('wide.csv', { exact: true }).waitFor();
      await expect
        .poll(() => outcome(page).innerText(), { timeout: 60_000 })
        .toMatch(/wide\.csv (is open|was not opened)/);
    },
  );
});

test('a file that is dropped while the page is loading is opened when it has loaded', async ({ browser }) => {
  const context = await browser.newContext();
  // the code that opens files loads with this part of the page
  const release = await holdBack(context, /\/beside-.*\.js$/);
  const page = await context.newPage();
  await page.goto(address());
  await page.locator('.diagram svg').first().waitFor();
  await drop(page, 'passengers.csv', passengers);
  expect(await outcome(page).count()).toBe(0);
  release();
  await opened(page, 'passengers.csv');
  await expect.poll(() => months(page).innerText()).toMatch(/^1949-01/);
  await context.close();
});

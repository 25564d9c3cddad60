import { expect } from 'vitest';
import { many } from '../setup/cases.ts';
import { stillTest as test } from './browser.ts';
import { panel, ready } from './instrument.ts';
import { trainingCard } from './trainingCard.ts';

test('a reader finds the unit that counts, with what chance would give, and turns the page to it', async ({ open }) => {
  const page = await open('#preset=count-anbn', { viewport: { width: 1440, height: 1000 } });
  await panel(page, 'Units');
  const card = page.getByRole('region', { name: 'Find the unit' });
  await card
    .getByRole('combobox', { name: 'which unit tracks' })
    .selectOption({ label: 'how many a are not yet met by b' });
  await card.getByRole('button', { name: 'Search' }).click();
  const best = card.getByRole('list', { name: 'The closest units' }).getByRole('button').first();
  await expect.poll(() => best.textContent()).toMatch(/cell state, unit 1.*r = 1\.00, confirmed 1\.00/);
  expect(await card.textContent()).toMatch(/\d+ of 36 units .* by chance the best would reach 0\.\d\d/);
  expect(await card.getByRole('img', { name: /^forget gate: open 75/ }).count()).toBe(1);

  await best.click();
  await panel(page, 'Explain');
  await expect.poll(() => page.locator('.arithmetic h3').textContent()).toMatch(/^Why C.*1/);

  // the chosen unit is explained there; the search is one tab away
  await panel(page, 'Units');
  await page.getByRole('region', { name: 'About one unit' }).waitFor();
  await page.getByRole('tab', { name: 'Find the unit' }).click();
  await page.getByRole('radio', { name: 'GRU', exact: true }).check({ force: true });
  await expect.poll(() => card.getByRole('status').textContent()).toContain('The cell changed');
});

test('where nobody knows what is true in the sequence, no search is offered', async ({ open }) => {
  const page = await open('#text=the+cat+sat', { viewport: { width: 1440, height: 1000 } });
  await ready(page);
  await panel(page, 'Units');
  expect(await page.getByRole('region', { name: 'Find the unit' }).count()).toBe(0);
});

test.runIf(many)('a trained cell is searched at the level at which it was trained', async ({ open }) => {
  const page = await open('#preset=trained-remember-first-gru', { viewport: { width: 1440, height: 1000 } });
  await panel(page, 'Units');
  const card = page.getByRole('region', { name: 'Find the unit' });
  await card.getByRole('button', { name: 'Search' }).click();
  await expect.poll(() => card.textContent()).toContain('at level 30, at which this cell was trained');
});

test.runIf(many)(
  'a text of the reader’s own is searched once a run learns from it, with windows as long as in training',
  async ({ open }) => {
    const page = await open('#text=the+cat+sat', { viewport: { width: 1440, height: 1000 } });
    const training = await trainingCard(page);
    await training.choose('Your own text');
    await training.region.getByRole('textbox', { name: /^A text to learn from/ }).fill('the cat sat. '.repeat(30));
    await training.set('Window in timesteps', 13);
    await training.button('Learn from this text').click();
    await training.button('One update').click();
    await panel(page, 'Units');
    const card = page.getByRole('region', { name: 'Find the unit' });
    await card
      .getByRole('combobox', { name: 'which unit tracks' })
      .selectOption('how many characters have been read since a space');
    await card.getByRole('button', { name: 'Search' }).click();
    await expect
      .poll(() => card.textContent())
      .toContain('fresh sequences of “Next character of a text” at level 13, at which this cell was trained');
    await page.getByRole('radio', { name: 'GRU', exact: true }).check({ force: true });
    await expect.poll(() => card.count()).toBe(0);
  },
);

import type { Page } from 'playwright';
import { expect } from 'vitest';
import { stillTest as test } from './browser.ts';
import { type TrainingCard, trainingCard } from './trainingCard.ts';

const WIDE = { viewport: { width: 1440, height: 1000 } };

/** Waits until the run has made more updates. */
async function goesOn(card: TrainingCard): Promise<void> {
  const before = await card.updates();
  await expect.poll(() => card.updates()).toBeGreaterThan(before);
}

/** Number of updates of a paused run. */
async function standsAt(card: TrainingCard): Promise<number> {
  let before = -1;
  await expect
    .poll(async () => {
      const last = before;
      before = await card.updates();
      return before === last;
    })
    .toBe(true);
  return before;
}

const others = (card: TrainingCard) => card.region.getByRole('region', { name: 'Other runs' }).getByRole('listitem');
const strip = (page: Page, units: number) =>
  page.getByRole('img', { name: new RegExp(`^cell state: ${units} units over`) });

test('a run is started, paused, taken one update further, and reset', async ({ open }) => {
  const page = await open('', WIDE);
  const card = await trainingCard(page);
  await card.endless();
  await card.button('One update').click();
  await expect.poll(() => card.updates()).toBe(1);
  await card.button('Resume').click();
  await goesOn(card);
  await card.button('Pause').click();
  const stood = await standsAt(card);
  await card.button('One update').click();
  await expect.poll(() => card.updates()).toBe(stood + 1);
  await card.button('One update').click();
  await expect.poll(() => card.updates()).toBe(stood + 2);
  expect(await card.button('Resume').count()).toBe(1);
  await card.button('Resume').click();
  await goesOn(card);

  await card.button('Reset').click();
  await card.button('Start').waitFor();
  expect(await card.updates()).toBe(0);
  await expect
    .poll(() => others(card).allTextContents())
    .toEqual([
      expect.stringMatching(
        /^1: LSTM, 8 units, gap 20, “Remember the first symbol”: [\d.]+\s% right after [\d,]+ updates/,
      ),
    ]);
  await card.button('Start').click();
  await goesOn(card);

  // switching to the reader's own data and back changes nothing
  await card.set('Gap', 9);
  await card.choose('Your own table');
  await card.region.getByRole('textbox', { name: /^A table to learn from/ }).waitFor();
  await card.choose('Remember the first symbol');
  expect(await card.region.getByRole('spinbutton', { name: 'Gap' }).getAttribute('aria-valuenow')).toBe('9');
  await goesOn(card);
});

test('learning rate, units, batch, length and optimiser change while the run goes on', async ({ open }) => {
  const page = await open('', WIDE);
  const card = await trainingCard(page);
  await card.endless();
  await card.button('Start').click();
  await goesOn(card);
  await strip(page, 8).waitFor();

  await card.set('Learning rate', 0.02);
  await goesOn(card);
  await card.set('Units', 12);
  await strip(page, 12).waitFor();
  await goesOn(card);
  await card.set('Units', 3);
  await strip(page, 3).waitFor();
  await expect.poll(() => card.region.textContent()).toContain('LSTM: 144 parameters and 16 of the output');
  await card.set('Batch', 8);
  await goesOn(card);
  await card.set('Gap', 3);
  const heldOut = card.region.getByRole('list', { name: /^Held-out sequence 1 / }).getByRole('listitem');
  await expect.poll(() => heldOut.count()).toBe(5);
  await card.region.getByRole('combobox', { name: 'Optimiser' }).selectOption({ label: 'RMSprop' });
  await goesOn(card);
  const changed = await card.region
    .getByRole('list', { name: 'Changed during training' })
    .getByRole('listitem')
    .allTextContents();
  expect(changed.map((one) => one.replace(/^after [\d,]+ updates?: /, ''))).toEqual([
    'learning rate 0.005 → 0.02',
    'units 8 → 12',
    'units 12 → 3',
    'batch 32 → 8',
    expect.stringMatching(/^gap \d+ → 3$/),
    'optimiser Adam → RMSprop',
  ]);
  expect(await card.button('Pause').count()).toBe(1);
  expect(await others(card).count()).toBe(0);

  // it trains on the newly chosen task
  await expect.poll(async () => (await card.right()).at(-1), { timeout: 120_000 }).toBeGreaterThanOrEqual(95);
  await card.button('Pause').click();
  await card.button('Reset').click();
  await expect.poll(() => others(card).first().textContent()).toContain('1: LSTM, 3 units, gap 3');
});

test('a run says in words how it stands, and takes the room that was kept for it', async ({ open }) => {
  const page = await open('', WIDE);
  const card = await trainingCard(page);
  const state = card.region.locator('.badge');
  const made = card.region.locator('.standing .badge + span');
  const height = async () => Math.round((await card.region.boundingBox())?.height ?? 0);
  const answered = card.region.getByRole('button', { name: 'Show in cell: sequence 1' });
  await card.more();
  await card.set('Updates', 30);
  expect(await state.textContent()).toBe('Ready');
  expect(await made.textContent()).toBe('0 of 30 updates');
  const before = await height();
  await card.button('Start').click();
  await expect.poll(() => state.textContent()).toBe('Finished');
  expect(await made.textContent()).toBe('30 of 30 updates');
  await answered.waitFor();
  expect(Math.abs((await height()) - before)).toBeLessThanOrEqual(2);

  await card.button('One update').click();
  await expect.poll(() => made.textContent()).toBe('31 updates');
  expect(await state.textContent()).toBe('Finished');
  await card.set('Updates', 1_000_000);
  await card.button('Resume').click();
  await expect.poll(() => state.textContent()).toBe('Running');
  await expect.poll(() => made.textContent()).toMatch(/^[\d,]+ of 1,000,031 updates$/);
  await card.button('Pause').click();
  expect(await state.textContent()).toBe('Paused');
});

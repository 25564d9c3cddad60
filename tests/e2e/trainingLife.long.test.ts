import type { Page } from 'playwright';
import { expect } from 'vitest';
import { stillTest as test } from './browser.ts';
import { panel } from './instrument.ts';
import { type TrainingCard, trainingCard } from './trainingCard.ts';

const WIDE = { viewport: { width: 1440, height: 1000 } };

/** Counts workers as they are created and terminated; the returned function tells the highest number alive at once. */
async function mostWorkers(page: Page): Promise<() => Promise<number>> {
  const counts = await page.evaluateHandle((alive) => {
    const counts = { alive, most: alive };
    window.Worker = class extends window.Worker {
      constructor(...made: ConstructorParameters<typeof Worker>) {
        super(...made);
        counts.alive++;
        counts.most = Math.max(counts.most, counts.alive);
      }
      override terminate() {
        counts.alive--;
        super.terminate();
      }
    };
    return counts;
  }, page.workers().length);
  return () => counts.evaluate(({ most }) => most);
}

const noWorker = (page: Page) => expect.poll(() => page.workers().length).toBe(0);
const status = (card: TrainingCard) => card.region.getByRole('status');
const cell = (page: Page, name: string) => page.getByRole('radio', { name, exact: true });

async function started(card: TrainingCard): Promise<void> {
  await card.button('Start').click();
  await expect.poll(() => card.updates()).toBeGreaterThan(0);
}

test('a run that the page leaves for another task or cell rests without a worker, and is gone back to as it stood', async ({
  open,
}) => {
  const page = await open('', WIDE);
  const card = await trainingCard(page);
  const most = await mostWorkers(page);
  await card.endless();
  expect(page.workers()).toHaveLength(0);
  await started(card);
  expect(page.workers()).toHaveLength(1);

  await card.choose('Parity');
  await expect
    .poll(() => status(card).textContent())
    .toMatch(
      /^Another task has been chosen\. The run of the LSTM on “Remember the first symbol” rests after update [\d,]+\./,
    );
  await noWorker(page);
  await started(card);
  await cell(page, 'GRU').check({ force: true });
  await expect.poll(() => status(card).textContent()).toMatch(/^The page now shows the cell GRU\. The run of the LSTM/);
  await noWorker(page);
  await started(card);
  await card.button('Pause').click();
  await noWorker(page);

  const runs = card.region.getByRole('region', { name: 'Other runs' }).getByRole('listitem');
  await expect
    .poll(() => runs.allTextContents())
    .toEqual([expect.stringMatching(/^2: LSTM.*“Parity”/), expect.stringMatching(/^1: LSTM.*“Remember the first/)]);
  const stood = Number(/after ([\d,]+) updates/.exec((await runs.last().textContent()) ?? '')?.[1].replace(',', ''));
  await card.button('Restore run 1').click();
  await expect.poll(() => cell(page, 'LSTM').isChecked()).toBe(true);
  await expect.poll(() => card.updates()).toBe(stood);
  await card.button('One update').click();
  await expect.poll(() => card.updates()).toBe(stood + 1);
  await noWorker(page);
  expect(await most()).toBe(1);
});

test('many quick starts, pauses, steps and resets leave one run each and at most one worker', async ({ open }) => {
  const page = await open('', WIDE);
  const card = await trainingCard(page);
  await card.set('Units', 2);
  const most = await mostWorkers(page);
  await card.region.evaluate(async (region) => {
    const click = (name: string) =>
      [...region.querySelectorAll('button')].find(({ textContent }) => textContent === name)?.click();
    for (const name of Array.from({ length: 12 }, () => ['Start', 'Pause', 'Resume', 'One update', 'Reset']).flat()) {
      click(name);
      await new Promise(requestAnimationFrame);
    }
  });
  await card.button('One update').click();
  await card.button('One update').click();
  await expect.poll(() => card.updates()).toBeGreaterThanOrEqual(2);
  await noWorker(page);
  expect(await most()).toBe(1);
});

test('a hidden page goes on learning, a page put aside and come back to goes on from where it stood', async ({
  open,
}) => {
  const page = await open('', WIDE);
  const card = await trainingCard(page);
  await card.endless();
  await started(card);
  const other = await page.context().newPage();
  await other.bringToFront();
  const before = await card.updates();
  await expect.poll(() => card.updates()).toBeGreaterThan(before);
  await page.bringToFront();
  await other.close();

  await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })));
  await noWorker(page);
  const stood = await card.updates();
  await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
  await expect.poll(() => card.updates()).toBeGreaterThan(stood);
  expect(page.workers()).toHaveLength(1);
  await card.button('Reset').click();
  await noWorker(page);
});

test('a page closed in the middle of a run leaves what was learned in its address, and its run to the next', async ({
  open,
}) => {
  const page = await open('', WIDE);
  const card = await trainingCard(page);
  await card.endless();
  await card.set('Units', 6);
  await started(card);
  await expect.poll(() => new URL(page.url()).hash).toContain('outputs=A,B,C,D');
  expect(await card.button('Pause').count()).toBe(1);
  await page.reload();
  await page.getByRole('img', { name: /^cell state: 6 units/ }).waitFor();
  await expect
    .poll(() => page.getByRole('list', { name: 'Outputs' }).getByRole('button').allTextContents())
    .toHaveLength(4);

  // the run is still there and continues
  await panel(page, 'Train');
  await expect
    .poll(() => status(card).textContent())
    .toMatch(/^This page was closed\. The run of the LSTM on .* rests/);
  const stood = Number(/update ([\d,]+)/.exec((await status(card).textContent()) ?? '')?.[1].replaceAll(',', ''));
  await card.region
    .getByRole('button', { name: /^Go back/ })
    .first()
    .click();
  await expect.poll(() => card.updates()).toBe(stood);
  await card.button('Resume').click();
  await expect.poll(() => card.updates()).toBeGreaterThan(stood);
  await card.button('Pause').click();
  await card.button('Reset').click();

  // so do the weights from the address alone
  await card.more();
  await card.region.getByRole('checkbox', { name: 'Start from the weights on the page' }).check();
  await started(card);
  await page.getByRole('img', { name: /^cell state: 6 units/ }).waitFor();
});

test('a run that diverges stops, says why, goes back to its best weights, and goes on at a smaller rate', async ({
  open,
}) => {
  const page = await open('', WIDE);
  const card = await trainingCard(page);
  await card.choose('Add two numbers');
  await card.more();
  await card.region.getByRole('combobox', { name: 'Optimiser' }).selectOption({ label: 'SGD' });
  await card.region.getByRole('checkbox', { name: 'Clip gradient norm at' }).uncheck();
  await card.set('Learning rate', 10);
  await card.button('Start').click();
  const alert = card.region.getByRole('alert');
  await expect
    .poll(() => alert.textContent())
    .toMatch(
      /^After update \d+ the (loss|gradient) is no longer a finite number, so the run has stopped\. These are the weights after update \d+, the best on held-out sequences\. Choose a learning rate smaller than 10, or clip the gradient norm at 1\.$/,
    );
  await card.button('Resume').waitFor();
  expect(await card.region.locator('.badge').textContent()).toBe('Diverged');
  await noWorker(page);
  await panel(page, 'Explain');
  const outputs = page.getByRole('list', { name: 'Outputs' }).getByRole('button');
  await expect.poll(() => outputs.allTextContents()).toEqual([expect.stringMatching(/\d/)]);
  expect(await page.getByText(/NaN|Infinity|∞/).count()).toBe(0);

  await panel(page, 'Train');
  const stopped = await card.updates();
  await card.set('Learning rate', 0.001);
  await card.button('Resume').click();
  await expect.poll(() => card.updates()).toBeGreaterThan(stopped);
  expect(await alert.count()).toBe(0);
});

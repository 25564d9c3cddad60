import { expect } from 'vitest';
import { stillTest as test } from './browser.ts';
import { numbersOf, view } from './instrument.ts';
import { trainingCard } from './trainingCard.ts';

const WIDE = { viewport: { width: 1440, height: 1000 } };

test('a trained cell too large for a link goes to the friend as a file, and its gradients can be seen there', async ({
  open,
}) => {
  const page = await open('', WIDE);
  const card = await trainingCard(page);
  await card.set('Units', 40);
  await card.set('Gap', 3);
  await card.endless();
  await card.button('Start').click();
  await expect.poll(() => card.updates()).toBeGreaterThan(20);
  await card.button('Pause').click();
  await page.getByRole('img', { name: /^cell state: 40 units/ }).waitFor();
  await expect.poll(() => page.workers().length).toBe(0);

  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await expect
    .poll(() => dialog.getByRole('alert').textContent())
    .toMatch(
      /^This view takes [\d,]+ characters; a link holds at most 8,192\. Save the view as a file and share that\./,
    );
  // the weights have only four digits
  expect(await dialog.getByRole('button', { name: /^Round/ }).count()).toBe(0);
  await page.keyboard.press('Escape');
  const mine = await numbersOf(page);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const download = page.waitForEvent('download');
  await dialog.getByRole('region', { name: 'Whole view' }).getByRole('button', { name: 'JSON' }).click();

  const friend = await open('', WIDE);
  await friend.getByRole('button', { name: 'Save', exact: true }).click();
  await friend.getByRole('button', { name: 'Open a file' }).setInputFiles(await (await download).path());
  await expect.poll(() => friend.getByRole('dialog').textContent()).toContain('is open. Undo');
  await friend.keyboard.press('Escape');
  await expect.poll(() => numbersOf(friend)).toEqual(mine);
  await view(friend);
  await friend.getByRole('radio', { name: 'gradients' }).check({ force: true });
  await view(friend);
  await expect
    .poll(() => friend.getByRole('region', { name: 'Gradients' }).textContent())
    .toContain('how much L changes with each number.L = log-probability of');
  await expect.poll(() => numbersOf(friend)).not.toEqual(mine);
});

import type { Page } from 'playwright';
import { expect } from 'vitest';
import { stillTest as test } from './browser.ts';
import { editor, goTo, moment, numbersOf, panel } from './instrument.ts';
import { trainingCard } from './trainingCard.ts';

const WIDE = { viewport: { width: 1440, height: 1000 } };
const PHONE = { width: 390, height: 844 };

const answers = (page: Page) => page.getByRole('list', { name: 'Outputs' }).getByRole('button');

/** Picture of a gate's values over the sequence. */
const strip = (page: Page, gate: RegExp) =>
  page.getByRole('img', { name: gate }).evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());

/** Steps through the sequence and collects the likeliest answer at each timestep. */
async function answered(page: Page, timesteps: number): Promise<string> {
  const said: string[] = [];
  for (let t = 1; t <= timesteps; t++) {
    await goTo(page, t);
    await expect.poll(() => moment(page)).toMatch(new RegExp(`timestep ${t} of`));
    await expect.poll(() => answers(page).count()).toBe(3);
    const shares = await answers(page).evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''));
    const percent = (share: string): number => Number(/([\d.]+)\s%$/.exec(share)?.[1]);
    const [likeliest] = shares.sort((a, b) => percent(b) - percent(a))[0].split(' ');
    said.push(likeliest);
  }
  return said.join(' ');
}

test('a visitor trains an LSTM to count, watches its forget gate open, finds the unit that counts, and sends the cell to a friend', async ({
  open,
}) => {
  const page = await open('', WIDE);
  const card = await trainingCard(page);
  await card.choose('aⁿbⁿ');
  await card.set('Units', 4);
  await card.set('Largest n', 17);
  await card.set('Learning rate', 0.02);
  await card.endless();
  await card.set('Forget bias', -1);
  await card.button('Start').click();
  await card.button('Pause').waitFor();

  // the reader's own sequence under changing weights
  await editor(page, 'Text');
  await page.getByLabel('Text for the cell to read').fill('aaabbb');
  await expect.poll(() => moment(page)).toMatch(/of 6/);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'All signals' }).click();
  const diagram = page.getByLabel(/^Diagram of the LSTM cell at timestep \d of 6$/);
  const early = {
    diagram: await diagram.innerHTML(),
    numbers: await numbersOf(page),
    strip: await strip(page, /^forget gate: 4 units over 6 timesteps/),
  };
  await expect.poll(() => numbersOf(page)).not.toEqual(early.numbers);
  await expect.poll(() => diagram.innerHTML()).not.toBe(early.diagram);
  await expect.poll(() => strip(page, /^forget gate/)).not.toBe(early.strip);
  // the run continues while another tab is open, and its status shows it
  await panel(page, 'Train');
  expect(await card.button('Pause').count()).toBe(1);

  await expect.poll(async () => (await card.right())[1], { timeout: 120_000 }).toBeGreaterThanOrEqual(99);
  await expect.poll(async () => (await card.mostOpen('forget gate'))[1], { timeout: 120_000 }).toBeGreaterThan(0.95);
  expect((await card.mostOpen('forget gate'))[0]).toBeLessThan(0.3);
  await card.button('Pause').click();
  await card.button('Resume').waitFor();
  await panel(page, 'Explain');
  expect(await answered(page, 6)).toMatch(/^a . . b b \$$/);

  await panel(page, 'Units');
  const search = page.getByRole('region', { name: 'Find the unit' });
  await search
    .getByRole('combobox', { name: 'which unit tracks' })
    .selectOption({ label: 'how many a are not yet met by b' });
  await search.getByRole('button', { name: 'Search' }).click();
  // the forget gate's share follows the count about as closely
  const closest = search.getByRole('list', { name: 'The closest units' }).getByRole('button');
  const best = closest.filter({ hasText: 'cell state' }).first();
  const found = /^.*cell state, unit (\d).*r = −?(\S+), confirmed −?(\S+)$/;
  await expect.poll(() => best.textContent()).toMatch(found);
  const [, unit, searched, confirmed] = found.exec((await best.textContent()) ?? '') ?? [];
  expect([Number(searched), Number(confirmed)].every((r) => r > 0.95)).toBe(true);
  await best.click();
  await panel(page, 'Explain');
  const why = page.locator('.arithmetic h3');
  await expect.poll(() => why.textContent()).toMatch(new RegExp(`^Why C.*${'₁₂₃₄'[Number(unit) - 1]}|^Why C.*${unit}`));

  const mine = {
    numbers: await numbersOf(page),
    said: await answers(page).allTextContents(),
    why: await why.textContent(),
  };
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const link = await page.getByLabel('Link', { exact: true }).inputValue();
  await page.keyboard.press('Escape');
  const friend = await open(link.slice(link.indexOf('#')), {
    viewport: PHONE,
    colorScheme: 'dark',
  });
  await expect.poll(() => moment(friend)).toBe(await moment(page));
  await expect.poll(() => numbersOf(friend)).toEqual(mine.numbers);
  await expect.poll(() => answers(friend).allTextContents()).toEqual(mine.said);
  expect(await friend.locator('.arithmetic h3').textContent()).toBe(mine.why);
  for (const one of [friend, page]) await panel(one, 'Explain');
  expect(await answered(friend, 6)).toBe(await answered(page, 6));

  // the friend sees the task, can continue training, and searches sequences of the same level
  await friend.locator('.weights-badge .badge').getByText('aⁿbⁿ').waitFor();
  await friend.setViewportSize(WIDE.viewport);
  await friend.getByText('An LSTM, trained on aⁿbⁿ (largest n 17).').waitFor();
  await friend.setViewportSize(PHONE);
  const theirs = (await trainingCard(friend, null)).region;
  await expect.poll(() => theirs.getByRole('combobox', { name: 'task' }).inputValue()).toBe('anbn');
  expect(await theirs.getByRole('spinbutton', { name: 'Largest n' }).getAttribute('aria-valuenow')).toBe('17');
  await panel(friend, 'Units');
  const again = friend.getByRole('region', { name: 'Find the unit' });
  await again.getByRole('button', { name: 'Search' }).click();
  await again.getByText('at level 17, at which this cell was trained').waitFor();
});

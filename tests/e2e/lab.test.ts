import type { Page } from 'playwright';
import { expect } from 'vitest';
import { many } from '../setup/cases.ts';
import { violations } from './axe.ts';
import { focusMoves, stillTest as test } from './browser.ts';

const WIDE = { viewport: { width: 1440, height: 1000 } };

/** Moves a slider by key until it shows the wanted value. */
async function slide(page: Page, name: string, key: string, says: RegExp): Promise<void> {
  const slider = page.getByRole('slider', { name });
  await slider.focus();
  for (let k = 0; k < 60 && !says.test((await slider.getAttribute('aria-valuetext')) ?? ''); k++)
    await slider.press(key);
  await expect.poll(() => slider.getAttribute('aria-valuetext')).toMatch(says);
}

/** Mean accuracy of a cell at the shown gap, in percent. */
async function meanOf(page: Page, cell: string): Promise<number> {
  const row = page.getByRole('table').getByRole('row', { name: new RegExp(`^${cell}\\b`) });
  return Number((await row.getByRole('cell').nth(2).textContent())?.replace(/[^\d.]/g, ''));
}

/** The page's words on a cell's gradient, before and after training. */
async function fates(page: Page, cell: string): Promise<readonly string[]> {
  const article = page.getByRole('article', { name: cell, exact: true });
  await expect.poll(() => article.locator('.flow').count()).toBe(3);
  return article.locator('.flow > p:first-of-type').allTextContents();
}

/** The last number of “… 5.2 × 10⁻⁹ of it is left” or “… it grows to 31”. */
function left(fate: string): number {
  const [, text] = /(?:timesteps? |grows to )([\d.]+(?: × 10[⁰¹²³⁴-⁹⁻]+)?)(?: of it is left|\.$)/.exec(fate) ?? [];
  const [mantissa, power = '⁰'] = (text ?? 'none').split(' × 10');
  return Number(mantissa) * 10 ** Number(power.replace(/./gu, (c) => '0123456789-'['⁰¹²³⁴⁵⁶⁷⁸⁹⁻'.indexOf(c)]));
}

test('a visitor widens the gap until the plain RNN fails where the LSTM holds, and sees in the gradient why', async ({
  open,
}) => {
  const page = await open('lab.html', WIDE);
  await slide(page, 'Gap', 'Home', /^2 timesteps$/);
  await expect.poll(() => meanOf(page, 'RNN')).toBe(100);
  expect(await meanOf(page, 'LSTM')).toBe(100);
  await expect.poll(() => new URL(page.url()).hash).toBe('#gap=2');

  await slide(page, 'Gap', 'ArrowRight', /^60 timesteps$/);
  await expect.poll(() => meanOf(page, 'RNN')).toBeLessThan(70);
  expect(await meanOf(page, 'LSTM')).toBeGreaterThan(95);
  await expect
    .poll(() => page.locator('.card').first().textContent())
    .toMatch(/Over a gap of 60 timesteps the plain RNN is right .*Right at least 95\s%.*LSTM/);

  const [rnnBefore] = await fates(page, 'RNN');
  const [lstmBefore, lstmAfter] = await fates(page, 'LSTM');
  expect(rnnBefore).toMatch(/^Vanishing: .*over 61 timesteps/);
  expect(lstmBefore).toMatch(/^Held: /);
  expect(lstmAfter).toMatch(/^Held: /);
  expect(left(lstmBefore) / left(rnnBefore)).toBeGreaterThan(100);
  expect(await page.getByRole('article', { name: 'RNN' }).textContent()).toContain('There is no direct path');
});

test.runIf(many)(
  'the recurrent scale takes the same network from vanishing to exploding, with the numbers to it; gates that start half shut do not hold',
  async ({ open }) => {
    const page = await open('lab.html#gap=40', WIDE);
    const first = left((await fates(page, 'RNN'))[0]);
    await slide(page, 'Recurrent scale', 'ArrowLeft', /^times 0\.50$/);
    await expect.poll(async () => (await fates(page, 'RNN'))[0]).toMatch(/^Vanishing: each timestep multiplies/);
    expect(left((await fates(page, 'RNN'))[0])).toBeLessThan(first / 1000);
    await slide(page, 'Recurrent scale', 'End', /^times 10$/);
    await expect.poll(async () => (await fates(page, 'RNN'))[0]).toMatch(/^Exploding: .*it grows to/);
    expect(left((await fates(page, 'RNN'))[0])).toBeGreaterThan(1000);
    await page.getByRole('button', { name: 'Back to 1' }).click();
    await expect.poll(async () => left((await fates(page, 'RNN'))[0])).toBe(first);

    // gates that start half shut are no better than none
    await page.getByRole('radio', { name: /^0: 50/ }).check({ force: true });
    await expect.poll(() => meanOf(page, 'LSTM')).toBeLessThan(60);
    const [before] = await fates(page, 'LSTM');
    expect(before).toMatch(/^Vanishing/);
  },
);

test.runIf(many)(
  'the product of Jacobians is seen as matrices, and where the gates alone are no longer all of it',
  async ({ open }) => {
    const page = await open('lab.html#gap=60', WIDE);
    const card = page.getByRole('region', { name: 'The product, matrix by matrix' });
    const says = card.locator('[aria-live]');
    await expect.poll(() => says.textContent()).toMatch(/^10 timesteps back .*“It is just f” is close enough here\.$/);
    for (const name of [
      /^The Jacobian of timestep 53: norm/,
      /^The product over 10 timesteps: norm/,
      /^The direct path/,
    ])
      await card.getByRole('img', { name }).waitFor();
    await card.getByRole('button', { name: /^Where “just f” becomes wrong: \d+$/ }).click();
    await expect.poll(() => says.textContent()).toMatch(/“It is just f” is wrong here\.$/);
    await expect.poll(() => new URL(page.url()).hash).toMatch(/back=\d+/);

    await card.getByRole('img', { name: /^The direct path/ }).hover({ position: { x: 3, y: 3 } });
    await expect.poll(() => card.locator('p.hint').textContent()).toMatch(/^d C₁ at 62 \/ d C₁ at \d+ = 0\.\d+$/);
    await card.getByRole('radio', { name: 'RNN', exact: true }).check({ force: true });
    await expect.poll(() => says.textContent()).toMatch(/There is no direct path/);
    expect(await card.getByRole('img', { name: /^The direct path/ }).count()).toBe(0);
  },
);

test.runIf(many)(
  'a map of a matrix has its letters at the middle of their squares, and forgets the number under the pointer with its cell',
  async ({ open }) => {
    const page = await open('lab.html#gap=20', WIDE);
    const map = page.locator('.matrix-map').first();
    await map.waitFor();
    const places = await map.evaluate((figure) => {
      const squares = figure.querySelector('svg')?.getBoundingClientRect() ?? new DOMRect();
      const middle = (name: Element, side: 'x' | 'y', length: 'width' | 'height'): number => {
        const box = name.getBoundingClientRect();
        return (box[side] + box[length] / 2 - squares[side]) / squares[length];
      };
      const [above, beside] = [...figure.querySelectorAll('.map-names')].map(({ children }) => [...children]);
      return [above.map((name) => middle(name, 'x', 'width')), beside.map((name) => middle(name, 'y', 'height'))];
    });
    expect(places.map(({ length }) => length)).toEqual([2, 2]);
    for (const [first, second] of places) {
      expect(first).toBeCloseTo(0.25, 2);
      expect(second).toBeCloseTo(0.75, 2);
    }

    // the number under the pointer is forgotten with the cell that has it
    const card = page.getByRole('region', { name: 'The product, matrix by matrix' });
    const jacobian = card.getByRole('img', { name: /^The Jacobian of timestep/ });
    // a row of C: the plain RNN has no such state
    await jacobian.hover({ position: { x: 3, y: 3 } });
    await expect.poll(() => card.locator('p.hint').textContent()).toMatch(/^d C₁/);
    const chosen = card.getByRole('radio', { name: 'LSTM', exact: true });
    await chosen.focus();
    for (let k = 0; k < 3 && !(await card.getByRole('radio', { name: 'RNN', exact: true }).isChecked()); k++)
      await page.keyboard.press('ArrowLeft');
    await expect.poll(() => card.locator('p.hint').textContent()).toMatch(/^Point at a square/);
    expect(await page.getByRole('heading', { level: 2 }).count()).toBeGreaterThan(3);
  },
);

test.runIf(many)('focus is kept where a button is used up', async ({ open }) => {
  const page = await open('lab.html#gap=60&nonsense=1', WIDE);
  await page.getByRole('button', { name: 'Dismiss' }).press('Enter');
  await focusMoves(page, 'Dismiss');
  const wrong = page.getByRole('button', { name: /^Where “just f” becomes wrong/ });
  const name = (await wrong.textContent()) ?? '';
  await wrong.press('Enter');
  await focusMoves(page, name);
});

if (many)
  test('a point is trained anew in the page and comes to the shipped numbers, seed by seed', async ({ open }) => {
    const page = await open('lab.html#gap=10', WIDE);
    await page.getByRole('combobox', { name: 'cell' }).selectOption({ label: 'RNN' });
    await page.getByRole('button', { name: 'Train' }).click();
    await page.getByRole('progressbar', { name: 'Training' }).waitFor();
    const outcome = page.getByRole('region', { name: 'Run this point again' }).locator('[aria-live]');
    await expect.poll(() => outcome.textContent(), { timeout: 500_000 }).toContain('the mean is');
    const trained = [...((await outcome.textContent()) ?? '').split(';')[0].matchAll(/([\d.]+)\s*%/g)].map(
      ([, n]) => n,
    );
    const row = page.getByRole('table').getByRole('row', { name: /^RNN/ }).getByRole('cell');
    const shipped = (await row.allTextContents()).slice(3).map((text) => text.replace(/[^\d.]/g, ''));
    expect(shipped).toHaveLength(5);
    expect(trained).toEqual(shipped);
  });

test('a run can be cancelled, and settings that cannot work are refused in a sentence', async ({ open }) => {
  const page = await open('lab.html#gap=100', WIDE);
  const panel = page.getByRole('region', { name: 'Run this point again' });
  const rate = panel.getByRole('spinbutton', { name: 'Learning rate' });
  await rate.fill('1000000000');
  await rate.press('Enter');
  await expect.poll(() => panel.getByRole('alert').textContent()).toMatch(/not between .* stays/);
  await rate.press('Escape');
  await panel.getByRole('button', { name: 'Train' }).click();
  await panel.getByRole('progressbar').waitFor();
  await panel.getByRole('button', { name: 'Cancel' }).click();
  await expect.poll(() => panel.locator('[aria-live]').textContent()).toContain('Cancelled');
  expect(await panel.getByRole('progressbar').count()).toBe(0);
  await panel.getByRole('button', { name: 'Train' }).waitFor();
});

test.runIf(many)(
  'what matters to the answer is shown by gradient and by occlusion, and a link brings all of it back',
  async ({ open }) => {
    const page = await open('lab.html#gap=20&cell=gru&example=3', WIDE);
    const inputs = page.getByRole('region', { name: 'Which earlier inputs matter' });
    await expect.poll(() => inputs.textContent()).toMatch(/It answers [A-D] .*Without the first symbol/);
    await inputs.getByRole('radio', { name: 'before training' }).check({ force: true });
    await expect.poll(() => new URL(page.url()).hash).toContain('weights=before');
    const said = await inputs.locator('[aria-live]').textContent();
    const again = await open(`lab.html${new URL(page.url()).hash}`, WIDE);
    await expect
      .poll(() =>
        again.getByRole('region', { name: 'Which earlier inputs matter' }).locator('[aria-live]').textContent(),
      )
      .toBe(said);
  },
);

test.runIf(many)('a broken link says what it left out, and the way back leads to the cell', async ({ open }) => {
  const page = await open('lab.html#gap=23&nonsense=1', WIDE);
  await expect
    .poll(() => page.getByRole('alert').textContent())
    .toMatch(/“gap” is not one of the gaps.*“nonsense” is not a key/);
  await page.getByRole('link', { name: 'Explore' }).click();
  // a request that is pending when the page is left counts as failed
  await page.waitForLoadState('networkidle');
  await page.getByRole('link', { name: 'Laboratory' }).click();
  await page.getByRole('slider', { name: 'Gap' }).waitFor();
});

test.runIf(many)(
  'its dialog “Share” gives the link to its settings, and a frame of the cell that was chosen',
  async ({ open }) => {
    const page = await open('lab.html#gap=20&cell=gru', WIDE);
    await slide(page, 'Gap', 'ArrowRight', /^30 timesteps$/);
    await page.getByRole('button', { name: 'Share' }).click();
    const dialog = page.getByRole('dialog', { name: 'Share the laboratory' });
    const said = (name: string): Promise<string> => dialog.getByRole('textbox', { name }).inputValue();
    const { origin } = new URL(page.url());
    expect(await said('Link')).toBe(`${origin}/lab.html#gap=30&cell=gru`);
    const markup = await said('Text for a course page');
    // what others can open
    await dialog.getByLabel('Public address of the site').fill('https://example.org/gates/');
    expect(await said('Link')).toBe('https://example.org/gates/lab.html#gap=30&cell=gru');
    expect(await said('Text for a course page')).toContain('src="https://example.org/gates/embed.html#');
    const frame = await open(/ src="([^"]+)"/.exec(markup)?.[1].replaceAll('&amp;', '&'));
    const diagram = frame.locator('.diagram svg');
    await expect.poll(() => diagram.getAttribute('aria-label')).toBe('Diagram of the GRU cell at timestep 1 of 32');
  },
);

if (many)
  test('the rules of axe are kept, light and wide, dark and narrow', async ({ open }) => {
    const page = await open('lab.html', { bypassCSP: true, viewport: { width: 1440, height: 900 } });
    await fates(page, 'GRU');
    for (const [colorScheme, width] of [
      ['light', 1440],
      ['dark', 390],
    ] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      expect(await violations(page), `${colorScheme}, ${width} pixels wide`).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(
        0,
      );
    }
  });

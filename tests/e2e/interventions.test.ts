import type { Page } from 'playwright';
import { expect } from 'vitest';
import { many } from '../setup/cases.ts';
import { violations } from './axe.ts';
import { stillTest as test } from './browser.ts';
import { goTo, numbersOf, panel, ready } from './instrument.ts';
import { holdBack } from './network.ts';

const size = { viewport: { width: 1440, height: 900 } };
const effect = (page: Page) => page.locator('.pin-effect').innerText();
const answers = (page: Page) => page.locator('.sequence-card .answers').innerText();

test('the forget gate is held open from a timestep on, by pressing it: the answer changes, and a friend sees the same', async ({
  open,
}) => {
  const page = await ready(await open('#preset=trained-anbn-lstm&t=14', size));
  const before = await answers(page);
  await goTo(page, 5);
  const box = await page.locator('.diagram .node[data-signal="f"]').boundingBox();
  if (!box) throw new Error('the gate is on the page');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  const editor = page.getByRole('dialog', { name: 'Intervention on f' });
  await editor.waitFor();
  await page.mouse.up();
  // the cell that changes stays in sight
  const [dialog, cell] = [await editor.boundingBox(), await page.locator('.diagram .node').last().boundingBox()];
  expect(dialog?.x).toBeGreaterThan((cell?.x ?? 0) + (cell?.width ?? 0));
  await editor.getByLabel('value', { exact: true }).fill('0');
  await page.keyboard.press('Enter');
  await editor.getByRole('button', { name: 'Done' }).click();
  await goTo(page, 14);
  await expect.poll(() => answers(page)).not.toBe(before);
  const changed = await answers(page);
  // the right answer beside a wrong one is shown whole
  const expected = page.locator('.sequence-card .answers .expected').first();
  expect(await expected.evaluate((one) => one.scrollWidth - one.clientWidth)).toBeLessThanOrEqual(0);
  await expect.poll(() => effect(page)).toMatch(/^Answer at 14: .* → .*; first changed: .* at 5\.$/);
  const numbers = await numbersOf(page);
  expect(numbers.some((text) => /\(.*\)/.test(text))).toBe(true);
  await expect.poll(() => page.locator('.pin-mark .plate text').textContent()).toBe('held at 0');

  await expect.poll(() => page.url()).toContain('interventions=f=0@5..');
  await expect.poll(() => page.url()).toContain('t=14');
  const friend = await ready(await open(new URL(page.url()).hash, size));
  await expect.poll(() => effect(friend)).toBe(await effect(page));
  await expect.poll(() => numbersOf(friend)).toEqual(numbers);
  expect(await friend.getByRole('alert').count()).toBe(0);

  const off = page.getByRole('checkbox', { name: /^f held at 0 from t = 5/ });
  await off.uncheck();
  await expect.poll(() => answers(page)).toBe(before);
  await page.keyboard.press('Control+z');
  await expect.poll(() => answers(page)).toBe(changed);
  await expect.poll(() => off.isChecked()).toBe(true);
  await page.getByRole('button', { name: /^Remove f held/ }).click();
  await expect.poll(() => page.locator('.pin-chip').count()).toBe(0);
  await expect.poll(() => page.url()).not.toContain('interventions');
});

test.runIf(many)('the keys alone do it, and what is read out says it', async ({ open }) => {
  const page = await ready(await open('#preset=trained-anbn-lstm&t=5', size));
  await page.locator('.diagram .node[data-signal="o"]').focus();
  await page.keyboard.press('p');
  const editor = page.getByRole('dialog', { name: 'Intervention on o' });
  await editor.getByLabel('seen by').selectOption({ label: 'only h' });
  await editor.getByLabel('change').selectOption('cut');
  // Escape takes it back
  const chip = page.getByRole('button', { name: 'o in h cut from t = 5', exact: true });
  await chip.waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => editor.count()).toBe(0);
  await expect.poll(() => chip.count()).toBe(0);
  await page.keyboard.press('p');
  await editor.getByLabel('seen by').selectOption({ label: 'only h' });
  await editor.getByLabel('change').selectOption('cut');
  await editor.getByRole('button', { name: 'Done' }).press('Enter');
  await expect.poll(() => editor.count()).toBe(0);
  await expect.poll(() => chip.count()).toBe(1);
  await expect.poll(() => page.locator('.pin-mark .strike').count()).toBe(1);
  await goTo(page, 7);
  await expect
    .poll(() => page.locator('[aria-live]').allTextContents())
    .toContainEqual(expect.stringContaining('o in h cut'));
  await panel(page, 'Equations');
  await expect.poll(() => page.locator('.equations .held').allTextContents()).toContain('o in h cut from t = 5');
  expect(await violations(page)).toEqual([]);
});

test.runIf(many).for([
  ['a strip', '.timeline-strip[data-signal="C"] canvas', 'Intervention on C', /^C₁ held at .* t = 4 to 7$/m],
  ['the tokens', '.timeline-tokens[data-kind="token"]', 'Intervention on x', /^x held at 0 t = 4 to 7$/m],
] as const)('a press that moves on along %s sweeps the timesteps', async ([, row, name, words], { open }) => {
  const page = await ready(await open('#preset=trained-anbn-lstm&t=14', { ...size, reducedMotion: 'reduce' }));
  const box = await page.locator(row).boundingBox();
  if (!box) throw new Error('the row is on the page');
  const columns = await page.locator('.token-strip-scroll li').first().boundingBox();
  if (!columns) throw new Error('the tokens are on the page');
  const at = (t: number) => [box.x + (t - 0.5) * columns.width, box.y + 5] as const;
  await goTo(page, 4);
  await page.mouse.move(...at(4));
  await page.mouse.down();
  const editor = page.getByRole('dialog', { name });
  await editor.waitFor();
  for (const t of [5, 8, 7]) await page.mouse.move(...at(t), { steps: 3 });
  await page.mouse.up();
  expect(await editor.getByLabel('from timestep').inputValue()).toBe('4');
  await expect.poll(() => editor.getByLabel('to timestep').inputValue()).toBe('7');
  await editor.getByRole('button', { name: 'Done' }).click();
  await expect.poll(() => page.locator('.pin-chip').allInnerTexts()).toEqual([expect.stringMatching(words)]);
  await page.mouse.move(...at(10));
  expect(await page.locator('.pin-chip').innerText()).toMatch(words);
});

test('the first touch of a frame is a long press, although its code is still on the way', async ({ open }) => {
  const page = await open('embed.html#v=1&preset=trained-anbn-lstm&t=6&parts=diagram,transport', {
    ...size,
    hasTouch: true,
  });
  const release = await holdBack(page, '**/assets/annotations-*.js');
  const asked = page.waitForRequest(/annotations-/);
  const box = await page.locator('.diagram .node[data-signal="f"]').boundingBox();
  if (!box) throw new Error('the gate is in the frame');
  const touch = await page.context().newCDPSession(page);
  const touchPoints = [{ x: box.x + box.width / 2, y: box.y + box.height / 2 }];
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
  await asked;
  release();
  const editor = page.getByRole('dialog', { name: 'Intervention on f' });
  await editor.waitFor();
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await editor.getByRole('button', { name: 'Apply' }).tap();
  await page.locator('.pin-chip').waitFor();
});

test('a frame shows interventions of a link', async ({ open }) => {
  const page = await open(
    'embed.html#v=1&preset=trained-anbn-lstm&t=6&interventions=f=1@5..&parts=diagram,transport',
    size,
  );
  await expect.poll(() => effect(page)).toMatch(/^Answer at 6/);
  await expect.poll(() => page.locator('.pin-mark').count()).toBe(1);
});

test('on a phone a changed gate is marked where it is drawn there', async ({ open }) => {
  const page = await open('#preset=trained-anbn-lstm&t=9&interventions=f=1@5..', {
    viewport: { width: 390, height: 844 },
  });
  const middle = async (selector: string): Promise<number> => {
    const box = await page.locator(selector).first().boundingBox();
    return box ? box.x + box.width / 2 : Number.NaN;
  };
  const gate = '.diagram .node[data-signal="f"] .body';
  await expect.poll(async () => Math.abs((await middle('.pin-mark .plate')) - (await middle(gate)))).toBeLessThan(3);
});

test.runIf(many)('the editor closes where the address brings a cell without what it changes', async ({ open }) => {
  const page = await ready(await open('#cell=lstm&t=2', size));
  await page.locator('.diagram .node[data-signal="f"]').focus();
  await page.keyboard.press('p');
  const editor = page.getByRole('dialog', { name: 'Intervention on f' });
  await editor.waitFor();
  await page.evaluate(() => {
    location.hash = '#cell=gru&t=2';
  });
  await expect.poll(() => page.locator('.diagram svg').getAttribute('aria-label')).toContain('GRU');
  await expect.poll(() => editor.count()).toBe(0);
  expect(await page.locator('.fault').count()).toBe(0);
});

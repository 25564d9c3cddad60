import type { Page } from 'playwright';
import { describe, expect } from 'vitest';
import { many } from '../setup/cases.ts';
import { focused, stillTest as test } from './browser.ts';
import { editor, moment, ready } from './instrument.ts';

/** Presses Tab until a control of this name has focus. */
async function tabTo(page: Page, name: RegExp, back = false): Promise<void> {
  const passed: string[] = [];
  for (let k = 0; k < 120; k++) {
    await page.keyboard.press(back ? 'Shift+Tab' : 'Tab');
    const here = await focused(page);
    if (here !== null && name.test(here)) return;
    passed.push(here ?? 'nothing');
  }
  throw new Error(`The tab key does not come to ${name}; it passes ${passed.join(' | ')}`);
}

const said = (page: Page) => page.locator('.live-region').textContent();

/** Returns to the diagram, which is one tab stop, and moves inside it with the arrow keys. */
async function walkTo(page: Page, name: string): Promise<void> {
  for (let k = 0; k < 20; k++) {
    await page.keyboard.press('Shift+Tab');
    if (await page.evaluate(() => document.activeElement?.closest('.diagram svg') !== null)) break;
  }
  for (let k = 0; k < 30 && (await focused(page)) !== name; k++) await page.keyboard.press('ArrowDown');
  expect(await focused(page)).toBe(name);
}

test('the whole journey needs no pointer: choose a cell, step, play, ask, edit, undo, share', async ({ open }) => {
  const page = await ready(await open('#text=hello', { viewport: { width: 1280, height: 900 } }));

  await tabTo(page, /^LSTM$/);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => page.locator('.diagram svg').getAttribute('aria-label')).toContain('GRU');
  expect(await focused(page)).toBe('GRU');

  await tabTo(page, /^Play$/);
  await page.keyboard.press('ArrowDown');
  expect(await focused(page)).toBe('Forward one stage');
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect.poll(() => said(page)).toMatch(/^Timestep 1 of 5, “h”, reset/i);
  for (let k = 0; k < 40; k++) await page.keyboard.press('ArrowRight');
  expect(await moment(page)).toMatch(/timestep 5 of 5/);
  expect(await focused(page)).toBe('Forward one stage');
  await expect.poll(() => said(page)).toMatch(/^Timestep 5 of 5, “o”, done/);

  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Space');
  await expect.poll(() => focused(page)).toBe('Pause');
  await page.keyboard.press('Space');
  await expect.poll(() => focused(page)).toBe('Play');

  await page.keyboard.press('End');
  await walkTo(page, 'update gate');
  await page.keyboard.press('Enter');
  const why = page.locator('.arithmetic h3');
  await expect.poll(() => why.textContent()).toMatch(/^Why z/);
  expect(await focused(page)).toBe('update gate');
  const colours = () =>
    page.locator('.diagram .wire path').evaluateAll((all) => all.map((e) => e.getAttribute('stroke')).join());
  const before = await colours();

  await tabTo(page, /^Explain$/);
  for (let k = 0; k < 4; k++) await page.keyboard.press('ArrowRight');
  expect(await focused(page)).toBe('Weights');
  await tabTo(page, /^b\s*z/);
  await page.keyboard.press('Enter');
  await page.locator('.matrix-grid [tabindex="0"]').waitFor();
  await tabTo(page, /^[−\d.,\s]+$/);
  await page.keyboard.press('Enter');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('5');
  await page.keyboard.press('Enter');
  await expect.poll(colours).not.toBe(before);
  expect(await focused(page)).toBe('5');

  await tabTo(page, /^Undo/, true);
  await page.keyboard.press('Enter');
  await expect.poll(colours).toBe(before);
  expect(await focused(page)).not.toBeNull();

  await tabTo(page, /^Share$/);
  await page.keyboard.press('Enter');
  const link = page.getByLabel('Link', { exact: true });
  await link.waitFor();
  expect(await link.inputValue()).toContain('cell=gru');
  await page.keyboard.press('Escape');
  expect(await page.locator('dialog[open]').count()).toBe(0);
  expect(await focused(page)).toBe('Share');
});

describe('focus', () => {
  test('is back once Escape has closed what was opened: dialogs, the menu of cells, the list of keys', async ({
    open,
  }) => {
    const page = await ready(await open());
    for (const name of [/^Share$/, /^Save$/, /^More/]) {
      await page.getByRole('button', { name }).first().focus();
      await page.keyboard.press('Enter');
      await page.locator('dialog[open], [popover]:popover-open').waitFor();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Escape');
      expect(await page.locator('dialog[open], [popover]:popover-open').count()).toBe(0);
      expect(await focused(page)).toMatch(name);
    }
    await page.getByRole('button', { name: 'Play' }).focus();
    await page.keyboard.press('?');
    await page.locator('.hotkey-help[open]').waitFor();
    await page.keyboard.press('Escape');
    expect(await focused(page)).toBe('Play');
  });

  test('is not lost where the focused control goes: the last timestep has no next, the widest column no wider', async ({
    open,
  }) => {
    const page = await ready(await open('#text=abc&t=2', { viewport: { width: 1280, height: 900 } }));
    await page.locator('.diagram .neighbour[data-goto="1"]').focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => moment(page)).toMatch(/timestep 3 of 3/);
    await page.waitForTimeout(200);
    expect(await focused(page)).not.toBeNull();

    await page.getByRole('button', { name: 'All signals' }).click();
    await page.getByRole('button', { name: 'Narrower columns' }).focus();
    for (let k = 0; k < 12; k++) await page.keyboard.press('Enter');
    await page.waitForTimeout(200);
    expect(await focused(page)).not.toBeNull();
  });

  test('stays inside where an answer, a notice or a summand is chosen', async ({ open }) => {
    const page = await ready(await open('#cell=lstm&text=abc&t=2&signal=f&v=99'));
    const summands = page.locator('.arithmetic button');
    await summands.first().focus();
    await page.keyboard.press('Enter');
    await page.waitForTimeout(200);
    expect(await focused(page)).not.toBeNull();
    await page.getByRole('button', { name: 'Dismiss' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForTimeout(200);
    expect(await focused(page)).not.toBeNull();
    await editor(page, 'Numbers');
    await page.getByLabel('One row per timestep').fill('1,5\n2,5\n3,5');
    await page.getByRole('button', { name: 'Apply' }).press('Enter');
    await page.locator('.numbers-input [role="group"] button, .numbers-input [role="status"]').first().waitFor();
    const choice = page.locator('.numbers-input [role="group"] button').first();
    if (await choice.count()) await choice.press('Enter');
    await page.waitForTimeout(200);
    expect(await focused(page)).not.toBeNull();
  });
});

test.runIf(many)('steps are said once they settle, and nothing is said while playing', async ({ open }) => {
  const page = await ready(await open('#text=abcdef', { reducedMotion: 'no-preference' }));
  await page.evaluate(() => {
    const region = document.querySelector('.live-region') as HTMLElement;
    const heard: string[] = [];
    Object.assign(window, { heard });
    new MutationObserver(() => heard.push(region.textContent ?? '')).observe(region, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });
  const heard = () => page.evaluate(() => (window as unknown as { heard: string[] }).heard.splice(0));
  await page.getByRole('button', { name: 'View', exact: true }).click();
  await page.getByRole('combobox', { name: 'step by' }).selectOption('timestep');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Play' }).focus();
  await page.keyboard.press('Home');
  await page.waitForTimeout(1200);
  await heard();
  for (let k = 0; k < 4; k++) await page.keyboard.press('ArrowRight');
  await page.waitForTimeout(1500);
  const steps = await heard();
  expect(steps.length).toBeLessThanOrEqual(2);
  expect(steps.at(-1)).toMatch(/^Timestep 4 of 6, “d”/);

  await page.keyboard.press('Home');
  await page.waitForTimeout(1200);
  await heard();
  await page.keyboard.press('k');
  await expect.poll(() => moment(page)).toMatch(/timestep 2 of 6/);
  expect(await heard()).toEqual([]);
  await page.keyboard.press('k');
  await expect.poll(heard).toHaveLength(1);
});

test('a page that was just opened takes the keys, and a narrow one shows the whole cell', async ({ open }) => {
  const page = await ready(
    await open('#text=hello', { viewport: { width: 390, height: 844 }, reducedMotion: 'reduce' }),
  );
  const outside = () =>
    page.locator('.diagram .node').evaluateAll((nodes) => {
      const frame = document.querySelector('.diagram')?.getBoundingClientRect() as DOMRect;
      return nodes.filter((node) => {
        const { left, right, top, bottom } = node.getBoundingClientRect();
        return left < frame.left || right > frame.right || top < frame.top || bottom > frame.bottom;
      }).length;
    });
  expect(await focused(page)).toBe(null);
  await page.keyboard.press('End');
  await expect.poll(() => moment(page)).toMatch(/timestep 5 of 5/);
  expect(await outside()).toBe(0);
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => page.locator('.where').textContent()).toMatch(/t = 1 of 5 · Forget/);
  expect(await outside()).toBe(0);
});

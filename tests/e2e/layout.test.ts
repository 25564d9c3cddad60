import type { Page } from 'playwright';
import { describe, expect } from 'vitest';
import { registry } from '../../src/cells/index.ts';
import { first, sample } from '../setup/cases.ts';
import { focused, stillTest as test } from './browser.ts';
import { goTo, moment, panel, ready } from './instrument.ts';

const SIZES = first([
  [1024, 768],
  [1440, 900],
  [1280, 720],
] as const);
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;

/** Distance by which the page can scroll, to the right and down. */
const scrolled = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, scrollHeight } = document.documentElement;
    return [scrollWidth - window.innerWidth, scrollHeight - window.innerHeight];
  });

/** Bounding boxes of parts of the page, and whether they fit in the window without overlapping. */
const boxesOf = (page: Page, parts: readonly string[]) =>
  page.evaluate((selectors) => {
    const boxes = selectors.map((selector) => document.querySelector(selector)?.getBoundingClientRect() as DOMRect);
    const inside = boxes.every(
      ({ left, right, top, bottom }) =>
        left >= 0 && top >= 0 && right <= window.innerWidth + 0.5 && bottom <= window.innerHeight + 0.5,
    );
    const apart = boxes.every((a, k) =>
      boxes.every(
        (b, n) =>
          n <= k || a.right <= b.left + 1 || b.right <= a.left + 1 || a.bottom <= b.top + 1 || b.bottom <= a.top + 1,
      ),
    );
    return { inside, apart, heights: boxes.map(({ height }) => Math.round(height)) };
  }, parts);

/** Visible controls, without tokens, the picture, and numbers in sentences and sums, which are content. */
const controls = (page: Page) =>
  page.evaluate(() => {
    const all = document.querySelectorAll<HTMLElement>(
      'button, a[href], select, input, textarea, summary, [role="tab"]',
    );
    return [...all]
      .filter(
        (e) => e.checkVisibility({ visibilityProperty: true }) && e.getBoundingClientRect().top < window.innerHeight,
      )
      .filter((e) => !e.closest('.timeline-tokens, svg, .quantity, .contribution, .outputs'))
      .map((e) => e.getAttribute('aria-label') ?? e.textContent?.trim());
  });

describe('the whole instrument is in one view', () => {
  test.for(SIZES)(
    'at %i × %i, with every panel, for every third cell or, in the long run, each, without scrolling the page',
    async ([width, height], { open }) => {
      const page = await ready(await open('', { viewport: { width, height } }));
      const parts = ['.sequence-card', '.stage', '.strips', '.side-panel'];
      for (const tab of ['Equations', 'Table', 'Train', 'Weights', 'Units', 'Explain'] as const) {
        await panel(page, tab);
        expect(await scrolled(page), tab).toEqual([0, 0]);
        expect(await boxesOf(page, parts), tab).toMatchObject({ inside: true, apart: true });
      }
      for (const { id } of sample(registry)) {
        await page.evaluate((cell) => location.assign(`#cell=${cell}&text=hello`), id);
        await expect.poll(() => moment(page)).toMatch(/of 5/);
        expect(await scrolled(page), id).toEqual([0, 0]);
        const boxes = await boxesOf(page, ['.sequence-card', '.diagram svg', '.transport', '.strips', '.side-panel']);
        expect(boxes, id).toMatchObject({ inside: true, apart: true });
        expect(boxes.heights[1], `${id}: the picture`).toBeGreaterThan(height / 3.5);
        const header = await boxesOf(page, [
          'h1 img',
          '.page-links',
          '.cell-choices > .buttons label:last-of-type',
          '.cell-choices > .button',
          'header > .right',
        ]);
        expect(header, `${id}: the header`).toMatchObject({ inside: true, apart: true });
        expect(header.heights[1], `${id}: links in one line`).toBeLessThan(45);
      }
      const picture = async () => (await page.locator('.diagram svg').boundingBox())?.height ?? 0;
      const atRest = await picture();
      await page.getByRole('button', { name: 'All signals' }).click();
      await page.getByRole('button', { name: 'States only' }).waitFor();
      expect(await picture()).toBeGreaterThan(0.6 * atRest);
      expect(await scrolled(page)).toEqual([0, 0]);
    },
  );

  test('with at most 30 controls in sight and at most 20 stops of the Tab key at rest', async ({ open }) => {
    const page = await ready(await open('', { viewport: { width: 1440, height: 900 } }));
    await page.locator('.look-for').waitFor();
    const all = await controls(page);
    expect(all.length, all.join(' | ')).toBeLessThanOrEqual(30);
    const stops: (string | null)[] = [];
    for (let k = 0; k < 60; k++) {
      await page.keyboard.press('Tab');
      const here = await focused(page);
      if (here === null) break;
      stops.push(here);
    }
    expect(stops.length, stops.join(' | ')).toBeLessThanOrEqual(20);
    expect(stops.length).toBeGreaterThan(10);
  });

  test('and tokens and strips are in one system of columns, also when they scroll', async ({ open }) => {
    const columns = async (page: Page) =>
      page.evaluate(() => {
        const token = document.querySelector('.sequence-card .timeline-token[aria-current]') as Element;
        const cursor = document.querySelector('.strips .timeline-cursor') as Element;
        return [token, cursor].map((e) => {
          const { left, width } = e.getBoundingClientRect();
          return left + width / 2;
        });
      });
    for (const [text, t] of [
      ['hello', 4],
      ['a+long+sequence+that+scrolls+sideways+because+it+has+many+more+letters+than+there+are+columns', 70],
    ] as const) {
      const page = await ready(await open(`#text=${text}&t=${t}`, { viewport: { width: 1440, height: 900 } }));
      await page.locator('.strips .timeline-cursor').waitFor();
      await expect
        .poll(async () => {
          const [token, cursor] = await columns(page);
          return Math.abs(token - cursor);
        })
        .toBeLessThan(2);
    }
  });
});

describe('on a phone', () => {
  test('tokens, the whole cell, the sentence and the player are in one screen, and nothing scrolls sideways', async ({
    open,
  }) => {
    const page = await ready(await open('#preset=trained-anbn-lstm&t=8', PHONE));
    expect(await scrolled(page)).toEqual([0, 0]);
    const parts = ['.token-strip-scroll', '.diagram svg', '.stage-card h2', '.transport'];
    expect(await boxesOf(page, parts)).toMatchObject({ inside: true, apart: true });
    for (const { id } of sample(registry)) {
      await page.evaluate((cell) => location.assign(`#cell=${cell}&text=hello`), id);
      await expect.poll(() => moment(page)).toMatch(/of 5/);
      expect(await scrolled(page), id).toEqual([0, 0]);
    }
  });

  test.for(first(['&interventions=f=1@1..;i=0@2..;o=cut@1', '']))(
    'a tap on a node opens its value and arithmetic under the whole cell, and the player stays %s',
    async (interventions, { open }) => {
      const page = await ready(await open(`#preset=trained-anbn-lstm&t=8${interventions}`, PHONE));
      if (interventions) await page.getByRole('region', { name: 'Interventions' }).waitFor();
      const height = async () => (await page.locator('.diagram svg').boundingBox())?.height ?? 0;
      const atRest = await height();
      expect(atRest).toBeGreaterThan(300);
      await page.locator('.diagram .node[data-signal="i"]').tap();
      const why = page.locator('.arithmetic h3');
      await expect.poll(() => why.isVisible()).toBe(true);
      await expect.poll(() => why.textContent()).toMatch(/^Why i/);
      expect(await boxesOf(page, ['.diagram svg', '.side-panel-content', '.transport'])).toMatchObject({
        inside: true,
        apart: true,
      });
      await expect.poll(height).toBeGreaterThan(0.55 * atRest);
      // the smaller nodes are as large to a finger
      const reach = await page.locator('.diagram .node').evaluateAll((nodes) =>
        nodes.map((node) => {
          const box = node.querySelector('.body')?.getBoundingClientRect() ?? new DOMRect();
          const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
          return [-12, 12].every((by) => node.contains(document.elementFromPoint(x, y + by)));
        }),
      );
      expect(reach).not.toContain(false);
      expect(await page.locator('.diagram .tip').isVisible()).toBe(false);
      await page.getByRole('button', { name: 'Close the panel' }).tap();
      await expect.poll(() => why.isVisible()).toBe(false);
      expect(await scrolled(page)).toEqual([0, 0]);
    },
  );
});

test('on a phone the comparison is named, all tabs are inside the edges, and tokens fade where there are more', async ({
  open,
}) => {
  const page = await ready(await open('#preset=trained-anbn-lstm&t=14', PHONE));
  expect(await page.getByRole('button', { name: 'Compare with…' }).innerText()).toContain('Compare');
  const tabs = await page.locator('.side-panel > .tabs .tab').evaluateAll((all) =>
    all.map((tab) => {
      const { left, right } = tab.getBoundingClientRect();
      return [left, right];
    }),
  );
  expect(Math.min(...tabs.flat())).toBeGreaterThanOrEqual(6);
  expect(Math.max(...tabs.flat())).toBeLessThanOrEqual(384);
  const faded = () =>
    page.locator('.token-strip-scroll').evaluate((e) => {
      const style = getComputedStyle(e);
      return ['--before', '--after'].map((side) => style.getPropertyValue(side) === 'transparent');
    });
  await expect.poll(faded).toEqual([true, true]);
  await goTo(page, 22);
  await expect.poll(faded).toEqual([true, false]);
  await page.keyboard.press('Home');
  await expect.poll(faded).toEqual([false, true]);
});

test('on a phone the task, the signs under the tokens and the place where an example opens are told on demand', async ({
  open,
}) => {
  const page = await ready(await open('#preset=trained-anbn-lstm&t=14', PHONE));
  const asked = page.getByRole('dialog', { name: 'What is asked' });
  expect(await asked.isVisible()).toBe(false);
  await page.getByRole('button', { name: 'What is asked?' }).tap();
  for (const said of ['guess each next letter', '· not asked', '✗ wrong→right answer', 'opens at timestep 14'])
    await expect.poll(() => asked.innerText()).toContain(said);
  await page.keyboard.press('Escape');
  await page.keyboard.press('End');
  await page.getByRole('button', { name: 'What is asked?' }).tap();
  await expect.poll(() => asked.innerText()).toContain('opens at timestep 14');
});

test('after a click on a switch the arrows step and the space bar plays; reached by Tab the switch takes them', async ({
  open,
}) => {
  const page = await ready(await open('#text=hello&t=1&step=timestep'));
  const cell = () => page.locator('.diagram svg').getAttribute('aria-label');
  await page.getByRole('radio', { name: 'GRU', exact: true }).click({ force: true });
  await expect.poll(cell).toContain('GRU');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => moment(page)).toMatch(/timestep 2 of 5/);
  expect(await cell()).toContain('GRU');
  await panel(page, 'Equations');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => moment(page)).toMatch(/timestep 3 of 5/);
  await page.keyboard.press('Space');
  await expect.poll(() => moment(page)).toMatch(/timestep 5 of 5/);
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  expect(await focused(page)).toBe('Equations');
  await page.keyboard.press('ArrowRight');
  expect(await focused(page)).toBe('Table');
  await goTo(page, 2);
  await expect.poll(() => moment(page)).toMatch(/timestep 2 of 5/);
  await page.getByRole('button', { name: 'View', exact: true }).click();
  await page.getByRole('button', { name: 'Keys' }).click();
  await page.locator('.hotkey-help[open]').waitFor();
});

test('the Train tab begins with the task that is shown, and a run goes on, in sight, while another tab is open', async ({
  open,
}) => {
  const page = await ready(await open('', { viewport: { width: 1440, height: 900 } }));
  await panel(page, 'Train');
  const task = page.getByRole('region', { name: 'Training', exact: true }).getByRole('combobox', { name: 'task' });
  await expect.poll(() => task.inputValue()).toBe('anbn');
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await panel(page, 'Explain');
  const badge = page.locator('.weights-badge .badge');
  const updates = async () =>
    Number(/update ([\d,]+)/.exec((await badge.textContent()) ?? '')?.[1].replaceAll(',', ''));
  await expect.poll(updates).toBeGreaterThan(0);
  const before = await updates();
  await expect.poll(updates).toBeGreaterThan(before);
});

import type { BrowserContextOptions, Page } from 'playwright';
import { describe, expect } from 'vitest';
import type { CellDeclaration } from '../../src/cell/declaration.ts';
import { registry } from '../../src/cells/index.ts';
import { first, many, sample } from '../setup/cases.ts';
import { perScheme, violations, violationsInBoth } from './axe.ts';
import { stillTest as test } from './browser.ts';
import { editor, panel, ready } from './instrument.ts';

const OPENED = 'dialog[open], [popover]:popover-open';
const SIDE = '.side-panel';
/** Parts of the page that depend on the cell: diagram and options; beside them sentences, equations, arithmetic, table. */
const CELL_PARTS = ['section[aria-label="Cell"]', SIDE];
const forward = (page: Page) => page.getByRole('button', { name: /^Forward one/ });

type Open = (path?: string, options?: BrowserContextOptions) => Promise<Page>;

/** The page with all of its parts loaded. */
async function opened(open: Open, path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await open(path, { bypassCSP: true, viewport: { width: 1280, height: 900 }, ...options });
  await ready(page);
  return page;
}

/** Switches the page to another cell, as a click on a link does. */
async function turned(page: Page, { id, name }: CellDeclaration, moment: string): Promise<void> {
  await page.evaluate((to) => location.assign(to), `#cell=${id}&${moment}`);
  await expect.poll(() => page.locator('.diagram svg').getAttribute('aria-label')).toContain(` ${name} cell `);
  await ready(page);
}

/** Controls with a target smaller than 24 by 24, except for those in sentences or far from others. */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const controls = 'button, a[href], select, input, summary, [role="button"], [role="tab"], [role="gridcell"]';
    const boxes = [...document.querySelectorAll<HTMLElement>(controls)]
      .filter((e) => e.checkVisibility({ visibilityProperty: true, opacityProperty: false }) && !e.closest('p, dd'))
      .map((e) => ({ e, box: (e.closest('label') ?? e).getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0);
    return boxes
      .filter(({ box }) => Math.min(box.width, box.height) < 23.5)
      .map(({ e, box }) => `${e.outerHTML.slice(0, 120)} ${Math.round(box.width)} × ${Math.round(box.height)}`);
  });
}

describe('the rules of axe are kept', () => {
  test('by cells and their panels in the middle of a timestep, the whole page in light and dark', async ({ open }) => {
    const page = await opened(open, '#cell=lstm&t=3&done=2', { reducedMotion: 'reduce' });
    expect(await violationsInBoth(page), 'the whole page').toEqual([]);
    // the page begins with Explain
    for (const tab of ['Units', 'Weights', 'Train', 'Table', 'Equations'] as const) {
      await panel(page, tab);
      expect(await perScheme(page, [SIDE]), tab).toEqual([]);
    }
    for (const cell of many ? registry.toReversed() : []) {
      await turned(page, cell, 't=3&done=2');
      for (const tab of ['Table', 'Equations', 'Explain'] as const) {
        await panel(page, tab);
        const parts = tab === 'Explain' ? CELL_PARTS : [SIDE];
        expect(await perScheme(page, parts), `${cell.id}, ${tab}`).toEqual([]);
      }
    }
  });

  test('by dialogs, menus and inputs', async ({ open }) => {
    const page = await opened(open, '');
    // tests/components/share looks at the first two in every run
    for (const name of [...(many ? ['Share', 'Save', 'More'] : []), 'Examples', 'View', 'Options']) {
      const button = name === 'Options' ? page.locator('.stage-bar button') : page.getByRole('button', { name });
      await button.first().click();
      await page
        .locator('dialog[open] textarea, dialog[open] input, dialog[open] ul, [popover]:popover-open')
        .first()
        .waitFor();
      expect(await perScheme(page, [OPENED]), name).toEqual([]);
      await page.keyboard.press('Escape');
    }
    await forward(page).press('?');
    await page.locator('.hotkey-help[open]').waitFor();
    expect(await perScheme(page, [OPENED]), 'keys').toEqual([]);
    await page.keyboard.press('Escape');
    for (const kind of many ? (['Numbers', 'Draw', 'Text'] as const) : (['Text'] as const)) {
      await editor(page, kind);
      expect(await perScheme(page, ['.input-panel']), kind).toEqual([]);
    }
    await page.getByLabel('Text for the cell to read').fill('');
    await editor(page, 'Numbers');
    await page.getByLabel('One row per timestep').fill('1\nwrong\n');
    await page.getByRole('button', { name: 'Apply' }).click();
    expect(await perScheme(page, ['.input-panel']), 'refusals').toEqual([]);
  });

  test
    .runIf(many)
    .for(sample(['zoom=vector&theme=projector&signal=C&v=99&wrong=1', 'zoom=unit', 'chain=folded&units=40']))(
    'by numbers in the equations and the line of a unit, with %s',
    async (view, { open }) => {
      const page = await opened(open, `#cell=lstm&${view}`);
      await panel(page, 'Equations');
      await page.getByRole('button', { name: /^numbers of unit/ }).click();
      await page.getByRole('button', { name: 'All signals' }).click();
      await page.getByRole('button', { name: /^Line of unit/ }).click();
      expect(await violations(page, [...CELL_PARTS, '.notice', '.timeline'])).toEqual([]);
    },
  );
});

describe('pointers', () => {
  test.for(
    first([
      [390, 844],
      [1280, 900],
    ] as const),
  )('find targets of 24 pixels and more at %i × %i', async ([width, height], { open }) => {
    const page = await opened(open, '#cell=peephole', { viewport: { width, height } });
    await page.locator('.diagram .node').first().waitFor();
    if (width < 400) await page.locator('.diagram .node > .hit').first().waitFor({ state: 'attached' });
    const small = await smallTargets(page);
    expect(small).toEqual([]);
    // above an open sheet the whole cell is scaled to the rest of a phone's screen, and its nodes with it
    const inPanels: string[] = [];
    const diagram = /^<g /;
    for (const tab of ['Explain', 'Equations', 'Table', 'Train', 'Weights', 'Units'] as const) {
      await panel(page, tab);
      await page.waitForTimeout(200);
      inPanels.push(...(await smallTargets(page)));
    }
    for (const kind of ['Text', 'Numbers', 'Draw'] as const) {
      await editor(page, kind);
      inPanels.push(...(await smallTargets(page)));
    }
    expect([...new Set(inPanels)].filter((one) => width > 400 || !diagram.test(one))).toEqual([]);
  });
});

describe('at 320 pixels', () => {
  test('cells, panels and dialogs need no scrolling sideways', async ({ open }) => {
    const page = await opened(open, '#cell=lstm&t=3', { viewport: { width: 320, height: 640 } });
    const width = () => page.evaluate(() => document.documentElement.scrollWidth);
    for (const cell of sample(sample(registry))) {
      await turned(page, cell, 't=3');
      expect(await width(), cell.id).toBeLessThanOrEqual(320);
    }
    for (const tab of ['Equations', 'Table', 'Train', 'Weights', 'Units', 'Explain'] as const) {
      await panel(page, tab);
      expect(await width(), tab).toBeLessThanOrEqual(320);
    }
    for (const kind of ['Text', 'Numbers', 'Draw'] as const) {
      await editor(page, kind);
      expect(await width(), kind).toBeLessThanOrEqual(320);
    }
    await page.keyboard.press('Escape');
    for (const name of ['Share', 'Save']) {
      await page.getByRole('button', { name, exact: true }).click();
      const box = await page.locator('dialog[open]').boundingBox();
      expect(box && box.x >= 0 && box.x + box.width <= 320).toBe(true);
      await page.keyboard.press('Escape');
    }
  });
});

describe('forced colours', () => {
  test('leave outlines, wires and letters of the diagram apart from the ground, and mark what is chosen', async ({
    open,
  }) => {
    const page = await opened(open, '#cell=lstm&signal=f', { forcedColors: 'active' });
    const colours = await page.evaluate(() => {
      const style = (selector: string) => getComputedStyle(document.querySelector(selector) as Element);
      const ground = style('.diagram svg').backgroundColor;
      return {
        ground,
        outline: style('.diagram .node .body').stroke,
        letter: style('.diagram .glyph').fill,
        wire: style('.diagram .wire .outline').stroke,
        chosen: style('.controls .segment:has(:checked)').backgroundColor,
        other: style('.controls .segment:not(:has(:checked))').backgroundColor,
      };
    });
    for (const part of ['outline', 'letter', 'wire'] as const) expect(colours[part], part).not.toBe(colours.ground);
    expect(colours.chosen).not.toBe(colours.other);
    expect(await violations(page)).toEqual([]);
  });
});

describe('reduced motion', () => {
  test('shows a step at once, with the same information as one that runs', async ({ open }) => {
    const shown = async (reducedMotion: 'reduce' | 'no-preference') => {
      const page = await opened(open, '#cell=gru&t=2&done=0&step=timestep', { reducedMotion });
      const phases = () =>
        page.locator('.diagram .node').evaluateAll((all) => all.map((e) => e.getAttribute('data-phase')));
      await forward(page).click();
      const atOnce = await phases();
      await expect.poll(async () => new Set(await phases())).toEqual(new Set(['done']));
      await panel(page, 'Table');
      const values = await page.locator('.timestep-table td').allTextContents();
      return { atOnce: new Set(atOnce), values };
    };
    const [still, moving] = [await shown('reduce'), await shown('no-preference')];
    expect(still.atOnce).toEqual(new Set(['done']));
    expect(moving.atOnce.size).toBeGreaterThan(1);
    expect(still.values).toEqual(moving.values);
  });
});

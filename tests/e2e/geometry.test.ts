import { wcagContrast } from 'culori';
import type { Locator, Page } from 'playwright';
import { describe, expect } from 'vitest';
import { first, many } from '../setup/cases.ts';
import { stillTest as test } from './browser.ts';
import { editor, panel, ready } from './instrument.ts';

/** Distance by which the page can scroll sideways. */
const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

/** Text of each place with its computed foreground and background colours. */
const inked = (places: Locator) =>
  places.evaluateAll((all) =>
    all.map((place) => {
      let ground: Element | null = place;
      while (ground && getComputedStyle(ground).backgroundColor === 'rgba(0, 0, 0, 0)') ground = ground.parentElement;
      return [
        place.textContent ?? '',
        getComputedStyle(place).color,
        getComputedStyle(ground ?? document.documentElement).backgroundColor,
      ] as const;
    }),
  );

/** Drops a file that is no view on the page. */
const dropBroken = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['{"cell":'], 'broken.json'));
    for (const kind of ['dragover', 'drop'])
      document.body.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }));
  });

describe('the current token', () => {
  test('has a contrast of 4.5 and more, light and dark', async ({ open }) => {
    for (const path of [
      '#text=hello&t=2',
      '#text=hello&t=2&theme=projector',
      'embed.html#text=hello&t=2&parts=diagram,timeline',
    ]) {
      const page = await open(path, { reducedMotion: 'reduce' });
      await page.locator('.timeline-token.now').first().waitFor();
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        const tokens = await inked(page.locator('.timeline-token.now'));
        expect(tokens.map(([text]) => text)).toContain('e');
        for (const [text, ink, ground] of tokens)
          expect(
            wcagContrast(ink, ground),
            `${path}, ${colorScheme}: ${text}, ${ink} on ${ground}`,
          ).toBeGreaterThanOrEqual(4.5);
      }
    }
  });
});

test('a phone shows the name of the cell whole beside what takes a change back', async ({ open }) => {
  const page = await ready(await open('#cell=peephole', { viewport: { width: 390, height: 844 } }));
  const cell = page.locator('header').getByRole('button', { name: /Peephole/ });
  const cut = () => cell.evaluate((button) => button.scrollWidth - button.clientWidth);
  await panel(page, 'Weights');
  await page.getByRole('button', { name: 'Randomise' }).click();
  await page.getByRole('button', { name: 'Undo' }).waitFor();
  expect(await page.getByRole('button', { name: 'Redo' }).isVisible()).toBe(false);
  expect(await cut()).toBeLessThanOrEqual(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: 'Redo' }).waitFor();
  expect(await cut()).toBeLessThanOrEqual(0);
  await cell.click();
  const [[name, ink, ground]] = await inked(page.locator('.more-cells:popover-open [aria-current]'));
  expect(name).toBe('Peephole');
  expect(wcagContrast(ink, ground), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5);
});

/** The greatest number of changes between dark and light along a row of what an element looks like. */
async function strokes(element: Locator): Promise<number> {
  const shot = (await element.screenshot()).toString('base64');
  return element.page().evaluate(async (png) => {
    const bytes = Uint8Array.from(atob(png), (character) => character.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes]));
    const { width, height } = bitmap;
    const context = new OffscreenCanvas(width, height).getContext('2d');
    context?.drawImage(bitmap, 0, 0);
    const data = context?.getImageData(0, 0, width, height).data ?? [];
    const isLight = (x: number, y: number): boolean => data[4 * (y * width + x) + 1] > 128;
    const rows = Array.from(
      { length: height },
      (_, y) =>
        Array.from({ length: width - 1 }, (__, x) => x).filter((x) => isLight(x, y) !== isLight(x + 1, y)).length,
    );
    return Math.max(...rows);
  }, shot);
}

test.runIf(many)('in forced colours, letters on a ground of their own are seen', async ({ open }) => {
  const forced = { viewport: { width: 1440, height: 900 }, forcedColors: 'active' } as const;
  const comparison = await open('#preset=trained-anbn-lstm&t=9&beside=preset=trained-anbn-coupled', forced);
  const map = await open('#preset=trained-copy-gru&other=BADDC·····?????', forced);
  // without letters there are the edges of the ground alone
  for (const [element, least] of [
    [comparison.locator('.parting-flag').first(), 10],
    [map.locator('.memory-grid [data-differs] bdi').first(), 4],
  ] as const) {
    await element.waitFor();
    expect(await strokes(element), String(element)).toBeGreaterThanOrEqual(least);
  }
});

describe('nothing scrolls sideways', () => {
  test('at 844 × 390 with the type of a projector', async ({ open }) => {
    const viewport = { width: 844, height: 390 };
    const page = await ready(await open('#cell=lstm&theme=projector', { viewport }));
    expect(await sideways(page)).toBe(0);
  });

  test.for(first([390, 1024, 1440]))('at %i near the largest number of units', async (width, { open }) => {
    const page = await ready(await open('#cell=lstm&units=50&t=3', { viewport: { width, height: 844 } }));
    for (const tab of ['Explain', 'Equations', 'Table', 'Weights'] as const) {
      await panel(page, tab);
      expect(await sideways(page), tab).toBe(0);
    }
  });

  test('in the story at every width down to 320, and no line begins with a comma', async ({ open }) => {
    const page = await open('index.html', { viewport: { width: 320, height: 640 } });
    await page.locator('.chapter').nth(9).waitFor();
    for (const width of [320, 390, 768, 1024, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      const found = await page.evaluate(() => {
        const lines = document.createTreeWalker(document.querySelector('article') as Element, NodeFilter.SHOW_TEXT);
        const broken: string[] = [];
        let before: Node | null = null;
        for (let text = lines.nextNode(); text; before = text, text = lines.nextNode()) {
          if (!before || !/^[,.;:]/.test(text.nodeValue ?? '') || !before.parentElement?.closest('button')) continue;
          const mark = document.createRange();
          mark.setStart(text, 0);
          mark.setEnd(text, 1);
          const button = before.parentElement.closest('button') as Element;
          if (mark.getBoundingClientRect().left < button.getBoundingClientRect().left) broken.push(`${text.nodeValue}`);
        }
        return { broken, over: document.documentElement.scrollWidth - innerWidth };
      });
      expect(found, `${width}`).toEqual({ broken: [], over: 0 });
    }
  });

  test.runIf(many)('in the laboratory at 320, also with a number that is too long', async ({ open }) => {
    const page = await open('lab.html', { viewport: { width: 320, height: 640 } });
    const field = page.locator('input[inputmode="decimal"], input[inputmode="numeric"], input:not([type])').first();
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await sideways(page)).toBe(0);
    await page.getByRole('combobox', { name: 'theme' }).selectOption('projector');
    expect(await sideways(page)).toBe(0);
    if (await field.isVisible()) {
      await field.fill('1234567890'.repeat(9));
      await field.press('Enter');
      expect(await sideways(page)).toBe(0);
    }
  });
});

describe('what an opened file says', () => {
  test.for(
    first([
      [390, 844],
      [1280, 720],
    ] as const),
  )('covers no control at %i × %i', async ([width, height], { open }) => {
    const page = await ready(await open('', { viewport: { width, height } }));
    await page.locator('.look-for, .side-panel').first().waitFor();
    await expect
      .poll(async () => {
        await dropBroken(page);
        return page.locator('.drop-outcome').count();
      })
      .toBe(1);
    const covered = await page.evaluate(() => {
      const outcome = document.querySelector('.drop-outcome') as Element;
      return [...document.querySelectorAll('button, select, input, [role="tab"]')]
        .filter(
          (e) =>
            !outcome.contains(e) &&
            !e.closest('.side-panel-content') &&
            e.checkVisibility({ visibilityProperty: true }),
        )
        .filter((e) => {
          const [a, b] = [outcome.getBoundingClientRect(), e.getBoundingClientRect()];
          return b.width > 0 && a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
        })
        .map((e) => e.outerHTML.slice(0, 80));
    });
    expect(covered).toEqual([]);
    const inside = await page
      .locator('.transport, .drop-outcome')
      .evaluateAll((all) => all.every((e) => e.getBoundingClientRect().bottom <= window.innerHeight));
    expect(inside).toBe(true);
  });
});

test('in a frame of 390 pixels every target has 24 pixels', async ({ open }) => {
  const page = await open('embed.html#cell=peephole&t=2', { viewport: { width: 390, height: 844 } });
  await page.locator('.diagram .node').first().waitFor();
  await page.locator('.transport').waitFor();
  const small = await page.evaluate(() =>
    [...document.querySelectorAll('button, a[href], select, input, summary, [role="button"], [role="tab"]')]
      .filter((e) => e.checkVisibility({ visibilityProperty: true }) && !e.closest('p, dd'))
      .map((e) => [e, (e.closest('label') ?? e).getBoundingClientRect()] as const)
      .filter(([, { width, height }]) => width > 0 && Math.min(width, height) < 23.5)
      .map(([e, { width, height }]) => `${e.outerHTML.slice(0, 90)} ${width} × ${height}`),
  );
  expect(small).toEqual([]);
});

test.runIf(many)('a pointer that is gone when it should be captured disturbs nothing', async ({ open }) => {
  const page = await ready(await open('#cell=lstm&text=hello', { viewport: { width: 1280, height: 900 } }));
  await panel(page, 'Weights');
  const cell = page.locator('[role="gridcell"]').first();
  await cell.waitFor();
  const gone = { pointerId: 4711, isPrimary: true, button: 0, buttons: 1, bubbles: true, pointerType: 'mouse' };
  await cell.dispatchEvent('pointerdown', { ...gone, clientX: 0, clientY: 0 });
  await cell.dispatchEvent('pointermove', { ...gone, clientX: 40, clientY: 0 });
  const drawing = (await editor(page, 'Draw')).locator('svg, canvas').first();
  await drawing.dispatchEvent('pointerdown', { ...gone, clientX: 5, clientY: 5 });
  expect(await page.locator('.diagram svg').isVisible()).toBe(true);
});

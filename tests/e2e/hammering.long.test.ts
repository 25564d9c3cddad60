import type { Page } from 'playwright';
import { describe, expect } from 'vitest';
import { test } from './browser.ts';
import { goTo, panel } from './instrument.ts';

/** The moment as shown in different places, read at once so that nothing moves in between. */
interface Reading {
  readonly diagram: string | null;
  readonly text: string | null;
  readonly table: string | null;
  readonly token: string | null;
  readonly cell: string | null;
  readonly chosen: string | null;
}

/** Injected into the page: reads the moment in all places at once. */
function read(): Reading {
  const of = (selector: string) => document.querySelector(selector);
  const first = (text: string | null | undefined, pattern: RegExp) => text?.match(pattern)?.[1] ?? null;
  return {
    diagram: first(of('.diagram svg')?.getAttribute('aria-label'), /timestep (\d+) of/),
    text: first(of('.transport .where')?.textContent, /t = (\d+) of/),
    table: first(of('.timestep-table caption')?.textContent, /Timestep (\d+) of/),
    token: first(of('.sequence-card .timeline-token[aria-current]')?.getAttribute('aria-label'), /timestep (\d+)/),
    cell: first(of('.diagram svg')?.getAttribute('aria-label'), /of the (.+) cell/),
    chosen: of('.cell-choices .segment:has(:checked)')?.textContent ?? null,
  };
}

const disagreements = ({ diagram, text, table, token, cell, chosen }: Reading): boolean =>
  new Set([diagram, text, table, token]).size > 1 || cell !== chosen;

/** Watches every frame during `work`; returns the number of frames and the readings in which places disagreed. */
async function watched(page: Page, work: () => Promise<void>): Promise<{ frames: number; wrong: Reading[] }> {
  await page.evaluate(`window.read = ${read.toString()}; window.disagreements = ${disagreements.toString()};`);
  await page.evaluate(() => {
    const { read, disagreements } = window as unknown as {
      read: () => Reading;
      disagreements: (r: Reading) => boolean;
    };
    const watch = { frames: 0, wrong: [] as Reading[], on: true };
    Object.assign(window, { watch });
    const frame = (): void => {
      watch.frames++;
      const now = read();
      if (disagreements(now)) watch.wrong.push(now);
      if (watch.on) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  await work();
  return page.evaluate(() => {
    const { watch } = window as unknown as { watch: { frames: number; wrong: Reading[]; on: boolean } };
    watch.on = false;
    return { frames: watch.frames, wrong: watch.wrong.slice(0, 3) };
  });
}

/** Colours of the lanes and bars of everything drawn, and the numbers of the table. */
const shown = (page: Page) =>
  page.evaluate(() => ({
    // outlines and marks of a switch have named colours; values have computed ones
    lanes: [...document.querySelectorAll('.diagram .wire path')]
      .map((e) => e.getAttribute('stroke'))
      .filter((stroke) => !stroke?.startsWith('var(')),
    covers: [...document.querySelectorAll('.diagram [stroke-dasharray][visibility="visible"]')].map((e) =>
      e.getAttribute('stroke-dasharray'),
    ),
    phases: [...document.querySelectorAll('.diagram .node')].map((e) => e.getAttribute('data-phase')),
    bars: [...document.querySelectorAll('.diagram .bars rect')].map((e) => [
      e.getAttribute('fill'),
      e.getAttribute('height'),
    ]),
    table: [...document.querySelectorAll('.timestep-table td')].map((e) => e.textContent),
    tokens: [...document.querySelectorAll('.diagram .token')].map((e) => e.textContent),
  }));

/** Shows the table of all values beside the diagram. */
async function ready(page: Page): Promise<Page> {
  await panel(page, 'Table');
  await page.locator('.timestep-table').waitFor();
  return page;
}

/** Clicks from inside the page, dozens of times between two frames. */
const burst = (page: Page, names: readonly string[], times: number) =>
  page.evaluate(
    async ([all, count]) => {
      for (let k = 0; k < count; k++) {
        for (const name of all) {
          const buttons = [
            ...document.querySelectorAll<HTMLElement>(
              '.transport button, .cell-choices input, .sequence-card .timeline-token',
            ),
          ];
          const is = (e: HTMLElement) =>
            e.getAttribute('aria-label')?.startsWith(name) || (e instanceof HTMLInputElement && e.value === name);
          buttons.find(is)?.click();
        }
        if (k % 3 === 0) await new Promise(requestAnimationFrame);
      }
    },
    [names, times] as const,
  );

/** Opens the current address in a fresh page, without motion. */
async function afresh(page: Page, open: (path?: string, options?: object) => Promise<Page>): Promise<Page> {
  await page.waitForTimeout(600);
  return ready(await open(new URL(page.url()).hash, { viewport: page.viewportSize(), reducedMotion: 'reduce' }));
}

describe('hammering the controls', () => {
  test.for([
    ['stepping to and fro while it plays', ['Play', 'Forward', 'Forward', 'Back', 'Forward', 'Play'], 25],
    ['jumping from end to end', ['timestep 11', 'Back', 'timestep 1,', 'Forward'], 30],
    [
      'switching cells in the middle of steps',
      ['Play', 'gru', 'Forward', 'lstm', 'Back', 'rnn', 'Forward', 'peephole'],
      8,
    ],
  ] as const)(
    '%s never shows two moments at once, and ends at the values of its moment',
    async ([, names, times], { open }) => {
      const page = await ready(await open('#text=hello+world&speed=4', { viewport: { width: 1280, height: 900 } }));
      const { frames, wrong } = await watched(page, () => burst(page, names, times));
      expect(frames).toBeGreaterThan(1);
      expect(wrong).toEqual([]);
      await page.evaluate(() => document.querySelector<HTMLElement>('.transport [aria-label="Pause"]')?.click());
      const looks: string[] = [];
      const rests = async (): Promise<boolean> => {
        looks.push(JSON.stringify(await shown(page)));
        return looks.at(-1) === looks.at(-2);
      };
      await expect.poll(rests, { interval: 400 }).toBe(true);
      const other = await afresh(page, open);
      expect(await shown(page)).toEqual(await shown(other));
    },
  );

  test('with keys and tokens at once, keeps to one moment', async ({ open }) => {
    const page = await ready(await open('#text=hello+world&speed=4', { viewport: { width: 1280, height: 900 } }));
    await page.getByRole('button', { name: 'Play' }).focus();
    const { wrong } = await watched(page, async () => {
      for (const key of [
        'k',
        'ArrowRight',
        '5',
        'ArrowLeft',
        '.',
        'End',
        ',',
        'Home',
        'k',
        '9',
        'k',
        'ArrowRight',
        '1',
      ])
        await page.keyboard.press(key);
      for (const t of [3, 9]) await goTo(page, t);
      for (const key of ['ArrowRight', 'ArrowRight', 'End', 'ArrowLeft', 'Home', 'ArrowRight', '.'])
        await page.keyboard.press(key);
      for (const t of [1, 11, 6]) await goTo(page, t);
    });
    expect(wrong).toEqual([]);
    await expect.poll(() => page.evaluate(`(${read.toString()})().text`)).toBe('6');
    const other = await afresh(page, open);
    expect(await shown(page)).toEqual(await shown(other));
  });

  test('never paints a lane with a colour that its vector does not have at the moment shown', async ({ open }) => {
    const page = await ready(
      await open('#text=abcabc&speed=4&step=timestep', {
        viewport: { width: 1280, height: 900 },
        reducedMotion: 'no-preference',
      }),
    );
    const painted = () =>
      page.evaluate(() => {
        const t = document.querySelector('.transport .where')?.textContent?.match(/t = (\d+)/)?.[1] ?? '';
        const lanes = [...document.querySelectorAll('.diagram .wire')].map(
          (wire) =>
            `${wire.getAttribute('data-signal')}: ${[...wire.querySelectorAll('path')].map((e) => e.getAttribute('stroke')).join()}`,
        );
        return { t, lanes: lanes.join('; ') };
      });
    const truth = new Map<string, string>();
    for (const t of ['1', '2', '3', '4', '5', '6']) {
      await goTo(page, Number(t));
      const { lanes } = await painted();
      truth.set(t, lanes);
    }
    expect(new Set(truth.values()).size).toBe(6);
    const samples = await page.evaluate(async () => {
      const names = [
        'Forward',
        'Play',
        'Forward',
        'Back',
        'Forward',
        'Forward',
        'timestep 6',
        'Back',
        'Back',
        'timestep 1',
      ];
      const seen: { t: string; lanes: string }[] = [];
      for (let k = 0; k < 120; k++) {
        const name = names[k % names.length];
        const all = [...document.querySelectorAll<HTMLElement>('.transport button, .sequence-card .timeline-token')];
        all.find((e) => e.getAttribute('aria-label')?.startsWith(name))?.click();
        if (k % 2 === 0) await new Promise(requestAnimationFrame);
        const lanes = [...document.querySelectorAll('.diagram .wire')].map(
          (wire) =>
            `${wire.getAttribute('data-signal')}: ${[...wire.querySelectorAll('path')].map((e) => e.getAttribute('stroke')).join()}`,
        );
        seen.push({
          t: document.querySelector('.transport .where')?.textContent?.match(/t = (\d+)/)?.[1] ?? '',
          lanes: lanes.join('; '),
        });
      }
      return seen;
    });
    expect(new Set(samples.map(({ t }) => t)).size).toBeGreaterThan(2);
    expect(samples.filter(({ t, lanes }) => truth.get(t) !== lanes).map(({ t }) => t)).toEqual([]);
  });
});

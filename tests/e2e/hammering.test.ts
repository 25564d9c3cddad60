import type { Page } from 'playwright';
import { describe, expect } from 'vitest';
import { test } from './browser.ts';

/** What the page says of its moment, in the places that say it; one reading, so that nothing moves in between. */
interface Reading {
  readonly diagram: string | null;
  readonly slider: string | null;
  readonly text: string | null;
  readonly table: string | null;
  readonly token: string | null;
  readonly cell: string | null;
  readonly stages: string | null;
}

/** Put into the page: reads the moment in every place at once. */
function read(): Reading {
  const of = (selector: string) => document.querySelector(selector);
  const first = (text: string | null | undefined, pattern: RegExp) => text?.match(pattern)?.[1] ?? null;
  return {
    diagram: first(of('.diagram svg')?.getAttribute('aria-label'), /timestep (\d+) of/),
    slider: (of('.timestep input') as HTMLInputElement | null)?.value ?? null,
    text: first(of('.timestep .where')?.textContent, /t = (\d+) of/),
    table: first(of('.timestep-table caption')?.textContent, /Timestep (\d+) of/),
    token: first(of('.timeline-token.now')?.getAttribute('aria-label'), /timestep (\d+)/),
    cell: first(of('.diagram svg')?.getAttribute('aria-label'), /of the (.+) cell/),
    stages: first(of('.equations')?.getAttribute('aria-label'), /of the (.+)$/),
  };
}

const disagreements = ({ diagram, slider, text, table, token, cell, stages }: Reading): boolean =>
  new Set([diagram, slider, text, table, token]).size > 1 || cell !== stages;

/** Watches every frame while `work` goes on; what disagreed in any frame. */
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
    // outlines and marks of what a switch changed have colours by name; values have computed ones
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

async function ready(page: Page): Promise<Page> {
  for (const part of ['.matrix-grid', '.timeline-tokens', '.diagram svg', '.equations', '.arithmetic'])
    await page.locator(part).first().waitFor();
  await page.getByText('All values of this timestep').click();
  return page;
}

/** Clicks from within the page: dozens between two frames. */
const burst = (page: Page, names: readonly string[], times: number) =>
  page.evaluate(
    async ([all, count]) => {
      for (let k = 0; k < count; k++) {
        for (const name of all) {
          const buttons = [...document.querySelectorAll<HTMLElement>('.transport button, .cell-switch input')];
          const is = (e: HTMLElement) =>
            e.getAttribute('aria-label')?.startsWith(name) || (e instanceof HTMLInputElement && e.value === name);
          buttons.find(is)?.click();
        }
        if (k % 3 === 0) await new Promise(requestAnimationFrame);
      }
    },
    [names, times] as const,
  );

/** The page that the present address shows to whoever opens it afresh, without motion. */
async function afresh(page: Page, open: (path?: string, options?: object) => Promise<Page>): Promise<Page> {
  await page.waitForTimeout(600);
  return ready(await open(new URL(page.url()).hash, { viewport: page.viewportSize(), reducedMotion: 'reduce' }));
}

describe('hammering the controls', () => {
  test.for([
    ['stepping to and fro while it plays', ['Play', 'Forward', 'Forward', 'Back', 'Forward', 'Play'], 25],
    ['jumping from end to end', ['To the end', 'Back', 'To the start', 'Forward'], 30],
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

  test('with keys and the slider at once, keeps to one moment', async ({ open }) => {
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
      const slider = page.getByRole('slider', { name: 'Timestep' });
      await slider.focus();
      for (const key of ['ArrowRight', 'ArrowRight', 'End', 'ArrowLeft', 'Home', 'ArrowRight', 'PageUp'])
        await page.keyboard.press(key);
      for (const value of ['3', '9', '1', '11', '6']) await slider.fill(value);
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
        const t = document.querySelector<HTMLInputElement>('.timestep input')?.value ?? '';
        const lanes = [...document.querySelectorAll('.diagram .wire')].map(
          (wire) =>
            `${wire.getAttribute('data-signal')}: ${[...wire.querySelectorAll('path')].map((e) => e.getAttribute('stroke')).join()}`,
        );
        return { t, lanes: lanes.join('; ') };
      });
    const truth = new Map<string, string>();
    const slider = page.getByRole('slider', { name: 'Timestep' });
    for (const t of ['1', '2', '3', '4', '5', '6']) {
      await slider.fill(t);
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
        'To the end',
        'Back',
        'Back',
        'To the start',
      ];
      const seen: { t: string; lanes: string }[] = [];
      for (let k = 0; k < 120; k++) {
        const name = names[k % names.length];
        const all = [...document.querySelectorAll<HTMLElement>('.transport button')];
        all.find((e) => e.getAttribute('aria-label')?.startsWith(name))?.click();
        if (k % 2 === 0) await new Promise(requestAnimationFrame);
        const lanes = [...document.querySelectorAll('.diagram .wire')].map(
          (wire) =>
            `${wire.getAttribute('data-signal')}: ${[...wire.querySelectorAll('path')].map((e) => e.getAttribute('stroke')).join()}`,
        );
        seen.push({
          t: document.querySelector<HTMLInputElement>('.timestep input')?.value ?? '',
          lanes: lanes.join('; '),
        });
      }
      return seen;
    });
    expect(new Set(samples.map(({ t }) => t)).size).toBeGreaterThan(2);
    expect(samples.filter(({ t, lanes }) => truth.get(t) !== lanes).map(({ t }) => t)).toEqual([]);
  });
});

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import type { Page } from 'playwright';
import { afterAll, expect } from 'vitest';
import { first, many } from '../setup/cases.ts';
import { stillTest as test } from './browser.ts';
import { coarse, differenceOf } from './coarse.ts';
import { moment, numbersOf, ready } from './instrument.ts';

const folder = mkdtempSync(join(tmpdir(), 'gatescope-figures-'));
afterAll(() => rmSync(folder, { recursive: true }));

const window = { viewport: { width: 1440, height: 900 } };
const LINK = '#cell=peephole&text=banana&units=3&seed=5&t=4&stage=forget&signal=f&unit=2&weights=b_f:0.1,0.2,-0.3';

/** Presses a button of the dialog Save, and gives the file under a name of its own. */
async function saved(page: Page, kind: 'SVG' | 'PNG'): Promise<string> {
  const dialog = page.getByRole('dialog');
  if (!(await dialog.isVisible())) await page.getByRole('button', { name: 'Save', exact: true }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('region', { name: 'Figure', exact: true }).getByRole('button', { name: kind }).click(),
  ]);
  const file = join(folder, download.suggestedFilename());
  await download.saveAs(file);
  return file;
}

/** Checks that the command draws the same figure of a link. */
function expectDrawn(svg: Buffer, ...args: readonly string[]): void {
  const drawn = spawnSync(process.execPath, ['lib/command/gatescope.js', 'render', '--link', ...args], {
    encoding: 'utf8',
  });
  expect(drawn.stdout === `${svg}\n`, drawn.stderr).toBe(true);
}

/** Drops a file on the page. */
const drop = (page: Page, name: string, bytes: Uint8Array): Promise<void> =>
  page.evaluate(
    ([called, base64]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], called));
      for (const kind of ['dragover', 'drop'])
        document.body.dispatchEvent(new DragEvent(kind, { dataTransfer: transfer, bubbles: true, cancelable: true }));
    },
    [name, Buffer.from(bytes).toString('base64')] as const,
  );

test('a saved figure opens as the very same moment where it is dropped, from SVG and from PNG', async ({ open }) => {
  const page = await ready(await open(LINK, window));
  const [svg, png] = [readFileSync(await saved(page, 'SVG')), readFileSync(await saved(page, 'PNG'))];
  await page.keyboard.press('Escape');
  expectDrawn(svg, LINK);
  const [shown, numbers] = [await moment(page), await numbersOf(page)];
  for (const [name, bytes] of first([
    ['figure.png', png],
    ['figure.svg', svg],
  ] as const)) {
    const other = await ready(await open('#cell=gru&text=abc&theme=dark', window));
    await drop(other, name, bytes);
    await other.getByText(`${name} is open`).waitFor();
    expect(await moment(other)).toBe(shown);
    expect(await numbersOf(other)).toEqual(numbers);
    // drawn again, it is the same figure
    expect(readFileSync(await saved(other, 'SVG')).equals(svg)).toBe(true);
  }
});

test('a figure has its title, description and legend, no control, and looks the same in another renderer', async ({
  open,
}) => {
  const page = await ready(await open(LINK, window));
  const svg = readFileSync(await saved(page, 'SVG'), 'utf8');
  const png = readFileSync(await saved(page, 'PNG'));
  expect(svg.match(/<title>(.*?)<\/title>/)?.[1]).toBe('Peephole at timestep 4 of 6');
  expect(svg.match(/<desc>(.*?)<\/desc>/)?.[1]).toMatch(/^Timestep 4 of 6, “a”, forget: .* of unit 3 is −?[\d.]+\.$/);
  expect(svg.match(/(role|tabindex|aria-label)="[^"]*"/g)).toEqual(['role="img"']);
  expect(svg.match(/class="legend"/g)).toHaveLength(2);
  const other = new Resvg(svg, { fitTo: { mode: 'zoom', value: 2 } }).render().asPng();
  const [ours, theirs] = [await coarse(page, png), await coarse(page, other)];
  const { most, mean } = differenceOf(ours, theirs);
  expect(most).toBeLessThan(16);
  expect(mean).toBeLessThan(1);
  // the picture is none of one colour
  expect(Math.max(...ours) - Math.min(...ours)).toBeGreaterThan(60);
});

test('the command draws the strips over time that the page saves', async ({ open }) => {
  const page = await ready(await open(LINK, window));
  await page.locator('.timeline-strip[data-signal="h"] canvas').waitFor();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('radio', { name: 'over time' }).check();
  expectDrawn(readFileSync(await saved(page, 'SVG')), LINK, '--over-time', 'states');
});

test.for([window, { viewport: { width: 390, height: 844 } }])(
  'strips of runs that are compared are saved run by run, $viewport.width px wide',
  async (size, { open }) => {
    const page = await open('#cell=lstm&text=banana&units=3&t=4&signal=h&beside=cell=gru', size);
    await page.locator('.compare-strips canvas').first().waitFor();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('radio', { name: 'over time' }).check();
    const text = readFileSync(await saved(page, 'SVG'), 'utf8');
    expect(text).toContain('<title>LSTM (A), GRU (B) over time, at timestep 4 of 6</title>');
    expect(text.match(/class="run"/g)).toHaveLength(2);
    // the hidden state of each
    expect(text.match(/class="strip"/g)).toHaveLength(2);
  },
);

test.runIf(many)(
  'the strips over time are saved with the colours of the page, and open as the same moment',
  async ({ open }) => {
    const page = await ready(await open(LINK, window));
    const strip = page.locator('.timeline-strip[data-signal="h"] canvas');
    await strip.waitFor();
    // the middle of each cell of the first three timesteps, which are computed
    const painted = await strip.evaluate(
      (canvas: HTMLCanvasElement, [count, columns]) => {
        const { width } = canvas;
        const pixels = canvas.getContext('2d')?.getImageData(0, 0, width, canvas.height).data;
        const each = Number(canvas.dataset.columns);
        return Array.from({ length: count }, (_, row) =>
          Array.from({ length: columns }, (_, column) => {
            const [x, y] = [((column + 0.4) * width) / each, ((row + 0.4) * canvas.height) / count].map(Math.floor);
            return `rgb(${pixels?.slice(4 * (y * width + x), 4 * (y * width + x) + 3).join(', ')})`;
          }),
        );
      },
      [3, 3],
    );
    const shown = await moment(page);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('radio', { name: 'over time' }).check();
    await page.getByLabel('Ground').getByRole('radio', { name: 'light' }).check();
    const [svg, png] = [readFileSync(await saved(page, 'SVG')), readFileSync(await saved(page, 'PNG'))];
    const text = svg.toString();
    expect(text).toContain('<title>Peephole over time, at timestep 4 of 6</title>');
    // the page shows the states only
    expect(text.match(/class="strip"/g)).toHaveLength(await page.locator('.timeline-strip:has(canvas)').count());
    const last = text.slice(text.lastIndexOf('class="strip"'));
    const cells = [...last.slice(0, last.indexOf('class="future"')).matchAll(/<path d="([^"]+)"[^>]*stroke="([^"]+)"/g)]
      .flatMap(([, d, stroke]) => [...d.matchAll(/M([\d.]+),([\d.]+)h/g)].map(([, x, y]) => ({ x: +x, y: +y, stroke })))
      .sort((a, b) => a.y - b.y || a.x - b.x);
    expect(cells.map(({ stroke }) => stroke)).toEqual(painted.flat());
    // outlines in place of fonts, which differ
    await page.getByLabel('text as paths').check();
    const outlines = readFileSync(await saved(page, 'SVG'), 'utf8');
    const here = await coarse(page, readFileSync(await saved(page, 'PNG')));
    const there = await coarse(page, new Resvg(outlines, { fitTo: { mode: 'zoom', value: 2 } }).render().asPng());
    const { most, mean } = differenceOf(here, there);
    expect(most).toBeLessThan(16);
    expect(mean).toBeLessThan(1);
    for (const [name, bytes] of [
      ['strips.svg', svg],
      ['strips.png', png],
    ] as const) {
      const again = await ready(await open('#cell=gru&text=abc&theme=dark', window));
      await drop(again, name, bytes);
      await again.getByText(`${name} is open`).waitFor();
      expect(await moment(again)).toBe(shown);
    }
  },
);

test.runIf(many)('text as paths needs no font, and looks like the text in Chromium and in resvg', async ({ open }) => {
  const page = await ready(await open(LINK, window));
  const live = await coarse(page, readFileSync(await saved(page, 'PNG')), 64);
  await page.getByLabel('text as paths').check();
  const svg = readFileSync(await saved(page, 'SVG'), 'utf8');
  expect(svg).not.toMatch(/<text|font|url\(/);
  const here = await coarse(page, readFileSync(await saved(page, 'PNG')), 64);
  const there = await coarse(page, new Resvg(svg, { fitTo: { mode: 'zoom', value: 2 } }).render().asPng(), 64);
  // the system's font may be another one, the outlines are the same
  const [likeText, likeHere] = [differenceOf(here, live), differenceOf(there, here)];
  expect(likeText.mean).toBeLessThan(0.2);
  expect(likeText.most).toBeLessThan(40);
  expect(likeHere.mean).toBeLessThan(0.15);
  expect(likeHere.most).toBeLessThan(4);
});

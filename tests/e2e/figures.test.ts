import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import type { Page } from 'playwright';
import { afterAll, expect } from 'vitest';
import { stillTest as test } from './browser.ts';
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
    page.getByRole('region', { name: 'Diagram' }).getByRole('button', { name: kind }).click(),
  ]);
  const file = join(folder, download.suggestedFilename());
  await download.saveAs(file);
  return file;
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

/** The mean colours of a picture in a grid of so many cells; what differs by fonts and edges is gone in them. */
const coarse = (page: Page, png: Uint8Array, grid = 32): Promise<readonly number[]> =>
  page.evaluate(
    async ([base64, n]) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes]));
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
      const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
      context.drawImage(bitmap, 0, 0);
      const { data, width, height } = context.getImageData(0, 0, bitmap.width, bitmap.height);
      const sums = Array.from({ length: n * n * 3 }, () => 0);
      for (let at = 0; at < data.length; at += 4) {
        const [x, y] = [(at / 4) % width, Math.floor(at / 4 / width)];
        const cell = Math.floor((y * n) / height) * n + Math.floor((x * n) / width);
        for (let k = 0; k < 3; k++) sums[3 * cell + k] += data[at + k];
      }
      return sums.map((sum) => (sum * n * n) / (width * height));
    },
    [Buffer.from(png).toString('base64'), grid] as const,
  );

test('a saved figure opens as the very same moment where it is dropped, from SVG and from PNG', async ({ open }) => {
  const page = await ready(await open(LINK, window));
  const [svg, png] = [readFileSync(await saved(page, 'SVG')), readFileSync(await saved(page, 'PNG'))];
  await page.keyboard.press('Escape');
  // the command draws it, too
  const drawn = spawnSync(process.execPath, ['lib/command/gatescope.js', 'render', '--link', LINK], {
    encoding: 'utf8',
  });
  expect(drawn.stdout === `${svg}\n`, drawn.stderr).toBe(true);
  const [shown, numbers] = [await moment(page), await numbersOf(page)];
  for (const [name, bytes] of [
    ['figure.svg', svg],
    ['figure.png', png],
  ] as const) {
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
  const differences = ours.map((value, k) => Math.abs(value - theirs[k]));
  expect(Math.max(...differences)).toBeLessThan(16);
  expect(differences.reduce((sum, one) => sum + one, 0) / differences.length).toBeLessThan(1);
  // the picture is none of one colour
  expect(Math.max(...ours) - Math.min(...ours)).toBeGreaterThan(60);
});

import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, describe, expect } from 'vitest';
import { displayed } from '../../src/notation/number.ts';
import { first, many } from '../setup/cases.ts';
import { command } from '../setup/command.ts';
import { examined } from '../setup/examined.ts';
import { stillTest as test } from './browser.ts';
import { moment, numbersOf, ready } from './instrument.ts';

const folder = mkdtempSync(join(tmpdir(), 'gatescope-files-'));
afterAll(() => rmSync(folder, { recursive: true }));

const outcome = (page: Page) => page.getByRole('complementary', { name: 'Opened file' });

/** Drops a file with `unit` repeated as its content; it is made inside the page, which avoids a transfer. */
const dropRepeated = (page: Page, name: string, start: string, unit: string, times: number): Promise<void> =>
  page.evaluate(
    ([called, first, part, count]) => {
      const data = new DataTransfer();
      data.items.add(new File([first, part.repeat(count)], called));
      for (const kind of ['dragover', 'drop'])
        document.body.dispatchEvent(new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }));
    },
    [name, start, unit, times] as const,
  );

interface Step {
  readonly previous: Readonly<Record<string, readonly number[]>>;
  readonly signals: Readonly<Record<string, readonly number[]>>;
}

/** Numbers of a timestep from the page's table: previous states, then every signal. */
const numbersIn = ({ previous, signals }: Step): string[] =>
  [
    ...Object.values(previous),
    ...Object.entries(signals).flatMap(([slot, values]) => (slot === 'x' || slot.endsWith('.pre') ? [] : [values])),
  ].flatMap((values) => values.map((value) => displayed(value)));

describe('what the page saves, the command line opens and prints the same numbers of:', () => {
  test.for(
    first([
      [
        'numbers, scaled and with labels, read by a peephole cell',
        '#cell=peephole&columns=a,b&rows=1,20;3,40;2,10&scaling=range&seed=4&t=2',
        2,
      ],
      ['a trained cell', '#preset=trained-anbn-lstm&t=9', 9],
      [
        'words, with an option and weights set by hand',
        '#cell=gru&options=reset:after&text=the+cat+sat&tokens=words&weights=b_z:1,2,3,4&t=3',
        3,
      ],
    ] as const),
  )('%s', async ([, link, t], { open }) => {
    const page = await ready(await open(link, { viewport: { width: 1440, height: 900 } }));
    const shown = (await numbersOf(page)).filter((text) => text !== '');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    for (const part of ['Tape', 'Parameters', 'Whole view']) {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('region', { name: part }).getByRole('button', { name: 'JSON' }).click(),
      ]);
      const file = join(folder, download.suggestedFilename());
      await download.saveAs(file);
      const { timesteps } = await examined<{ timesteps: Step[] }>('values', '--model', file, '--timestep', String(t));
      expect(numbersIn(timesteps[0]), part).toEqual(shown);
    }
  });
});

test.runIf(many)('a model of one update of npm run train is opened where it is dropped', async ({ open }) => {
  const file = join(folder, 'model.json');
  const { status, error } = command('train', ['--task', 'anbn', '--updates', '1', '--out', file]);
  expect(error).toBe('');
  expect(status).toBe(0);
  const page = await ready(await open('#cell=gru&text=abc', { viewport: { width: 1440, height: 900 } }));
  await page.evaluate(
    (text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], 'model.json'));
      for (const kind of ['dragover', 'drop'])
        document.body.dispatchEvent(new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }));
    },
    await readFile(file, 'utf8'),
  );
  await outcome(page).getByText('model.json is open').waitFor();
  const { timesteps } = await examined<{ timesteps: Step[] }>('values', '--model', file, '--timestep', '1');
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(() => moment(page)).toMatch(/^timestep \d+ of/);
  const [, at] = /^timestep (\d+)/.exec((await moment(page)) ?? '') ?? [];
  const step = (await examined<{ timesteps: Step[] }>('values', '--model', file, '--timestep', at)).timesteps[0];
  expect(numbersIn(step)).toEqual((await numbersOf(page)).filter((text) => text !== ''));
  expect(timesteps).toHaveLength(1);
});

describe('large files are refused or read while the page goes on', () => {
  const large = [
    ['brackets without an end', 'deep.json', '', '[', 52 * 2 ** 20, /the limit is 16 MB/],
    ['JSON larger than any table', 'big.json', '[', '[1,2,3],', 6.5 * 2 ** 20, /16 MB/],
    ['a table larger than is read', 'big.csv', 'a,b\n', '1.5,2.5\n', 6.5 * 2 ** 20, /16 MB/],
    ['a file larger than any', 'huge.csv', 'a,b\n', '1.5,2.5\n', 8.5 * 2 ** 20, /64 MB/],
  ] as const;

  test.runIf(many)(
    'brackets without an end, JSON and tables larger than are read, a file larger than any',
    async ({ open }) => {
      const page = await ready(
        await open('#text=abcdef&t=1&step=timestep', { viewport: { width: 1440, height: 900 } }),
      );
      for (const [k, [what, name, start, unit, times, sentence]] of large.entries()) {
        const next = new RegExp(`timestep ${k + 2} of 6`);
        await dropRepeated(page, name, start, unit, times);
        await page.keyboard.press('ArrowRight');
        await expect.poll(() => moment(page), { message: what }).toMatch(next);
        const refused = new RegExp(`${name}[^]*${sentence.source}`);
        await expect.poll(() => outcome(page).innerText(), { message: what }).toMatch(refused);
        expect(await moment(page)).toMatch(next);
      }
    },
  );

  test.runIf(many)('a wide table says how far it is read, and can be given up', async ({ open }) => {
    const page = await ready(await open('#text=abcdef&t=1', { viewport: { width: 1440, height: 900 } }));
    const row = `${Array.from({ length: 512 }, (_, k) => k % 10).join(',')}\n`;
    await dropRepeated(page, 'wide.csv', '', row, 10_000);
    const progress = outcome(page).getByRole('progressbar', { name: 'Reading wide.csv' });
    await expect
      .poll(() => progress.evaluate((e: HTMLProgressElement) => e.position), { interval: 10 })
      .toBeGreaterThan(0);
    await outcome(page).getByRole('button', { name: 'Cancel' }).click();
    await expect.poll(() => outcome(page).count()).toBe(0);
    expect(await moment(page)).toMatch(/ of 6/);
  });
});

import type { Page } from 'playwright';
import { describe, expect } from 'vitest';
import { displayed, percentage } from '../../src/notation/number.ts';
import { printed } from '../setup/command.ts';
import { examined } from '../setup/examined.ts';
import { stillTest as test } from './browser.ts';
import { panel } from './instrument.ts';

const WIDE = { viewport: { width: 1440, height: 1000 } };

interface Output {
  readonly name: string;
  readonly value: number;
  readonly probability?: number;
}
interface Step {
  readonly timestep: number;
  readonly previous: Readonly<Record<string, readonly number[]>>;
  readonly signals: Readonly<Record<string, readonly number[]>>;
  readonly outputs: readonly Output[];
}
interface Units {
  readonly level: number;
  readonly chance: number;
  readonly samples: { readonly searched: number; readonly confirmed: number };
  readonly found: readonly {
    readonly signal: string;
    readonly unit: number;
    readonly searched: number;
    readonly confirmed: number;
    readonly aboveChance: boolean;
  }[];
}
interface Saturation {
  readonly gates: readonly { readonly signal: string; readonly open: number; readonly shut: number }[];
  readonly units: readonly { readonly unit: number; readonly open: number; readonly shut: number }[];
}

/** A whole number as the page writes it. */
const thousands = (n: number): string => n.toLocaleString('en-GB');
/** Two decimals and a true minus sign, as the page writes a correlation. */
const r = (value: number): string => value.toFixed(2).replace('-', '−');

/** The numbers of the table of all values, row by row. */
async function tableOf(page: Page): Promise<string[][]> {
  await panel(page, 'Table');
  const table = page.getByRole('grid', { name: /Timestep \d+ of/ });
  await table.waitFor();
  return table
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) =>
        [...row.querySelectorAll('td')].map((cell) => cell.textContent ?? '').filter((text) => text !== ''),
      ),
    );
}

/** The same rows from the printed data: previous states, then every signal. */
const rowsOf = ({ previous, signals }: Step): string[][] =>
  [
    ...Object.values(previous),
    ...Object.entries(signals).flatMap(([slot, values]) => (slot === 'x' || slot.endsWith('.pre') ? [] : [values])),
  ].map((values) => values.map((value) => displayed(value)));

describe.each([
  ['anbn-lstm', 9],
  ['brackets-gru', 7],
  ['adding-peephole', 5],
] as const)('the page of trained-%s at timestep %d shows what is printed:', (model, t) => {
  const link = `#preset=trained-${model}&t=${t}`;

  test('every value and its summands, every answer, the derivatives of an output', async ({ open }) => {
    const { timesteps } = await examined<{ timesteps: Step[] }>('values', '--model', `models/${model}.json`);
    const step = timesteps[t - 1];
    const page = await open(`${link}&signal=h&unit=1`, WIDE);
    expect(await tableOf(page)).toEqual(rowsOf(step));
    await panel(page, 'Explain');
    const answers = page.getByRole('list', { name: 'Outputs' }).getByRole('button');
    await answers.first().waitFor();
    const texts = await answers.locator('.value').allTextContents();
    expect(texts).toEqual(
      step.outputs.map(({ value, probability }) =>
        probability === undefined ? displayed(value) : percentage(probability),
      ),
    );

    const { value } = await examined<{ value: { result: { text: string }; operands: { text: string }[] } }>(
      'why',
      '--model',
      `models/${model}.json`,
      '--timestep',
      String(t),
      '--unit',
      '2',
    );
    const reason = page.getByRole('region', { name: /^Why / });
    await expect.poll(() => reason.getAttribute('aria-label')).toBe(`Why h₂ is ${value.result.text}`);
    expect(await reason.locator('li .value').allTextContents()).toEqual(value.operands.map(({ text }) => text));

    const address = `${link}&shows=gradients`;
    const { of, timesteps: derivatives } = await examined<{ of: { name: string }; timesteps: Step[] }>(
      'derivatives',
      '--link',
      address,
      '--timestep',
      String(t),
    );
    await panel(page, 'Table');
    await page.evaluate((to) => location.assign(to), address);
    await page.getByText('Derivatives of').first().waitFor();
    expect(await tableOf(page)).toEqual(rowsOf(derivatives[0]));
    expect(
      await page
        .getByRole('grid', { name: /Timestep \d+ of/ })
        .locator('caption')
        .textContent(),
    ).toContain(`Derivatives of ${of.name}.`);
  });

  test('the units that are found, and how often gates saturate', async ({ open }) => {
    const units = await examined<Units>('units', '--model', `models/${model}.json`);
    const saturation = await examined<Saturation>('saturation', '--preset', `trained-${model}`);
    const page = await open(link, WIDE);
    await panel(page, 'Units');
    const card = page.getByRole('region', { name: 'Find the unit' });
    await card.getByRole('button', { name: 'Search' }).click();
    const list = card.getByRole('list', { name: 'The closest units' }).getByRole('button');
    await expect.poll(() => list.count()).toBe(6);
    expect(await list.locator('.numbers').allTextContents()).toEqual(
      units.found
        .slice(0, 6)
        .map(
          ({ searched, confirmed, aboveChance }) =>
            `r = ${r(searched)}, confirmed ${r(confirmed)}${aboveChance ? '' : ': no more than chance'}`,
        ),
    );
    expect(
      (await list.locator('.hint').allTextContents()).map((text) => Number(/unit (\d+)$/.exec(text)?.[1])),
    ).toEqual(units.found.slice(0, 6).map(({ unit }) => unit));
    const said = (await card.textContent()) ?? '';
    const telling = units.found.filter(({ aboveChance }) => aboveChance).length;
    expect(said).toContain(`${telling} of ${units.found.length} units follow `);
    expect(said).toContain(`the best of them would reach ${r(units.chance)}.`);
    expect(said).toContain(`at level ${units.level}, at which this cell was trained`);
    expect(said).toContain(
      `${thousands(units.samples.searched)} timesteps were searched, and ${thousands(units.samples.confirmed)} others confirm`,
    );

    await card.getByText('As a table').click();
    const shares = await card.getByRole('table').getByRole('cell').allTextContents();
    expect(shares).toEqual(
      saturation.units.flatMap(({ open: opened, shut }) => [percentage(opened), percentage(shut)]),
    );
    const gates = await card.locator('.gates p').allTextContents();
    expect(gates.map((gate) => gate.replace(/^.*: /, ''))).toEqual(
      saturation.gates.map(
        ({ open: opened, shut }) => `open ${percentage(opened)}, shut ${percentage(shut)} of the time`,
      ),
    );
  });
});

interface Flow {
  readonly main: string;
  readonly least: number;
  readonly most: number;
  readonly states: readonly {
    readonly state: string;
    readonly total: readonly number[];
    readonly direct: readonly number[] | null;
  }[];
}
interface Gradients {
  readonly distance: number;
  readonly cells: readonly { readonly H: number; readonly before: Flow; readonly after: Flow }[];
}

/** A norm as printed in a sentence of the laboratory. */
const norm = (value: number): string => displayed(value >= 100 && value < 1e6 ? Math.round(value) : value);

describe('the laboratory shows what is printed:', () => {
  const link = 'lab.html#gap=20&opening=1&scale=1.26&example=4&cell=gru&blank=mean';

  test('the gradient of every cell on its way back', async ({ open }) => {
    const { cells, distance } = printed<Gradients>('lab', '--print', 'gradient', '--link', link);
    const page = await open(link, WIDE);
    const articles = page.locator('.cell-gradient');
    await expect.poll(() => articles.locator('.flow').count()).toBe(3 * cells.length);
    for (const [k, { H, before, after }] of cells.entries()) {
      const article = articles.nth(k);
      expect(await article.locator('h3 small').textContent()).toBe(`${H} units`);
      for (const [n, { main, states }] of [before, after].entries()) {
        const state = states.find((one) => one.state === main);
        const left = state?.total[distance] ?? Number.NaN;
        const words = (await article.locator('.flow').nth(n).locator('p').allTextContents()).join(' ');
        expect(words).toContain(`the gradient of ${main} by ${displayed(left ** (1 / distance), 3)} on average`);
        expect(words).toContain(left < 1 ? `${norm(left)} of it is left.` : `it grows to ${norm(left)}.`);
        if (state?.direct)
          expect(words).toContain(`the direct path alone gives ${norm(state.direct[distance])} of ${norm(left)}.`);
      }
      const range = ({ least, most }: Flow): string => `×\u00a0${displayed(least)} to ${displayed(most)}`;
      expect(await article.locator('.flow').last().locator('p').last().textContent()).toBe(
        `The norm of one timestep’s Jacobian: ${range(before)} before training, ${range(after)} after it.`,
      );
    }
  });

  test('the inputs that matter', async ({ open }) => {
    const found = printed<{ sure: number; occlusion: number[]; gradientTimesInput: number[]; gradient: number[] }>(
      'lab',
      '--print',
      'inputs',
      '--link',
      link,
    );
    const page = await open(link, WIDE);
    const region = page.getByRole('region', { name: 'Which earlier inputs matter' });
    await expect.poll(() => region.textContent()).toMatch(/It answers [A-D] /);
    const said = (await region.locator('[aria-live]').textContent()) ?? '';
    const noise = (values: readonly number[]): string => displayed(Math.max(...values.slice(1, -1).map(Math.abs)));
    expect(said).toContain(`(${percentage(found.sure)})`);
    const [without, foretold] = [found.occlusion[0], found.gradientTimesInput[0]];
    const other = without < 0 === foretold < 0 ? '' : foretold < 0 ? 'a rise by ' : 'a fall by ';
    expect(said).toContain(
      `${without < 0 ? 'rises' : 'falls'} by ${displayed(Math.abs(without))}; the gradient predicts ${other}${displayed(Math.abs(foretold))}. `,
    );
    expect(said).toContain(`by more than ${noise(found.occlusion)} (predicted: ${noise(found.gradientTimesInput)}).`);
    expect(await region.textContent()).toContain(`a full bar is ${displayed(Math.max(...found.gradient))}`);
  });

  test('how often each cell is right, seed by seed, and the numbers of the theory', async ({ open }) => {
    const { points } = printed<{ points: { mean: number; H: number; learned: number; accuracy: number[] }[] }>(
      'lab',
      '--print',
      '--link',
      link,
    );
    const page = await open(link, WIDE);
    const rows = page.getByRole('region', { name: 'Right answers, seed by seed' }).locator('tbody tr');
    await expect.poll(() => rows.count()).toBe(points.length);
    expect(
      await rows.evaluateAll((all) => all.map((row) => [...row.querySelectorAll('td')].map((one) => one.textContent))),
    ).toEqual(
      points.map(({ mean, H, learned, accuracy }) => [
        String(H),
        String(learned),
        percentage(mean),
        ...accuracy.map(percentage),
      ]),
    );
    const theory = printed<{
      latch: { kept: number; gradient: number };
      pushed: { kept: number };
      factors: { product: number }[];
      biases: { product: number }[];
    }>('lab', '--print', 'theory', '--link', link);
    expect(await page.locator('[aria-labelledby="theory"] b').allTextContents()).toEqual([
      displayed(theory.latch.kept, 4),
      displayed(theory.pushed.kept, 4),
      ...[theory.latch.gradient, ...[...theory.factors, ...theory.biases].map(({ product }) => product)].map((value) =>
        displayed(value),
      ),
    ]);
  });
});

interface Trained {
  readonly cells: readonly {
    readonly model: string;
    readonly reaches: number;
    readonly facts: readonly Readonly<Record<string, string | number>>[];
  }[];
}

test('what is said of trained cells is printed: their scores, and what to look for', async ({ open }) => {
  const scores = printed<{ model: string; reaches: number; sequences: number }[]>('models', '--print', 'anbn');
  const [{ cells }] = printed<Trained[]>('presets', '--print', 'anbn');
  const page = await open('#preset=trained-anbn-coupled', WIDE);
  await page.getByRole('button', { name: 'Examples' }).click();
  const grid = page.getByRole('list', { name: 'Trained cells' }).getByRole('list', { name: 'aⁿbⁿ', exact: true });
  await expect.poll(() => grid.getByRole('button').count()).toBe(scores.length);
  const shown = await grid.getByRole('button').evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));
  expect(shown.map((label) => /([\d.]+)\u202f%/.exec(label ?? '')?.[1])).toEqual(
    scores.map(({ reaches }) => (reaches === 1 ? '100' : (100 * reaches).toFixed(1))),
  );
  const facts = cells.find(({ model }) => model === 'anbn-coupled')?.facts ?? [];
  await page.keyboard.press('Escape');
  const look = page.getByRole('region', { name: 'What to look for' });
  const sentences = await look.getByRole('listitem').allTextContents();
  expect(sentences).toHaveLength(facts.length);
  for (const [k, { kind, least, r: correlation, low, share }] of facts.entries()) {
    const number = kind === 'right' ? least : kind === 'follows' ? correlation : kind === 'open' ? low : share;
    const text = kind === 'follows' ? displayed(Number(number)) : percentage(Number(number));
    expect(sentences[k], String(kind)).toContain(text);
  }
});

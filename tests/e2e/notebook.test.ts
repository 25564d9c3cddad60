import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { describe, expect } from 'vitest';
import { many, sample } from '../setup/cases.ts';
import { address } from './browser.ts';
import { test as base } from './host.ts';

const { LSTM, GRU } = JSON.parse(readFileSync('tests/fixtures/notebook/layers.json', 'utf8')) as Readonly<
  Record<'LSTM' | 'GRU', { readonly arrays: string; readonly h: readonly number[][] }>
>;

/** The forms in which notebooks hand over bytes, made of base64. */
const forms = {
  'a DataView, as Jupyter does': (text: string) =>
    `new DataView(Uint8Array.from('xx' + atob('${text}'), (one) => one.charCodeAt(0)).buffer, 2)`,
  'a typed array, as VS Code and marimo do': (text: string) =>
    `Uint8Array.from(atob('${text}'), (one) => one.charCodeAt(0))`,
  'base64, as pages made from a notebook do': (text: string) => `'${text}'`,
};
const [inJupyter] = Object.values(forms);

/**
 * A double of a notebook: models with traits, and the module of the widget, loaded from its text as anywidget loads it. It
 * keeps what was sent to the kernel, and how to remove each view.
 */
const NOTEBOOK = `<div id="cells"></div><script type="module">
  class Model {
    traits; listeners = new Map(); sent = [];
    constructor(traits) { this.traits = traits; }
    get(name) { return this.traits[name]; }
    set(name, value) {
      if (this.traits[name] === value) return;
      this.traits[name] = value;
      for (const listener of this.listeners.get('change:' + name) ?? []) listener();
    }
    on(event, listener) { this.listeners.set(event, [...(this.listeners.get(event) ?? []), listener]); }
    off(event, listener) { this.listeners.set(event, (this.listeners.get(event) ?? []).filter((one) => one !== listener)); }
    save_changes() { this.sent.push({ ...this.traits }); }
  }
  const text = await (await fetch('${address('notebook/gatescope.js')}')).text();
  const { default: widget } = await import(URL.createObjectURL(new Blob([text], { type: 'text/javascript' })));
  globalThis.show = async (traits, model = new Model(traits)) => {
    const el = document.createElement('div');
    document.getElementById('cells').append(el);
    const remove = await widget.render({ model, el });
    return { model, el, remove };
  };
  /** A host without a kernel, whose methods refuse as those of MyST do. */
  globalThis.Kernelless = class extends Model {
    off() { throw new Error('off is not there'); }
    save_changes() { throw new Error('save_changes is not there'); }
  };
  globalThis.shown = [];
</script>`;

interface Fixtures {
  /** An empty notebook; the test fails where its page has an error. */
  notebook: Page;
}

const test = base.extend<Fixtures>({
  notebook: async ({ host }, use) => {
    const page = await host(NOTEBOOK);
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.waitForFunction('globalThis.shown');
    await use(page);
    expect(errors).toEqual([]);
  },
});

const cell = (page: Page, k = 0) => page.locator('#cells > div').nth(k);
const put = (page: Page, traits: string): Promise<void> =>
  page.evaluate(`show(${traits}).then((one) => void shown.push(one))`);
const placeIn = (page: Page, k = 0): Promise<string> => cell(page, k).locator('output.where').innerText();

describe('the notebook module', () => {
  test.for(sample(Object.entries(forms)))('shows a layer of PyTorch from %s', async ([, form], { notebook }) => {
    await put(notebook, `{ link: 'parts=diagram,inspector&signal=h&unit=3&t=4', arrays: ${form(LSTM.arrays)} }`);
    const label = cell(notebook).locator('.diagram svg');
    expect(await label.getAttribute('aria-label')).toContain('LSTM cell at timestep 4 of 5');
    const why = await cell(notebook).locator('.arithmetic').first().innerText();
    expect(why.replaceAll('−', '-')).toContain(LSTM.h[3][2].toFixed(2));
  });

  test('keeps the timestep with the kernel, and hands over what a saved notebook shows', async ({ notebook }) => {
    await put(notebook, `{ link: 't=2', t: 0, arrays: ${inJupyter(GRU.arrays)} }`);
    expect(await placeIn(notebook)).toBe('t = 2 of 5 · Update');
    const last = (name: string) => notebook.evaluate(`shown[0].model.sent.at(-1)?.${name}`);
    await expect.poll(() => last('picture')).toMatch(/^<svg xmlns=/);
    expect(JSON.parse((await last('view')) as string)).toMatchObject({
      format: 'gatescope/view',
      keys: { cell: 'gru', t: '2' },
    });
    await cell(notebook)
      .getByRole('button', { name: /^Forward one/ })
      .click();
    await expect.poll(() => last('t')).toBe(3);
    expect(await placeIn(notebook)).toBe('t = 3 of 5 · Reset');
    await notebook.evaluate("shown[0].model.set('t', 5)");
    await expect.poll(() => placeIn(notebook)).toBe('t = 5 of 5 · Update');
  });

  test.runIf(many)('shows every run of a comparison, in step', async ({ notebook }) => {
    await put(notebook, "{ link: 'cell=lstm&text=hello&units=2&t=3&beside=cell=gru' }");
    const labels = () =>
      cell(notebook)
        .locator('.diagram svg')
        .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));
    const at = (t: number) =>
      ['LSTM', 'GRU'].map((name) => expect.stringMatching(`the ${name}.* cell at timestep ${t} of 5$`));
    await expect.poll(labels).toEqual(at(3));
    await cell(notebook)
      .getByRole('button', { name: /^Forward one/ })
      .click();
    await expect.poll(labels).toEqual(at(4));
  });

  test('takes other arrays, and says in its cell what is wrong with some', async ({ notebook }) => {
    await put(notebook, `{ link: '', arrays: new Uint8Array(30).fill(128) }`);
    const alert = cell(notebook).getByRole('alert');
    await expect.poll(() => alert.innerText()).toMatch(/not in the safetensors format/);
    await notebook.evaluate(`shown[0].model.set('arrays', ${inJupyter(GRU.arrays)})`);
    await expect.poll(() => cell(notebook).locator('.diagram svg').getAttribute('aria-label')).toContain('GRU');
    await notebook.evaluate(`shown[0].model.set('link', 'cell=gru&t=none')`);
    await expect.poll(() => alert.innerText()).toMatch(/“t”/);
  });

  test.runIf(many)('shows several in one notebook, and leaves nothing of one that is removed', async ({ notebook }) => {
    for (const { arrays } of [LSTM, GRU]) await put(notebook, `{ link: '', arrays: ${inJupyter(arrays)} }`);
    await notebook.evaluate('show({}, shown[0].model).then((one) => void shown.push(one))');
    const labels = () =>
      Promise.all([0, 1, 2].map((k) => cell(notebook, k).locator('.diagram svg').getAttribute('aria-label')));
    expect((await labels()).map((label) => /the (\w+) cell/.exec(label ?? '')?.[1])).toEqual(['LSTM', 'GRU', 'LSTM']);
    await cell(notebook, 0).getByRole('button', { name: 'To the end' }).click();
    await expect.poll(() => placeIn(notebook, 2)).toContain('t = 5');
    expect(await placeIn(notebook, 1)).toContain('t = 1');
    await cell(notebook, 1).getByRole('button', { name: 'Play' }).click();
    await notebook.evaluate('for (const { remove } of shown) remove()');
    const left = () =>
      notebook.evaluate(() => {
        const { shown } = globalThis as unknown as {
          shown: { el: Element; model: { sent: unknown[]; listeners: Map<string, unknown[]> } }[];
        };
        return shown.map(({ el, model }) => [el.childElementCount, [...model.listeners.values()].flat().length]);
      });
    await expect.poll(left).toEqual([
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
    const sent = () => notebook.evaluate('shown.map(({ model }) => model.sent.length).join()');
    const before = await sent();
    // a player that was left running would have taken a step in this time
    await notebook.waitForTimeout(1500);
    expect(await sent()).toBe(before);
  });

  test('works and goes without a trace where the host has no kernel', async ({ notebook }) => {
    await notebook.evaluate("show(null, new Kernelless({ link: 'text=ab&t=1' })).then((one) => void shown.push(one))");
    await cell(notebook)
      .getByRole('button', { name: /^Forward one/ })
      .click();
    await expect.poll(() => placeIn(notebook)).toContain('t = 2 of 2');
    await notebook.evaluate('shown[0].remove()');
    await notebook.evaluate("shown[0].model.set('link', 'text=abc')");
    expect(await cell(notebook).evaluate((element) => element.childElementCount)).toBe(0);
  });
});

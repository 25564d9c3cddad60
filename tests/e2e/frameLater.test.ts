import type { Page } from 'playwright';
import { describe, expect } from 'vitest';
import { type Cell, cellOf } from '../../src/cell/cell.ts';
import { declarationOf } from '../../src/cells/index.ts';
import { first, sample } from '../setup/cases.ts';
import { address, test } from './browser.ts';
import { holdBack } from './network.ts';

/** A frame's files that a browser is kept from loading, by the beginnings of their names. */
const block = (page: Page, name: string) => page.route(`**/assets/${name}-*.js`, (route) => route.abort());

const cellNamed = (id: string, options: Readonly<Record<string, string>> = {}): Cell => {
  const declaration = declarationOf(id);
  if (!declaration) throw new Error(`There is no cell ${id}`);
  return cellOf(declaration, options);
};

describe('a cell that a frame begins without', () => {
  test.for(
    sample([
      // a file of its own has its declaration and its pictures
      ['cell=gru', cellNamed('gru'), ['cell-gru']],
      ['cell=gru&options=reset:after,z:old', cellNamed('gru', { reset: 'after', z: 'old' }), ['cell-gru']],
      ['cell=peephole&options=peepWeights:full,bias:off', cellNamed('peephole'), ['cell-peephole']],
      ['cell=coupled&options=couple:f', cellNamed('coupled', { couple: 'f' }), ['cell-coupled']],
      ['cell=mgu', cellNamed('mgu'), ['cell-mgu']],
      // so are the operations that no other cell needs
      ['cell=slstm', cellNamed('slstm'), ['cell-slstm']],
      ['cell=lnlstm', cellNamed('lnlstm'), ['cell-lnlstm']],
      ['cell=lstm&options=form:original', cellNamed('lstm', { form: 'original' }), []],
    ] as const),
  )('%s is drawn and steps', async ([keys, { name, signals }, files], { open }) => {
    const page = await open('about:blank');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(address(`embed.html#${keys}&text=abc`));
    await page.getByRole('group', { name: `Diagram of the ${name} cell at timestep 1 of 3` }).waitFor();
    expect(await page.locator('.diagram svg .node').count()).toBe(signals.length);
    const fetched = asked.flatMap((path) => /\/assets\/(cells|cell-\w+|figures)-[^/]*\.js$/.exec(path)?.[1] ?? []);
    expect(fetched).toEqual(files);
    await page.getByRole('button', { name: /^Forward one/ }).click();
    await page.getByRole('group', { name: `Diagram of the ${name} cell at timestep 2 of 3` }).waitFor();
  });

  test('marks a character without a face as every page does', async ({ open }) => {
    const page = await open('embed.html#text=a%E2%80%8Bb&t=2');
    await page.getByRole('group', { name: 'Diagram of the LSTM cell at timestep 2 of 3' }).waitFor();
    await page.getByRole('button', { name: '[ZWSP], input' }).waitFor();
  });

  test('says so where its declaration does not arrive, and shows another', async ({ browser }) => {
    const page = await browser.newPage();
    await block(page, 'cell-gru');
    await page.goto(address('embed.html#cell=gru&text=abc'));
    await page.getByText('The cell of this link could not be fetched. Reload the page to try again.').waitFor();
    await page.getByRole('group', { name: 'Diagram of the LSTM cell at timestep 1 of 3' }).waitFor();
    await page.close();
  });

  test('is drawn and steps where what draws any other cell does not arrive', async ({ browser }) => {
    const page = await browser.newPage();
    await block(page, 'figures');
    await page.goto(address('embed.html#cell=peephole&options=peepO:off&text=abc'));
    const diagram = page.getByRole('group', { name: /^Diagram of the Peephole cell/ });
    await diagram.waitFor();
    const { signals } = cellNamed('peephole');
    expect(await page.locator('.diagram svg .node').count()).toBe(signals.length);
    await page.getByRole('button', { name: /^Forward one/ }).click();
    await expect.poll(() => page.locator('output.where').innerText()).toMatch(/^t = 2 of 3/);
    await page.close();
  });
});

test('a switch of the cell in a frame marks what is new, and the way back leaves it as a ghost', async ({ open }) => {
  const page = await open('embed.html#cell=lstm&text=abc&parts=cell,diagram,transport');
  await page.getByRole('radio', { name: 'Peephole' }).click();
  await page.getByRole('group', { name: /^Diagram of the Peephole cell/ }).waitFor();
  await page.getByText('Added: three peepholes, 12 weights.').waitFor();
  expect(await page.locator('.diagram svg .ghost').count()).toBe(0);
  await page.getByRole('radio', { name: 'LSTM' }).click();
  await page.getByRole('group', { name: /^Diagram of the LSTM cell/ }).waitFor();
  await expect.poll(() => page.locator('.diagram svg .ghost').count()).toBeGreaterThan(0);
});

test('a reader of a frame can switch to a cell with operations of its own', async ({ open }) => {
  const page = await open('embed.html#cell=lstm&text=abc&parts=cell,diagram,transport');
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByText('Exponential gates, a normaliser that counts what was written').waitFor();
  await page.getByRole('button', { name: 'sLSTM', exact: true }).click();
  await page.getByRole('group', { name: /^Diagram of the sLSTM cell/ }).waitFor();
  await page.getByRole('button', { name: /^Forward one/ }).click();
  await page.getByRole('group', { name: 'Diagram of the sLSTM cell at timestep 2 of 3' }).waitFor();
  // the stabiliser is the larger of two numbers, an operation that the LSTM has not
  await page.locator('.diagram [aria-label^="stabiliser, max"]').waitFor();
});

test.for(first(['gru', 'lstm']))('the panels of a frame have the sentences of %s', async (id, { open }) => {
  const page = await open(`embed.html#cell=${id}&text=abc&parts=diagram,transport,stages,equations`);
  const { declaration } = cellNamed(id);
  const [stage] = declaration.stages;
  await page.getByText(declaration.summary).waitFor();
  await page.getByText(declaration.reference).waitFor();
  await page.getByRole('tab', { name: `1 ${stage.label}` }).click();
  await page.getByRole('heading', { name: stage.question }).waitFor();
  await page.getByText(/Reading “a”, unit 1/).waitFor();
  const [, signal] = Object.entries(declaration.signals).find(([, one]) => one.stage === stage.id) ?? [];
  await page.getByText(signal?.hint ?? 'no hint').waitFor({ state: 'attached' });
});

test('a frame follows its address to cells that it began without', async ({ open }) => {
  const page = await open('embed.html#cell=lstm&text=abc');
  await page.getByRole('group', { name: /^Diagram of the LSTM cell/ }).waitFor();
  for (const [cell, name] of [
    ['gru', 'GRU'],
    ['peephole', 'Peephole'],
  ]) {
    await page.evaluate((id) => {
      location.hash = `cell=${id}&text=abc`;
    }, cell);
    await page.getByRole('group', { name: `Diagram of the ${name} cell at timestep 1 of 3` }).waitFor();
  }
});

test.for(first(['coupled', 'lstm', 'slstm']))('a narrow frame draws %s without the router', async (cell, { open }) => {
  const page = await open('about:blank', { viewport: { width: 390, height: 480 } });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(address(`embed.html#cell=${cell}&text=abc`));
  await page.locator('.diagram svg:not([data-waiting])').waitFor();
  expect(asked.some((path) => path.includes('/assets/compactPicture-'))).toBe(true);
  expect(asked.some((path) => path.includes('/assets/figures-'))).toBe(false);
});

test('a key pressed before the code of the keys has come acts once it is there', async ({ open }) => {
  const page = await open('embed.html#cell=lstm&text=abc');
  await page.getByRole('group', { name: 'Diagram of the LSTM cell at timestep 1 of 3' }).waitFor();
  const place = page.locator('output.where');
  const release = await holdBack(page, '**/assets/*.js');
  await page.getByRole('button', { name: /^Forward one/ }).focus();
  await page.keyboard.press('ArrowRight');
  expect(await place.innerText()).toBe('t = 1 of 3 · Output');
  release();
  await expect.poll(() => place.innerText()).toBe('t = 2 of 3 · Forget');
});

describe('code that does not arrive when a frame is first used', () => {
  /** Opens a frame and keeps it from loading more, until the returned function is called. */
  async function opened(page: Page, keys: string): Promise<() => Promise<void>> {
    await page.goto(address(`embed.html#${keys}`));
    await page.getByRole('group', { name: 'Diagram of the LSTM cell at timestep 1 of' }).waitFor();
    const files = '**/assets/*.js';
    await page.route(files, (route) => route.abort());
    return () => page.unroute(files);
  }

  test('leaves the picture and the player, is told, and is asked for again with the next step', async ({ browser }) => {
    const page = await browser.newPage();
    const release = await opened(page, `cell=lstm&text=${'abcd'.repeat(20)}`);
    const place = page.locator('output.where');
    const forward = page.getByRole('button', { name: /^Forward one/ });
    await forward.focus();
    await page.keyboard.press('ArrowRight');
    const told = page.getByText('The keys cannot be shown. Change something or reload the page to try again.');
    await told.waitFor();
    expect(await page.locator('.diagram svg .node').count()).toBe(cellNamed('lstm').signals.length);
    await forward.click();
    const first = await place.innerText();
    expect(first).toMatch(/^t = [12] of 80/);
    await release();
    // a moment later it may be asked for again
    await expect
      .poll(async () => {
        await forward.click();
        return told.count();
      })
      .toBe(0);
    // the key that was pressed in vain acts now, too, so that a step back might end where it began
    await page.keyboard.press('Home');
    await expect.poll(() => place.innerText()).toMatch(/^t = 1 of 80 · start/);
    await page.close();
  });

  test('an address that cannot be opened is told, and the next one opens', async ({ browser }) => {
    const page = await browser.newPage();
    const release = await opened(page, 'cell=lstm&text=abc');
    const go = (keys: string) =>
      page.evaluate((hash) => {
        location.hash = hash;
      }, keys);
    await go('cell=gru&text=abc');
    await page.getByText('The code that opens this link could not be fetched. Reload the page to try again.').waitFor();
    await page.getByRole('group', { name: 'Diagram of the LSTM cell at timestep 1 of 3' }).waitFor();
    await release();
    await go('cell=gru&text=abcd');
    await page.getByRole('group', { name: 'Diagram of the GRU cell at timestep 1 of 4' }).waitFor();
    await page.close();
  });

  test('changes are told where they are made, and are made once it arrives', async ({ browser }) => {
    const page = await browser.newPage();
    const faults: Error[] = [];
    page.on('pageerror', (error) => faults.push(error));
    await block(page, 'figures');
    await page.goto(address('embed.html#cell=lstm&text=abc&parts=cell,diagram,transport,input'));
    await page.getByRole('group', { name: 'Diagram of the LSTM cell at timestep 1 of 3' }).waitFor();
    const said = 'The code for this change could not be fetched, so it is not made yet.';
    const text = page.getByLabel('Text for the cell to read');
    await text.fill('abcde');
    await page.locator('[data-part=input]').getByText(said).waitFor();
    expect(await text.inputValue()).toBe('abcde');
    await page.getByRole('radio', { name: 'GRU' }).click();
    // one sentence for all that waits
    expect(await page.getByText(said).count()).toBe(1);
    await page.getByRole('button', { name: /^Forward one/ }).click();
    await page.getByRole('group', { name: 'Diagram of the LSTM cell at timestep 2 of 3' }).waitFor();
    await page.unroute('**/assets/figures-*.js');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('group', { name: /^Diagram of the GRU cell at timestep \d of 5/ }).waitFor();
    expect(await page.getByText(said).count()).toBe(0);
    expect(await text.inputValue()).toBe('abcde');
    expect(faults).toEqual([]);
    await page.close();
  });

  test('a change outside all parts is told below them', async ({ browser }) => {
    const page = await browser.newPage();
    const release = await opened(page, 'cell=lstm&text=abc');
    await page.getByRole('button', { name: /^Forward one/ }).click();
    await page.getByRole('button', { name: 'Start over' }).click();
    await page.getByText('The code for this change could not be fetched, so it is not made yet.').waitFor();
    await release();
    await expect
      .poll(async () => {
        await page
          .getByRole('button', { name: 'Try again' })
          .click({ timeout: 1000 })
          .catch(() => {});
        return page.getByRole('group', { name: 'Diagram of the LSTM cell at timestep 1 of 3' }).count();
      })
      .toBe(1);
    await page.close();
  });

  test('a cell that did not arrive is told once, without a word on what cells there are', async ({ browser }) => {
    const page = await browser.newPage();
    await block(page, 'cell-gru');
    await page.goto(address('embed.html#cell=gru&options=reset:after&text=abc'));
    await page.getByText('The cell of this link could not be fetched.').waitFor();
    expect(await page.getByText(/is not one of|no cell has/).count()).toBe(0);
    await page.close();
  });
});

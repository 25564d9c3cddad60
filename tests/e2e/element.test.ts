import type { Browser, Page } from 'playwright';
import { afterEach, describe, expect } from 'vitest';
import { many } from '../setup/cases.ts';
import { address, complaintsOf, test } from './browser.ts';

/** The strictest policy that allows a page its own scripts and styles. */
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; require-trusted-types-for 'script'";
const SCRIPT = '<script type="module" src="./element/gate-diagram.js"></script>';
const FALLBACK = '<p>An LSTM reading hello, <a href="https://example.org/">live</a></p>';

let opened: { readonly page: Page; readonly complaints: readonly string[] } | null = null;
afterEach(async () => {
  await opened?.page.close();
  const complaints = opened?.complaints;
  opened = null;
  expect(complaints ?? []).toEqual([]);
});

describe('<gate-diagram>', () => {
  /** Opens a page with this body from the test's server, under the strictest policy. */
  const lesson = async (browser: Browser, body: string, javaScriptEnabled = true): Promise<Page> => {
    const page = await browser.newPage({ javaScriptEnabled });
    opened = { page, complaints: complaintsOf(page) };
    await page.route('**/lesson.html', (route) =>
      route.fulfill({
        contentType: 'text/html',
        headers: { 'Content-Security-Policy': POLICY },
        body: `<!doctype html><meta charset="utf-8"><title>Lesson</title>${SCRIPT}<body>${body}`,
      }),
    );
    await page.goto(address('lesson.html'));
    return page;
  };
  const label = (page: Page, id: string) => page.locator(`#${id} .diagram svg`).getAttribute('aria-label');

  test('draws, steps and tells under the strictest policy, each one for itself', async ({ browser }) => {
    const page = await lesson(
      browser,
      `<gate-diagram id="a" cell="gru" text="hello" t="3" units="3"></gate-diagram>
       <gate-diagram id="b" link="cell=lstm&amp;text=abc" parts="diagram,transport,equations" step="timestep"></gate-diagram>`,
    );
    await page.locator('#b math').first().waitFor();
    await page.evaluate(() => {
      const told: unknown[] = [];
      document.addEventListener('gates-step', (event) =>
        told.push([(event.target as Element).id, (event as CustomEvent).detail.timestep]),
      );
      Object.assign(globalThis, { told });
    });
    await page
      .locator('#b')
      .getByRole('button', { name: /^Forward one/ })
      .click();
    await expect.poll(() => label(page, 'b')).toContain('LSTM cell at timestep 2 of 3');
    expect(await label(page, 'a')).toContain('GRU cell at timestep 3 of 5');
    await expect.poll(() => page.evaluate(() => (globalThis as unknown as { told: unknown }).told)).toEqual([['b', 2]]);
  });

  test('fits its picture into a height that the page gives, and otherwise is as high as its content', async ({
    browser,
  }) => {
    const page = await lesson(browser, '<gate-diagram id="a" cell="lstm" text="hello" t="2"></gate-diagram>');
    await page.locator('#a output.where').waitFor();
    await page.setViewportSize({ width: 1000, height: 900 });
    const sizes = () =>
      page.locator('#a').evaluate((element) => {
        const picture = element.shadowRoot?.querySelector('.diagram svg')?.getBoundingClientRect();
        return [element.clientHeight, element.scrollHeight, picture?.height ?? 0] as const;
      });
    const setHeight = (height: string) =>
      page.locator('#a').evaluate((element: HTMLElement, height) => {
        element.style.height = height;
      }, height);
    const [free, needed, whole] = await sizes();
    expect(needed).toBe(free);
    expect(free).toBeGreaterThan(600);
    await setHeight('480px');
    const [given, content, fitted] = await sizes();
    expect([given, content]).toEqual([480, 480]);
    // what the picture lost is what the element lost
    expect(Math.abs(whole - fitted - (free - given))).toBeLessThan(30);
    await setHeight('');
    expect(await sizes()).toEqual([free, needed, whole]);
  });

  test.runIf(many)('shows the runs of a comparison in step, side by side where there is room', async ({ browser }) => {
    const page = await lesson(
      browser,
      `<gate-diagram id="a" text="hello" units="2" t="3" beside="cell=gru"></gate-diagram>
       <gate-diagram id="b" link="preset=trained-anbn-lstm&amp;t=9&amp;beside=preset=trained-anbn-coupled"></gate-diagram>`,
    );
    await page.setViewportSize({ width: 1200, height: 2400 });
    const labels = (id: string) =>
      page.locator(`#${id} .diagram svg`).evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));
    const at = (t: number, T: number, ...cells: string[]) =>
      cells.map((cell) => expect.stringMatching(`Diagram of the ${cell}.* cell at timestep ${t} of ${T}$`));
    await expect.poll(() => labels('a')).toEqual(at(3, 5, 'LSTM', 'GRU'));
    await expect.poll(() => labels('b')).toEqual(at(9, 22, 'LSTM', 'Coupled'));
    await page
      .locator('#b')
      .getByRole('button', { name: /^Forward one/ })
      .click();
    await expect.poll(() => labels('b')).toEqual(at(10, 22, 'LSTM', 'Coupled'));
    expect(await labels('a')).toEqual(at(3, 5, 'LSTM', 'GRU'));
    const told = page.locator('#b .live-region');
    await expect
      .poll(async () => (await told.allInnerTexts()).sort().join())
      .toMatch(/A: Timestep 10 .*B: Timestep 10 /);
    const lefts = () =>
      page.locator('#a .diagram').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().left));
    expect(new Set(await lefts()).size).toBe(2);
    await page.locator('#a').evaluate((element) => element.setAttribute('beside', 'cell=rnn,units=3'));
    await expect.poll(() => labels('a')).toEqual(at(3, 5, 'LSTM', 'RNN', 'LSTM'));
    await page.setViewportSize({ width: 390, height: 2400 });
    await expect.poll(async () => new Set(await lefts()).size).toBe(1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });

  test('mirrors attributes by properties, also those set before it was defined', async ({ browser }) => {
    const page = await lesson(browser, '');
    await page.route('**/late.html', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: '<!doctype html><title>Late</title><gate-diagram id="a"></gate-diagram>',
      }),
    );
    await page.goto(address('late.html'));
    await page.evaluate(() => {
      const element = document.querySelector('#a') as HTMLElement & Record<string, unknown>;
      Object.assign(element, { cell: 'rnn', units: 1, rows: [[1], [-2]], weights: { W_h: [0.5], U_h: [-0.25] } });
      element.parts = ['diagram', 'inspector'];
      element.t = 2;
    });
    await page.addScriptTag({ url: address('element/gate-diagram.js'), type: 'module' });
    // two timesteps of an Elman cell of one unit, worked out by hand
    const h = Math.tanh(0.5 * -2 - 0.25 * Math.tanh(0.5));
    await expect
      .poll(() => page.locator('#a .arithmetic').innerText())
      .toContain(`= ${h.toFixed(2).replace('-', '−')}`);
    expect(await page.locator('#a').getAttribute('rows')).toBe('1;-2');
    const element = page.locator('#a');
    await element.evaluate((one) => one.setAttribute('t', '1'));
    await expect.poll(() => label(page, 'a')).toContain('timestep 1 of 2');
    await element.evaluate((one) => Object.assign(one, { cell: null, weights: null, text: 'abc', rows: undefined }));
    await expect.poll(() => label(page, 'a')).toContain('LSTM cell at timestep 1 of 3');
    expect(await element.getAttribute('cell')).toBeNull();
  });

  test('says what cannot be read, in place and as an event', async ({ browser }) => {
    const page = await lesson(browser, '');
    const message = await page.evaluate(
      () =>
        new Promise((resolve) => {
          document.addEventListener('gates-error', (event) => resolve((event as CustomEvent).detail.message));
          const element = document.createElement('gate-diagram');
          element.setAttribute('units', 'many');
          document.body.append(element);
        }),
    );
    expect(message).toContain('“units”');
    await page.getByRole('alert').getByText('“units”').waitFor();
  });

  test.runIf(many)(
    'moves within the page where it is, and lets go of everything when it is removed',
    async ({ browser }) => {
      const page = await lesson(
        browser,
        '<gate-diagram id="a" text="abc" step="timestep"></gate-diagram><div id="other"></div>',
      );
      await page
        .locator('#a')
        .getByRole('button', { name: /^Forward one/ })
        .click();
      await expect.poll(() => label(page, 'a')).toContain('timestep 2 of 3');
      await page.evaluate(() => document.querySelector('#other')?.append(document.querySelector('#a') as Element));
      expect(await label(page, 'a')).toContain('timestep 2 of 3');
      const left = await page.evaluate(async () => {
        const element = document.querySelector('#a') as Element;
        element.remove();
        await new Promise((resolve) => setTimeout(resolve));
        const empty = element.shadowRoot?.childElementCount;
        document.body.append(element);
        return empty;
      });
      expect(left).toBe(0);
      await expect.poll(() => label(page, 'a')).toContain('timestep 1 of 3');
    },
  );

  test.runIf(many)('leaves nothing on the heap once it is removed', async ({ browser }) => {
    const page = await lesson(browser, '<div id="here"></div>');
    const rounds = (n: number) =>
      page.evaluate(async (n) => {
        const here = document.querySelector('#here') as Element;
        for (let k = 0; k < n; k++) {
          const element = document.createElement('gate-diagram');
          element.setAttribute('motion', 'off');
          here.append(element);
          await new Promise((resolve) => element.addEventListener('gates-ready', resolve));
          element.remove();
          await new Promise((resolve) => setTimeout(resolve));
        }
      }, n);
    await page.waitForFunction(() => customElements.get('gate-diagram') !== undefined);
    const session = await page.context().newCDPSession(page);
    const nodes = async (): Promise<number> => {
      await session.send('HeapProfiler.collectGarbage');
      return (await session.send('Memory.getDOMCounters')).nodes;
    };
    await rounds(3);
    const before = await nodes();
    await rounds(12);
    // one instance has more than a thousand nodes
    expect((await nodes()) - before).toBeLessThan(500);
  });

  test('starts what is in sight, the rest when it is scrolled to or printed, and nothing that has gone', async ({
    browser,
  }) => {
    const page = await lesson(
      browser,
      Array.from(
        { length: 12 },
        (_, k) => `<gate-diagram id="n${k}" text="abc"><p>Picture ${k}</p></gate-diagram>`,
      ).join(''),
    );
    const started = () =>
      page
        .locator('gate-diagram')
        .evaluateAll((all) => all.filter((one) => one.shadowRoot?.querySelector('.diagram svg')).map(({ id }) => id));
    await page.locator('#n0 .diagram svg').waitFor();
    await expect.poll(started).toEqual(['n0', 'n1']);
    const last = page.locator('#n11');
    // its own content has its place until then
    expect(await last.getByText('Picture 11').isVisible()).toBe(true);
    expect((await last.boundingBox())?.height).toBeGreaterThan(500);
    await last.evaluate((one) => one.scrollIntoView());
    await page.locator('#n11 .diagram svg').waitFor();
    expect(await last.getByText('Picture 11').isVisible()).toBe(false);
    expect(await started()).not.toContain('n5');
    await page.locator('#n5').evaluate((one) => {
      Object.assign(globalThis, { gone: one });
      one.remove();
    });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await expect.poll(started).toHaveLength(11);
    const gone = await page.evaluate(() => (globalThis as unknown as { gone: Element }).gone.shadowRoot?.innerHTML);
    expect(gone).not.toContain('diagram');
  });

  test('shows its own content without script and in print', async ({ browser }) => {
    const bare = await lesson(browser, `<gate-diagram>${FALLBACK}</gate-diagram>`, false);
    expect(await bare.getByText('An LSTM reading hello').isVisible()).toBe(true);
    await bare.close();
    const page = await lesson(
      browser,
      `<gate-diagram id="a">${FALLBACK}</gate-diagram><gate-diagram id="b"></gate-diagram>`,
    );
    await page.locator('#b .diagram svg').waitFor();
    const own = page.getByText('An LSTM reading hello');
    await expect.poll(() => own.isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    await expect
      .poll(async () => [await own.isVisible(), await page.locator('#a .diagram').isVisible()])
      .toEqual([true, false]);
    expect(await page.locator('#b .diagram').isVisible()).toBe(true);
  });
});

import type { Frame, Page } from 'playwright';
import { describe, expect } from 'vitest';
import { first, many } from '../setup/cases.ts';
import { STANDARD, violationsInBoth } from './axe.ts';
import { address, focused, focusMoves, stillTest as test } from './browser.ts';
import { holdBack } from './network.ts';

const COURSE = 'examples/course-page/index.html';
const ids = ['forgetting', 'peephole', 'gru'] as const;

/** Waits for the diagram in the frame with this id. */
async function frameOf(page: Page, id: string): Promise<Frame> {
  const element = page.locator(`#${id}`);
  await element.scrollIntoViewIfNeeded();
  const frame = await (await element.elementHandle())?.contentFrame();
  if (!frame) throw new Error(`There is no frame ${id}`);
  await frame.locator('.diagram svg').waitFor();
  return frame;
}

const slider = (frame: Frame) => frame.getByRole('slider', { name: /timestep/i });
/** The moment as shown by the transport: “t = 1 of 6 · Forget”. */
const place = (frame: Frame): Promise<string> => frame.locator('output.where').innerText();
/** Colours and lengths of everything drawn, which depend on the values. */
const drawn = (page: Page): Promise<string[]> =>
  page
    .locator('.diagram svg *')
    .evaluateAll((all) =>
      all
        .map((e) => ['fill', 'stroke', 'height'].map((name) => e.getAttribute(name) ?? '').join(' '))
        .filter((v) => v.trim()),
    );

async function stepEach(page: Page): Promise<void> {
  const frames = await Promise.all(ids.map((id) => frameOf(page, id)));
  const [forgetting, peephole, gru] = frames;
  const before = await Promise.all(frames.map(place));
  // by key, because the other frames still load and scroll, so that the place of a button may change
  const forward = (frame: Frame) => frame.getByRole('button', { name: /^Forward one/ }).press('Enter');

  await forward(forgetting);
  await expect.poll(() => place(forgetting)).not.toBe(before[0]);
  expect([await place(peephole), await place(gru)]).toEqual([before[1], before[2]]);

  for (let k = 0; k < 4; k++) await forward(peephole);
  await forward(gru);
  await expect.poll(() => place(gru)).toMatch(/t = 2 of 6/);
  expect(await place(forgetting)).toMatch(/t = 1 of 6/);
  expect(await place(peephole)).toMatch(/t = 1 of 6/);

  await slider(gru).press('End');
  await expect.poll(() => place(gru)).toMatch(/t = 6 of 6/);
  const after = await Promise.all(frames.map(place));
  expect(new Set(after).size).toBe(3);
  expect(after[0]).not.toBe(before[0]);
  expect(after[1]).not.toBe(before[1]);
}

describe('the example course page', () => {
  test.runIf(many)(
    'holds three diagrams that step without touching each other or the history of the page',
    async ({ open }) => {
      const page = await open(COURSE);
      await stepEach(page);
      const cells = await Promise.all(
        ids.map(async (id) => (await frameOf(page, id)).locator('.diagram svg').getAttribute('aria-label')),
      );
      expect(cells.map((label) => label?.match(/of the (.+) cell/)?.[1])).toEqual(['LSTM', 'Peephole', 'GRU']);

      // what happens in a frame is no place to come back to
      const frame = await frameOf(page, 'forgetting');
      const before = await page.evaluate(() => history.length);
      await frame.getByRole('button', { name: 'To the end' }).click();
      await expect.poll(() => frame.evaluate(() => location.hash)).toMatch(/[#&]t=6(&|$)/);
      expect(await page.evaluate(() => history.length)).toBe(before);
    },
  );

  test('works the same in frames that are sandboxed from storage and from their origin', async ({ open }) => {
    const page = await open('about:blank');
    await page.route(`**/${COURSE}`, async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replaceAll('<iframe', '<iframe sandbox="allow-scripts"');
      await route.fulfill({ response, body });
    });
    await page.goto(address(COURSE));
    await stepEach(page);
    const frame = await frameOf(page, 'gru');
    expect(await frame.evaluate(() => self.origin)).toBe('null');
    await expect.poll(() => frame.evaluate(() => location.hash)).toMatch(/[#&]t=6(&|$)/);
  });
});

describe('a frame', () => {
  const LINK = 'embed.html#v=1&cell=lstm&units=3&seed=5&text=hello&t=2';
  const shown = (page: Page) =>
    page.locator('[data-part]').evaluateAll((all) => all.map((e) => e.getAttribute('data-part')));

  test('shows the parts that its link names, and only those', async ({ open }) => {
    const page = await open(`${LINK}&parts=diagram,stages,equations`);
    await page.locator('math').first().waitFor();
    expect(await shown(page)).toEqual(['diagram', 'stages', 'equations']);
    const others = await open(`${LINK}&parts=inspector,timeline`);
    await others.locator('.arithmetic').waitFor();
    expect(await shown(others)).toEqual(['inspector', 'timeline']);
    expect(await shown(await open(LINK))).toEqual(['diagram', 'transport']);
  });

  test('fits into every width without scrolling, and has its few parts where a new address names none', async ({
    open,
  }) => {
    const page = await open(`${LINK}&parts=diagram,transport`);
    await page.getByRole('button', { name: 'Play' }).waitFor();
    const height = 480;
    for (const width of [320, 390, 800, 1280]) {
      await page.setViewportSize({ width, height });
      const box = await page.evaluate(() => {
        const { scrollWidth, scrollHeight } = document.documentElement;
        return {
          scrollWidth,
          scrollHeight,
          bottom: document.querySelector('.diagram')?.getBoundingClientRect().height,
        };
      });
      expect(box.scrollWidth, `${width} pixels wide`).toBeLessThanOrEqual(width);
      expect(box.scrollHeight, `${width} pixels wide`).toBeLessThanOrEqual(height);
      expect(box.bottom, `${width} pixels wide`).toBeGreaterThan(200);
    }
    // it has its few parts also where a new address names none
    await page.evaluate(() => {
      location.hash = 'v=1&cell=gru&text=abc';
    });
    await expect.poll(() => page.locator('.diagram svg').getAttribute('aria-label')).toContain('GRU');
    expect(await shown(page)).toEqual(['diagram', 'transport']);
  });

  test.runIf(many).for(first(['lstm', 'gru', 'slstm']))(
    'keeps the circles of the %s out of the word Colours',
    async (cell, { open }) => {
      const page = await open(`embed.html#v=1&cell=${cell}&text=abc&t=2`);
      await page.getByRole('button', { name: 'Play' }).waitFor();
      for (const width of [650, 750, 850, 950, 1050])
        for (const height of [480, 540, 580, 620, 660, 700, 740]) {
          await page.setViewportSize({ width, height });
          const covered = await page.evaluate(() => {
            const word = document.querySelector('.gate-colours summary')?.getBoundingClientRect() ?? new DOMRect(NaN);
            const circles = [...document.querySelectorAll('.diagram svg circle')].map((one) =>
              one.getBoundingClientRect(),
            );
            const under = circles.filter(
              ({ left, right, top, bottom }) =>
                left < word.right && right > word.left && top < word.bottom && bottom > word.top,
            );
            return { word: word.width > 0, circles: circles.length > 2, under: under.length };
          });
          expect(covered, `${width} × ${height}`).toEqual({ word: true, circles: true, under: 0 });
        }
    },
  );

  test('shows the same values as the whole page with the same link', async ({ open }) => {
    const frame = await open(`${LINK}&parts=diagram`);
    await frame.locator('.diagram svg').waitFor();
    const page = await open(LINK.replace('embed.html', ''));
    await page.locator('.diagram svg').waitFor();
    expect(await drawn(frame)).toEqual(await drawn(page));
    const other = await open(`${LINK.replace('seed=5', 'seed=6')}&parts=diagram`);
    await other.locator('.diagram svg').waitFor();
    expect(await drawn(other)).not.toEqual(await drawn(page));
  });

  test('follows a new address, and says what of it cannot be used', async ({ open }) => {
    const page = await open(`${LINK}&parts=diagram,transport`);
    await page.locator('.diagram svg').waitFor();
    await page.evaluate(() => {
      location.hash = 'v=1&cell=gru&text=abc&wrong=1&units=one&parts=diagram';
    });
    await expect.poll(() => page.locator('.diagram svg').getAttribute('aria-label')).toContain('GRU');
    const alert = page.getByRole('alert');
    expect(await alert.innerText()).toMatch(/“wrong”[\s\S]*“units”/);
    expect(await shown(page)).toEqual(['diagram']);
  });

  test('follows an address that changes while the first one is being opened', async ({ open }) => {
    const page = await open('about:blank');
    const deliver = await holdBack(page, '**/trained-parity-lstm.json');
    const weights = page.waitForRequest(/parity-lstm\.json/);
    await page.goto(address('embed.html#preset=trained-parity-lstm'));
    await weights;
    await page.evaluate(() => {
      location.hash = 'cell=gru&text=abc';
    });
    deliver();
    await expect.poll(() => page.locator('.diagram svg').getAttribute('aria-label')).toContain('GRU');
  });

  test('shows a preset in a sandbox, and says where there is none or where it did not arrive', async ({ browser }) => {
    const page = await browser.newPage();
    await page.setContent(
      `<iframe sandbox="allow-scripts" width="720" height="480" src="${address('embed.html#preset=accumulate')}"></iframe>`,
    );
    const frame = await (await page.waitForSelector('iframe')).contentFrame();
    await frame?.locator('.diagram svg').waitFor();
    expect(await frame?.evaluate(() => self.origin)).toBe('null');
    expect(await frame?.locator('.diagram svg').getAttribute('aria-label')).toContain('1 of 20');
    expect(await frame?.getByRole('alert').count()).toBe(0);
    await page.route('**/echo.json', (route) => route.abort());
    await page.route('**/rhythm.json', (route) => route.fulfill({ status: 503, body: '<h1>Try later</h1>' }));
    await page.route('**/no-such.json', (route) => route.fulfill({ contentType: 'text/html', body: '<h1>Home</h1>' }));
    const told = async (preset: string): Promise<string> => {
      await page.goto('about:blank');
      await page.goto(address(`embed.html#preset=${preset}`));
      await page.locator('.diagram svg').waitFor();
      return page.getByRole('alert').innerText();
    };
    expect(await told('nothing')).toContain('There is no preset “nothing”');
    // no path leads out of the folder
    expect(await told('../presets/accumulate')).toContain('There is no preset “../presets/accumulate”');
    expect(await told('no-such')).toContain('There is no preset “no-such”');
    for (const preset of ['echo', 'rhythm'])
      expect(await told(preset)).toContain(`The preset “${preset}” could not be fetched`);
    await page.close();
  });

  test.runIf(many)('computes forty units without what its policy forbids', async ({ browser }) => {
    const page = await browser.newPage();
    const compiled: string[] = [];
    await page.exposeFunction('told', (what: string) => compiled.push(what));
    await page.addInitScript(() => {
      const { compile } = WebAssembly;
      WebAssembly.compile = (bytes) => {
        (globalThis as unknown as { told(what: string): void }).told('compile');
        return compile(bytes);
      };
    });
    await page.goto(address('embed.html#v=1&cell=lstm&units=40&text=abc&parts=diagram,transport'));
    await page.getByRole('button', { name: /^Forward one/ }).click();
    await page.waitForLoadState('networkidle');
    expect(compiled).toEqual([]);
    // the whole page may, and does
    await page.goto(address('index.html#v=1&cell=lstm&units=40&text=abc'));
    await expect.poll(() => compiled).toContain('compile');
    await page.close();
  });

  test('keeps focus where the focused control goes', async ({ open }) => {
    const page = await open(`${LINK}&signal=f&parts=diagram,inspector,timeline&nonsense=1`);
    const dismiss = page.getByRole('button', { name: 'Dismiss' });
    await dismiss.press('Enter');
    await focusMoves(page, 'Dismiss');
    const summand = page.locator('.arithmetic .contribution button').first();
    await summand.focus();
    const name = (await focused(page)) ?? '';
    await page.keyboard.press('Enter');
    await focusMoves(page, name);
    const narrower = page.getByRole('button', { name: 'Narrower columns' });
    for (let k = 0; k < 20 && (await narrower.isEnabled()); k++) await narrower.press('Enter');
    expect(await narrower.isDisabled()).toBe(true);
    await focusMoves(page, 'Narrower columns');
  });

  test('leads to the whole page with the same view', async ({ open }) => {
    const page = await open(`${LINK}&parts=diagram`);
    const popup = page.waitForEvent('popup');
    await page.getByRole('link', { name: 'Open in Gatescope' }).click();
    const whole = new URL((await popup).url());
    expect(whole.href.split('#')[0]).toBe(address('index.html'));
    expect(whole.hash).toContain('text=hello');
    expect(whole.hash).not.toContain('parts');
  });

  // the component with every part is looked at wide in every run
  test.runIf(many).for(first([320, 900]))(
    'breaks no rule of axe in light and dark, %i pixels wide',
    async (width, { open }) => {
      const page = await open(`${LINK}&wrong=1&parts=diagram,transport,stages,equations,inspector,timeline`, {
        bypassCSP: true,
      });
      await page.locator('.timeline-tokens').waitFor();
      await page.locator('math').first().waitFor();
      await page.getByText('Colours').click();
      await page.setViewportSize({ width, height: 480 });
      expect(await violationsInBoth(page, undefined, STANDARD)).toEqual([]);
    },
  );
});

test.runIf(many)(
  'the whole page in a frame that is sandboxed from its origin says where it can train',
  async ({ open }) => {
    const page = await open('embed.html#v=1&parts=transport');
    await page.evaluate((src) => {
      const frame = document.createElement('iframe');
      frame.sandbox.add('allow-scripts');
      Object.assign(frame, { src, width: '1280', height: '800' });
      document.body.append(frame);
    }, address('index.html#v=1'));
    const whole = page.frameLocator('iframe');
    const tab = whole.getByRole('tab', { name: 'Train' });
    const start = whole.getByRole('button', { name: /^Start/ });
    await tab.or(start).first().waitFor();
    if (await tab.count()) await tab.click();
    await start.first().click();
    await whole.getByText('This frame may not compute in the background. Open the page in its own tab.').waitFor();
  },
);

test('a frame shows the runs of a comparison in step, each with its letter, and keeps them in its address', async ({
  open,
}) => {
  const link = 'embed.html#preset=trained-anbn-lstm&t=9&beside=preset=trained-anbn-coupled';
  const page = await open(link, { viewport: { width: 1200, height: 480 } });
  const [a, b] = [page.locator('[data-run="A"] svg[role="group"]'), page.locator('[data-run="B"] svg[role="group"]')];
  await expect.poll(() => a.getAttribute('aria-label')).toBe('Diagram of the LSTM cell at timestep 9 of 22');
  expect(await page.locator('[data-run="A"] .run-title').innerText()).toMatch(/^A\s+LSTM$/);
  await expect.poll(() => b.getAttribute('aria-label')).toMatch(/^Diagram of the Coupled.* at timestep 9 of 22$/);
  await page.getByRole('button', { name: /^Forward one/ }).click();
  await expect.poll(() => page.locator('output.where').innerText()).toBe('t = 10 of 22 · Forget');
  const told = page.locator('.live-region');
  await expect.poll(async () => (await told.allInnerTexts()).sort().join()).toMatch(/A: Timestep 10 .*B: Timestep 10 /);
  await expect.poll(() => page.url()).toMatch(/&t=10.*&beside=preset=trained-anbn-coupled/);
  const edges = async (selector: string) => {
    const box = await page.locator(selector).boundingBox();
    return box ?? { x: 0, y: 0, width: 0, height: 0 };
  };
  const [left, right, player] = [
    await edges('[data-run="A"] .diagram'),
    await edges('[data-run="B"] .diagram'),
    await edges('.transport'),
  ];
  expect(right.x).toBeGreaterThanOrEqual(left.x + left.width);
  expect(player.y).toBeGreaterThanOrEqual(Math.max(left.y + left.height, right.y + right.height));
  await page.setViewportSize({ width: 390, height: 800 });
  await expect
    .poll(async () => (await edges('[data-run="B"] .diagram')).x)
    .toBe((await edges('[data-run="A"] .diagram')).x);
});

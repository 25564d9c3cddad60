import type { Page } from 'playwright';
import { expect } from 'vitest';
import { first, many } from '../setup/cases.ts';
import { address, stillTest as test } from './browser.ts';
import { ready } from './instrument.ts';
import { holdBack } from './network.ts';
import { textsOf } from './pdfTexts.ts';

const dark = { viewport: { width: 1440, height: 900 }, colorScheme: 'dark' } as const;

/** The controls that a page laid out for paper still shows, and its colours. */
const onPaper = () => {
  const root = document.querySelector('.gatescope') as HTMLElement;
  const { colorScheme, color } = getComputedStyle(root);
  const controls = root.querySelectorAll<HTMLElement>('.button, input, select, textarea, [role="tab"], header nav');
  return {
    colorScheme,
    ink: color,
    controls: [...controls].filter((control) => control.checkVisibility()).map(({ outerHTML }) => outerHTML),
  };
};

const plain = { colorScheme: 'light', ink: 'rgb(28, 27, 31)', controls: [] };

/**
 * The pages of a document that is printed once all is there: explanations and equations are fetched once the cell is drawn,
 * the latter out of sight. Its whole text, without white space, comes to match the pattern.
 */
async function printed(page: Page, pattern: RegExp, options: Parameters<Page['pdf']>[0]) {
  let pages: Awaited<ReturnType<typeof textsOf>> = [];
  const text = async (): Promise<string> => {
    pages = await textsOf(await page.pdf(options));
    return textOf(pages);
  };
  await expect.poll(text, { interval: 500 }).toMatch(pattern);
  return pages;
}

const textOf = (pages: readonly { readonly text: string }[]): string =>
  pages.map(({ text }) => text.replace(/\s/g, '')).join('');

test('Explore is printed as a handout: sequence, cell, strips, sentences and equations, in the light scheme', async ({
  open,
}) => {
  const page = await ready(await open('#preset=trained-anbn-lstm&t=14&theme=dark', dark));
  // printed as by its reader, while only what explains is open: the last of the equations, and the line below them
  const pages = await printed(page, /hiddenstate[^=]*=.*parameters.*Hochreiter&Schmidhuber1997/u, {
    preferCSSPageSize: true,
  });
  expect(pages.length).toBeLessThanOrEqual(3);
  expect(pages.flatMap(({ beyond }) => beyond)).toEqual([]);
  await page.setViewportSize({ width: 1032, height: 703 });
  await page.emulateMedia({ media: 'print' });
  await expect.poll(() => page.evaluate(onPaper)).toEqual(plain);
  for (const part of ['.sequence-card', '.diagram svg', '.strips canvas', '.stage-card', '.equations math'])
    await page.locator(part).first().waitFor();
  const cut = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.instrument, .instrument > .card, .diagram, .side-panel-content')]
      .filter(
        (e) =>
          e.scrollWidth > e.clientWidth + 1 ||
          (getComputedStyle(e).overflowY !== 'visible' && e.scrollHeight > e.clientHeight + 1),
      )
      .map(({ className }) => className),
  );
  expect(cut).toEqual([]);
  // zero is pale on paper, not dark
  const colours = await page
    .locator('.diagram [data-unit]')
    .evaluateAll((lanes) => lanes.map((lane) => lane.getAttribute('stroke')));
  expect(colours).not.toContain('rgb(51, 50, 47)');
});

test.runIf(many)(
  'a comparison names its cells on paper, and no page says what to do at the screen',
  async ({ open }) => {
    const doable = /Point\s*to\s*read|Choose\s*(any|an)\s/;
    const page = await open('#preset=count-anbn&beside=preset=trained-anbn-coupled&t=8', dark);
    await page.locator('[data-run="B"] .diagram svg').first().waitFor();
    const pages = await printed(page, /Wheretheypart/, { preferCSSPageSize: true });
    const text = textOf(pages);
    expect(text).toMatch(/A\s*LSTM.*B\s*Coupled/s);
    expect(pages.map((one) => one.text).join(' ')).not.toMatch(doable);
    // the name of a run is on the page of its picture
    expect(pages[1]?.text).toMatch(/B\s*Coupled.*tanh/s);
    const alone = await ready(await open('#preset=trained-anbn-lstm&t=14', dark));
    const handout = await printed(alone, /Hochreiter&Schmidhuber1997/, { preferCSSPageSize: true });
    expect(handout.map((one) => one.text).join(' ')).not.toMatch(doable);
  },
);

test.runIf(many)('the strips of all signals push what explains them down on paper', async ({ open }) => {
  const page = await ready(await open('#preset=trained-anbn-lstm&t=14', dark));
  await page.getByRole('button', { name: 'All signals' }).click();
  await page.emulateMedia({ media: 'print' });
  const edge = (part: string, side: 'top' | 'bottom'): Promise<number> =>
    page.locator(part).evaluate((element, of) => element.getBoundingClientRect()[of], side);
  await expect.poll(() => edge('.timeline-content', 'bottom')).toBeGreaterThan(400);
  expect(await edge('.side-panel-content', 'top')).toBeGreaterThanOrEqual(await edge('.timeline-content', 'bottom'));
});

test.runIf(many)('the laboratory is printed on few pages, on which no text covers another', async ({ open }) => {
  const page = await open('lab.html', dark);
  await page.locator('.cell-gradient svg').first().waitFor();
  await expect.poll(() => page.getByText('Loading…').count()).toBe(0);
  const pages = await textsOf(await page.pdf());
  expect(pages.length).toBeLessThanOrEqual(8);
  expect(pages.flatMap(({ beyond, covered }) => [...beyond, ...covered])).toEqual([]);
  // what can only be done at the screen is left out
  expect(pages.map(({ text }) => text).join('')).not.toMatch(/Run\s*this\s*point\s*again/);
});

test.for(['lab.html', 'practice.html'])(
  '%s is printed without what can be pressed, in the light scheme',
  async (path, { open }) => {
    const page = await open(path, dark);
    await page.locator('main h2').first().waitFor();
    await page.emulateMedia({ media: 'print' });
    await expect.poll(() => page.evaluate(onPaper)).toEqual(plain);
  },
);

const LONG =
  'the quick brown fox jumps over the lazy dog and then it runs away from all of the other animals in the wood';

test.for(
  first([
    ['A4', [843, 596]],
    ['Letter', [792, 612]],
  ] as const),
)('on %s a long sequence is wrapped into rows, and nothing is cut', async ([format, size], { open }) => {
  const page = await open(`#cell=gru&units=6&text=${encodeURIComponent(LONG)}&t=40`, dark);
  await page.locator('.strips canvas').first().waitFor();
  const pages = await printed(page, /intheformofOlah2015\./u, { format, printBackground: true });
  expect(pages.map((one) => one.size)).toEqual(pages.map(() => size));
  expect(pages.flatMap(({ beyond }) => beyond)).toEqual([]);
  const text = textOf(pages);
  // every token, in rows of 28
  const tokens = LONG.replaceAll(' ', '␣');
  for (let start = 0; start < tokens.length; start += 28) expect(text).toContain(tokens.slice(start, start + 28));
  // the sentence, the sum and the last of the equations
  for (const part of ['Reading', 'Wheredoesthisnumbercomefrom', 'parameters']) expect(text).toContain(part);
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: format === 'A4' ? 1032 : 965, height: 700 });
  const painted = await page.locator('.printed-strips canvas').evaluateAll((canvases) =>
    canvases.map((canvas) => {
      const { width, height } = canvas as HTMLCanvasElement;
      const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
      if (!context) throw new Error('This browser has no canvas');
      context.drawImage(canvas as HTMLCanvasElement, 0, 0);
      const pixels = new Uint32Array(context.getImageData(0, 0, width, height).data.buffer);
      return { colours: new Set(pixels).size, right: canvas.getBoundingClientRect().right };
    }),
  );
  expect(painted).toHaveLength(4);
  for (const { colours, right } of painted) {
    expect(colours).toBeGreaterThan(20);
    expect(right).toBeLessThanOrEqual(format === 'A4' ? 1032 : 965);
  }
});

test('a lesson is printed on white without waiting for its reader to stir, and says where a picture is not ready', async ({
  open,
}) => {
  const page = await open('about:blank', dark);
  const deliver = await holdBack(page, '**/diagramSvg-*.js');
  const asked = page.waitForRequest(/diagramSvg-/);
  await page.goto(address('index.html#learn=&lesson=lessons/counting.md'));
  await asked;
  await page.emulateMedia({ media: 'print' });
  const late = page.getByText('The picture of this view was not ready yet. Print again to have it.');
  await expect.poll(() => late.count()).toBe(4);
  deliver();
  await expect.poll(() => page.locator('.print-picture img').count()).toBe(4);
  expect(await late.count()).toBe(0);
  const source = await page.locator('.print-picture img').first().getAttribute('src');
  expect(decodeURIComponent(source ?? '')).toMatch(/<rect [^>]*fill="#ffffff"/);
});

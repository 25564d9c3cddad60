import { expect } from 'vitest';
import { stillTest as test } from './browser.ts';
import { ready } from './instrument.ts';

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

test('Explore is printed as a handout: sequence, cell, strips, sentences and equations, in the light scheme', async ({
  open,
}) => {
  const page = await ready(await open('#preset=trained-anbn-lstm&t=14&theme=dark', dark));
  // printed as by its reader, while only what explains is open
  const pages = (await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type \/Page\b/g);
  expect(pages).toHaveLength(2);
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

test('the strips of all signals push what explains them down on paper', async ({ open }) => {
  const page = await ready(await open('#preset=trained-anbn-lstm&t=14', dark));
  await page.getByRole('button', { name: 'All signals' }).click();
  await page.emulateMedia({ media: 'print' });
  const edge = (part: string, side: 'top' | 'bottom'): Promise<number> =>
    page.locator(part).evaluate((element, of) => element.getBoundingClientRect()[of], side);
  await expect.poll(() => edge('.timeline-content', 'bottom')).toBeGreaterThan(400);
  expect(await edge('.side-panel-content', 'top')).toBeGreaterThanOrEqual(await edge('.timeline-content', 'bottom'));
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

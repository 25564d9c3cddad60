import { describe, expect } from 'vitest';
import { first, many } from '../setup/cases.ts';
import { violations } from './axe.ts';
import { test } from './browser.ts';
import { moment, ready } from './instrument.ts';
import { current, drawByKeys, drawByTouch, figure, PHONE, sideways, WIDE } from './lessonPage.ts';
import { coloursAhead, told } from './told.ts';

describe('A value that is asked for', () => {
  test.runIf(many)('is hidden again where another sentence makes it another question', async ({ open }) => {
    const page = await open('index.html', { ...WIDE, reducedMotion: 'reduce' });
    const ask = page.locator('.ask', { hasText: 'going to be?' }).first();
    const answer = async (): Promise<void> => {
      await ask.getByLabel('Your guess as a number').fill('0.5');
      await ask.getByRole('radio', { name: 'not sure' }).check({ force: true });
      await ask.getByRole('button', { name: 'Check' }).click();
      await ask.getByRole('status').waitFor();
    };
    const link = () => page.locator('.into-explore').getAttribute('href');
    await expect.poll(link).toContain('done=0');
    await answer();
    await expect.poll(link).not.toContain('done=0');
    await page.getByLabel('Your own sentence').fill('the cat sat on the mat');
    // a word that comes again, as the question of the story is about one
    await ask.getByText('Reading “the”').waitFor();
    await expect.poll(link).toContain('done=0');
    await answer();
    await expect.poll(link).not.toContain('done=0');
  });

  test.runIf(many)('is drawn as a curve by keys alone, and the figure then shows it to its end', async ({ open }) => {
    const page = await open('index.html#learn=where-is-the-memory', { ...WIDE, reducedMotion: 'reduce' });
    const ask = page.locator('.ask', { hasText: 'going to change' });
    await ask.waitFor();
    const where = () => figure(page).locator('output').innerText();
    await expect.poll(where).toContain('t = 2 of 10');
    await expect.poll(where).toContain('Answer the question to go on.');
    // the next view of the chapter is of a later moment of the same run
    const next = page.locator('[data-part-of="7"][data-part="1"]');
    // what loads above it may move it away again, as long as it does
    await expect
      .poll(async () => {
        await next.evaluate((part) => part.scrollIntoView());
        return page.locator('.into-explore').getAttribute('href');
      })
      .toContain('signal=C');
    expect(await where()).toContain('t = 2 of 10');
    await ask.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    await drawByKeys(page, ask);
    await expect.poll(where).toContain('t = 2 of 10');
    for (const key of ['Tab', 'Tab', 'Space', 'Tab', 'Enter']) await page.keyboard.press(key);
    await expect.poll(() => ask.getByRole('status').innerText()).toContain('away on average');
    await expect.poll(where).toContain('t = 9 of 10');
    await ask.getByRole('img', { name: /^At timestep 2 you said .* At timestep 9 you said/ }).waitFor();
    // the whole page is looked at once its story is read
    expect(await violations(page, many ? undefined : ['.ask', '.lesson-figure'])).toEqual([]);
    // the tab keeps the answer
    await page.reload();
    await ask.getByRole('status').waitFor();
    await expect.poll(where).toContain('t = 9 of 10');
  });

  test.runIf(many)(
    'is drawn as a curve with a finger on a phone, does not scroll, and shows its verdict',
    async ({ open }) => {
      const page = await open('index.html#learn=where-is-the-memory', PHONE);
      const ask = page.locator('.ask', { hasText: 'going to change' });
      await ask.locator('.guess-area').waitFor();
      await ask.evaluate((element) => window.scrollBy(0, element.getBoundingClientRect().top - 560));
      const scrolled = await page.evaluate(() => window.scrollY);
      await drawByTouch(page, ask.locator('.guess-area'));
      await ask.getByText('8 of 8 drawn').waitFor();
      const heights = await ask
        .getByRole('slider')
        .evaluateAll((stops) => stops.map((stop) => Number(stop.getAttribute('aria-valuenow'))));
      expect(heights).toEqual(heights.toSorted((a, b) => b - a));
      expect([heights[0], heights.at(-1)]).toEqual([expect.closeTo(0.875, 1), expect.closeTo(-0.97, 1)]);
      expect(await page.evaluate(() => window.scrollY)).toBe(scrolled);
      expect(await sideways(page)).toBe(0);
      await ask.getByRole('radio', { name: 'not sure' }).evaluate((choice: HTMLElement) => choice.click());
      await page.evaluate(() => window.scrollBy(0, 200));
      await ask.getByRole('button', { name: 'Check' }).evaluate((button: HTMLElement) => button.click());
      // the figure, which stays at the top, covers nothing of the verdict
      const top = () => ask.getByRole('status').evaluate((verdict) => verdict.getBoundingClientRect().top);
      const bottom = () => figure(page).evaluate((shown) => shown.getBoundingClientRect().bottom);
      await expect.poll(async () => (await top()) - (await bottom())).toBeGreaterThanOrEqual(0);
    },
  );

  test.for(
    first([
      ['a-counter-in-the-cell-state', 'A counter', '6', '6'],
      ['down-again', 'Down again', '12', '22'],
    ]),
  )(
    'is nowhere before the reader commits: not in the page, its names, its address, or Explore, which asks, too (%s)',
    async ([chapter, title, t, end], { open }) => {
      const page = await open(`index.html#learn=${chapter}&lesson=lessons/counting.md`, {
        ...WIDE,
        reducedMotion: 'reduce',
      });
      const ask = page.getByRole('heading', { name: title }).locator('..').locator('.ask');
      await ask.waitFor();
      await expect.poll(() => current(page).innerText()).toContain(title);
      await expect.poll(() => figure(page).locator('output').innerText()).toContain(`t = ${t}`);
      const link = page.getByRole('link', { name: 'Take this into Explore →' });
      await expect.poll(() => link.getAttribute('href')).toContain('guess=on');
      const explore = await ready(await open(`index.html${await link.getAttribute('href')}`, WIDE));
      await explore.getByRole('heading', { name: 'what is the cell state of unit 3 going to be?' }).waitFor();
      await expect.poll(() => moment(explore)).toContain(`timestep ${t} of`);
      expect(await coloursAhead(explore, 'C')).toBe(0);
      const beforeInExplore = await told(explore);
      // the answer, read once it is shown
      await drawByKeys(page, ask);
      await ask.getByRole('radio', { name: 'not sure' }).check({ force: true });
      // nor can the figure be stepped to it
      await figure(page)
        .getByRole('button', { name: /^Forward one/ })
        .click({ force: true });
      await figure(page)
        .getByRole('button', { name: /^Back one/ })
        .press('End');
      expect(await figure(page).locator('output').innerText()).toContain(`t = ${t} `);
      const before = await told(page);
      await ask.getByRole('button', { name: 'Check' }).click();
      const answer = async () => /it is (\S+)\./.exec(await ask.getByRole('status').innerText())?.[1] ?? '';
      await expect.poll(answer).toMatch(/\d/);
      const value = await answer();
      expect(before).not.toContain(value);
      expect(beforeInExplore).not.toContain(value);
      expect(await told(page)).toContain(value);
      await expect.poll(() => link.getAttribute('href')).not.toContain('guess=on');
      await expect.poll(() => figure(page).locator('output').innerText()).toContain(`t = ${end}`);
    },
  );
});

import { readdirSync, readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright';
import { describe, expect } from 'vitest';
import { cellOf } from '../../src/cell/cell.ts';
import { declarationOf } from '../../src/cells/index.ts';
import { parseLesson } from '../../src/lesson/parse.ts';
import { equationOf } from '../../src/notation/equation.ts';
import { spokenEquation } from '../../src/notation/spoken.ts';
import { sample } from '../setup/cases.ts';
import { violations } from './axe.ts';
import { address, test } from './browser.ts';
import { drop } from './drop.ts';
import { moment, ready } from './instrument.ts';
import { textsOf } from './pdfTexts.ts';
import { coloursAhead, told } from './told.ts';

const WIDE = { viewport: { width: 1440, height: 900 } };
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };

const story = parseLesson(readFileSync('src/app/learn/story.md', 'utf8')).lesson;
const chapters = story.chapters.map(({ title }) => title);

const figure = (page: Page) => page.getByRole('region', { name: 'Figure' });
const drawn = (page: Page) => figure(page).getByRole('group', { name: /^Diagram of the/ });
const current = (page: Page) => page.getByRole('navigation', { name: 'Chapters' }).locator('[aria-current]');
const sideways = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

/** Gives every timestep of a strip a guess: up and on to the next. */
async function drawByKeys(page: Page, ask: Locator): Promise<void> {
  const stops = ask.getByRole('slider');
  await stops.first().focus();
  for (let k = await stops.count(); k > 0; k--) {
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowRight');
  }
}

/** Draws a straight line over a strip with a finger, from one corner to the other. */
async function drawByTouch(page: Page, area: Locator): Promise<void> {
  const box = await area.boundingBox();
  if (!box) throw new Error('the strip is not shown');
  const session = await page.context().newCDPSession(page);
  const at = (share: number) => [{ x: box.x + 2 + (box.width - 4) * share, y: box.y + 2 + (box.height - 4) * share }];
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(0) });
  for (const share of [0.3, 0.7, 1])
    await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(share) });
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

/** Scrolls a chapter to the reading position. */
async function scrollTo(page: Page, title: string): Promise<void> {
  const heading = page.getByRole('heading', { name: title });
  await heading.evaluate((element) => {
    const covered = Number.parseFloat(getComputedStyle(element).scrollMarginTop);
    window.scrollTo(0, window.scrollY + element.getBoundingClientRect().top - covered);
  });
}

describe('The story', () => {
  test('is complete by scrolling: each chapter brings its cell into the figure, and the address follows', async ({
    open,
  }) => {
    const page = await open('index.html', WIDE);
    const cells = ['RNN', 'RNN', 'RNN', 'RNN', 'RNN', 'LSTM', 'LSTM', 'LSTM', 'peephole', 'LSTM'];
    for (const [k, title] of chapters.entries()) {
      await scrollTo(page, title);
      await expect.poll(() => current(page).innerText()).toContain(title);
      await expect
        .poll(async () => (await drawn(page).getAttribute('aria-label'))?.toLowerCase())
        .toContain(cells[k].toLowerCase());
    }
    expect(await sideways(page)).toBe(0);
    // a text shows the notation of its own view, whatever the figure shows
    const rnn = declarationOf('rnn');
    const equation = page.locator('[data-part-of="4"][data-part="0"] .lesson-equation');
    expect(await equation.getAttribute('aria-label')).toBe(rnn && spokenEquation(equationOf(cellOf(rnn), 'h')));
    await expect.poll(() => page.url()).toContain('learn=what-learned-cells-do');
    await page.reload();
    await expect.poll(() => current(page).innerText()).toContain('What learned cells do');
    expect(await violations(page)).toEqual([]);
  });

  test('reads the reader’s own sentence in every chapter that can, and says so where one cannot', async ({ open }) => {
    const page = await open('index.html', WIDE);
    await page.getByLabel('Your own sentence').fill('Größe zählt hier');
    const tokens = () =>
      figure(page)
        .getByRole('list', { name: /^Tokens/ })
        .getByRole('button')
        .allInnerTexts();
    await expect.poll(tokens).toEqual(['Größe', 'zählt', 'hier']);
    await scrollTo(page, 'Recent words are enough');
    await figure(page).getByText('This chapter reads its own text').waitFor();
    await scrollTo(page, 'Where is the memory?');
    await expect.poll(tokens).toEqual(['Größe', 'zählt', 'hier']);
    await expect.poll(() => page.url()).toMatch(/learn=where-is-the-memory&.*text=|text=.*learn=where-is-the-memory/);
    await page.reload();
    await expect.poll(tokens).toEqual(['Größe', 'zählt', 'hier']);

    // Explore has the same view, and back leads to the same chapter
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Explore' }).click();
    await page.getByRole('region', { name: 'Sequence' }).getByRole('button', { name: /zählt/ }).first().waitFor();
    await page.goBack();
    await expect.poll(() => current(page).innerText()).toContain('Where is the memory?');
  });

  test('is printed with the picture of every view, also before it is scrolled; a narrow cell is in the middle', async ({
    open,
  }) => {
    const page = await open('index.html', WIDE);
    const views = story.chapters.flatMap(({ parts }) => parts.filter(({ view }) => view !== null));
    const questions = story.chapters.flatMap(({ parts }) =>
      parts.flatMap(({ blocks }) => blocks.filter(({ kind }) => ['question', 'asked value'].includes(kind))),
    );
    // printing waits for nothing: what is prepared by then is drawn before the pages are laid out
    const printed = async () => {
      const pages = await textsOf(await page.pdf({ format: 'A4' }));
      const text = pages.map((one) => one.text).join('\n');
      return [text.match(/Timestep \d+ of \d+/g)?.length, text.match(/Question/g)?.length];
    };
    await expect.poll(printed, { timeout: 60_000 }).toEqual([views.length, questions.length]);
    expect(await page.evaluate(() => window.scrollY)).toBe(0);
    await page.emulateMedia({ media: 'print' });
    await page.locator('.print-options').first().waitFor();
    await page.locator('.ask .line-chart').first().waitFor();
    await page.locator('.print-picture').first().getByText('I grew up in France so').waitFor();
    expect(await page.getByText('Press play').isVisible()).toBe(false);
    await page.emulateMedia({ media: 'screen' });
    await scrollTo(page, 'The loop unrolled');
    await figure(page).locator('.neighbour').first().waitFor();
    const room = await figure(page).locator('.diagram svg').boundingBox();
    const cell = await figure(page).locator('.cell-body').first().boundingBox();
    if (!room || !cell) throw new Error('the cell is drawn');
    expect(Math.abs(cell.x + cell.width / 2 - room.x - room.width / 2)).toBeLessThan(2);
  });

  test('is walked by keyboard: a link in the text lights its signal, a chapter of the list takes focus', async ({
    open,
  }) => {
    const page = await open('index.html', { ...WIDE, reducedMotion: 'reduce' });
    await page.getByRole('link', { name: 'The belt' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain('The belt');
    // chapters that are passed on the way have an LSTM, too
    await expect.poll(() => figure(page).locator('output.where').innerText()).toContain('t = 5 of 10');
    const gate = page
      .getByRole('heading', { name: 'The belt' })
      .locator('..')
      .getByRole('button', { name: 'the forget gate' });
    await gate.focus();
    await page.keyboard.press('Enter');
    await expect
      .poll(() => page.getByRole('link', { name: 'Take this into Explore →' }).getAttribute('href'))
      .toContain('signal=f');
  });

  test('has figure, text and questions on a phone, without a sideways scroll', async ({ open }) => {
    const page = await open('index.html', PHONE);
    await drawn(page).waitFor();
    expect(await sideways(page)).toBe(0);
    await page.getByLabel('Chapter', { exact: true }).selectOption({ index: 6 });
    await expect.poll(() => drawn(page).getAttribute('aria-label')).toContain('LSTM');
    await figure(page).getByRole('tab', { name: '1 Forget' }).waitFor();
    const belowFigure = async (): Promise<number> => {
      const heading = await page.getByRole('heading', { name: chapters[6] }).boundingBox();
      const box = await figure(page).boundingBox();
      return heading && box ? heading.y - box.y - box.height : Number.NaN;
    };
    await expect.poll(belowFigure).toBeGreaterThanOrEqual(0);
    expect(await violations(page)).toEqual([]);
  });
});

describe('A value that is asked for', () => {
  test('is hidden again where another sentence makes it another question', async ({ open }) => {
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
    await ask.getByText('Reading “mat”').waitFor();
    await expect.poll(link).toContain('done=0');
    await answer();
    await expect.poll(link).not.toContain('done=0');
  });

  test('is drawn as a curve by keys alone, and the figure then shows it to its end', async ({ open }) => {
    const page = await open('index.html#learn=where-is-the-memory', { ...WIDE, reducedMotion: 'reduce' });
    const ask = page.locator('.ask', { hasText: 'going to change' });
    await ask.waitFor();
    const where = () => figure(page).locator('output').innerText();
    await expect.poll(where).toContain('t = 2 of 10');
    await drawByKeys(page, ask);
    await expect.poll(where).toContain('t = 2 of 10');
    for (const key of ['Tab', 'Tab', 'Space', 'Tab', 'Enter']) await page.keyboard.press(key);
    await expect.poll(() => ask.getByRole('status').innerText()).toContain('away on average');
    await expect.poll(where).toContain('t = 9 of 10');
    await ask.getByRole('img', { name: /^At timestep 2 you said .* At timestep 9 you said/ }).waitFor();
    expect(await violations(page)).toEqual([]);
  });

  test('is drawn as a curve with a finger on a phone, without scrolling the page', async ({ open }) => {
    const page = await open('index.html#learn=where-is-the-memory', PHONE);
    const ask = page.locator('.ask', { hasText: 'going to change' });
    await ask.locator('.guess-area').waitFor();
    await ask.evaluate((element) => window.scrollBy(0, element.getBoundingClientRect().top - 420));
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
  });

  test.for([
    ['a-counter-in-the-cell-state', 'A counter', '6', '6'],
    ['down-again', 'Down again', '12', '22'],
  ])(
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

describe.each(sample(readdirSync('public/lessons').toSorted()))('%s', (file) => {
  const { lesson } = parseLesson(readFileSync(`public/lessons/${file}`, 'utf8'));

  test('is played to its end', async ({ open }) => {
    const page = await open(`index.html#learn=&lesson=lessons/${file}`, WIDE);
    for (const { title, parts } of lesson.chapters) {
      await scrollTo(page, title);
      await expect.poll(() => current(page).innerText()).toContain(title);
      const chapter = page.getByRole('heading', { name: title }).locator('..');
      const questions = parts
        .flatMap(({ blocks }) => blocks)
        .filter(({ kind }) => ['question', 'asked value'].includes(kind));
      await expect.poll(() => chapter.locator('.ask').count()).toBe(questions.length);
      for (const ask of await chapter.locator('.ask').all()) {
        if (await ask.getByRole('combobox').count()) await ask.getByRole('combobox').selectOption({ index: 1 });
        else if (await ask.getByRole('slider').count()) await drawByKeys(page, ask);
        else await ask.locator('.ask-option').first().click();
        await ask.getByRole('radio', { name: 'sure', exact: true }).check({ force: true });
        await ask.getByRole('button', { name: 'Check' }).click();
        await ask.getByRole('status').waitFor();
      }
    }
  });
});

test('a step that is made before the figure plays is kept', async ({ open }) => {
  const page = await open('index.html#learn=&lesson=lessons/counting.md', WIDE);
  const place = () => figure(page).locator('output.where').innerText();
  const back = figure(page).getByRole('button', { name: /^Back one/ });
  // one step back leaves a timestep that has not played yet, several one that has
  const stepped = async () => {
    await back.click();
    return place();
  };
  await expect.poll(stepped).toContain('t = 10 of 22');
  // the figure would have played in this time
  await page.waitForTimeout(1000);
  expect(await place()).toContain('t = 10 of 22');
});

test('a lesson that is not there says so and shows the story; a broken one names the line', async ({ open }) => {
  const page = await open('practice.html', WIDE);
  await page.route('**/lessons/broken.md', (route) => route.fulfill({ body: '# T\n\n## One\n\n<i>x</i>\n' }));
  await page.goto(new URL('index.html#learn=&lesson=lessons/broken.md', page.url()).href);
  await page.getByText('Line 5: HTML is left out of a lesson: write Markdown instead.').waitFor();
  await page.getByRole('heading', { name: 'One' }).waitFor();
});

describe('A lesson that is dropped', () => {
  const own = '# On gates\n\n## One gate\n\n```view\ncell=gru\ntext=abc\n```\n\nSee [the gate](z) and [no gate](f).\n';
  const dropped = async (page: Page): Promise<void> => {
    await page.getByRole('heading', { name: 'One gate' }).waitFor();
    await page.getByText('Line 10: GRU has no signal “f”; it has r,').waitFor();
    await expect.poll(() => drawn(page).getAttribute('aria-label')).toContain('GRU');
  };

  test('opens in the story and in Explore, is inside the address, and Back returns', async ({ open }) => {
    const page = await open('index.html', WIDE);
    await drawn(page).waitFor();
    await drop(page, 'table.csv', '1,2');
    await page.getByText('table.csv is not a lesson').waitFor();
    await drop(page, 'gates.md', own);
    await dropped(page);
    await expect.poll(() => page.url()).toContain('learn=one-gate&markdown=');
    await page.goBack();
    await page.getByRole('heading', { name: chapters[0] }).waitFor();

    const other = await ready(await open('#v=1', WIDE));
    await drop(other, 'gates.md', own);
    await dropped(other);
    // the link gives the lesson to someone who has not got the file
    const reader = await open('practice.html', WIDE);
    await reader.goto(other.url());
    await dropped(reader);
    await reader.goto(`${other.url().replace(/markdown=[^&]*/, 'markdown=broken')}`);
    await reader.getByText('The lesson in this link is cut off or broken.').waitFor();
  });

  test('that is too long for a link survives a reload, and its address says what to do elsewhere', async ({ open }) => {
    const page = await open('index.html', WIDE);
    await drawn(page).waitFor();
    // text that cannot be compressed much
    const digits = Array.from({ length: 30_000 }, (_, k) => (((k + 1) ** 3 * 48_271) % 2_147_483_647).toString(36)[1]);
    await drop(page, 'long.md', `${own}\n## The end\n\n${digits.join('')}\n`);
    await dropped(page);
    await page.reload();
    await dropped(page);
    await expect.poll(() => page.url()).toContain('markdown=');
    const elsewhere = await open('practice.html', WIDE);
    await elsewhere.goto(new URL('index.html#learn=&markdown=', address('practice.html')).href);
    await elsewhere.getByText('This lesson is too long for a link').waitFor();
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect } from 'vitest';
import { cellOf } from '../../src/cell/cell.ts';
import { declarationOf } from '../../src/cells/index.ts';
import { parseLesson } from '../../src/lesson/parse.ts';
import { equationOf } from '../../src/notation/equation.ts';
import { spokenEquation } from '../../src/notation/spoken.ts';
import { many } from '../setup/cases.ts';
import { violations } from './axe.ts';
import { stillTest as test } from './browser.ts';
import { current, drawn, figure, PHONE, readOnTo, sideways, WIDE } from './lessonPage.ts';
import { textsOf } from './pdfTexts.ts';

const story = parseLesson(readFileSync('src/app/learn/story.md', 'utf8')).lesson;
const chapters = story.chapters.map(({ title }) => title);

describe('The story', () => {
  test('is complete by scrolling: each chapter brings its cell into the figure, and the address follows', async ({
    open,
  }) => {
    const page = await open('index.html', WIDE);
    const cells = ['RNN', 'RNN', 'RNN', 'RNN', 'RNN', 'LSTM', 'LSTM', 'LSTM', 'peephole', 'LSTM'];
    for (const [k, title] of chapters.entries()) {
      await readOnTo(page, title);
      await expect
        .poll(async () => (await drawn(page).getAttribute('aria-label'))?.toLowerCase())
        .toContain(cells[k].toLowerCase());
      // the first word, from which the answer follows, is named where it has no room
      if (title === 'Old words are needed') await figure(page).getByText('farmers …', { exact: true }).waitFor();
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
    await readOnTo(page, 'Recent words are enough');
    await figure(page).getByText('This chapter reads its own text').waitFor();
    await readOnTo(page, 'Where is the memory?');
    await expect.poll(tokens).toEqual(['Größe', 'zählt', 'hier']);
    await expect.poll(() => page.url()).toMatch(/learn=where-is-the-memory&.*text=|text=.*learn=where-is-the-memory/);
    await page.reload();
    await expect.poll(tokens).toEqual(['Größe', 'zählt', 'hier']);

    // Explore has the same view, and back leads to the same chapter
    const explore = page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Explore' });
    await expect.poll(() => explore.getAttribute('href')).toContain('text=Gr');
    await explore.click();
    await page.getByRole('region', { name: 'Sequence' }).getByRole('button', { name: /zählt/ }).first().waitFor();
    await page.goBack();
    await expect.poll(() => current(page).innerText()).toContain('Where is the memory?');
  });

  test('has a typed sentence in its address at once, for a reader who reloads while typing', async ({ open }) => {
    const page = await open('index.html', WIDE);
    await page.getByLabel('Your own sentence').fill('Größe zählt');
    await page.reload();
    await expect.poll(() => page.getByLabel('Your own sentence').inputValue()).toBe('Größe zählt');
  });

  test.runIf(many)(
    'is printed with the picture of every view, also before it is scrolled; a narrow cell is in the middle',
    async ({ open }) => {
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
      await expect.poll(printed, { timeout: 60_000, interval: 1000 }).toEqual([views.length, questions.length]);
      expect(await page.evaluate(() => window.scrollY)).toBe(0);
      await page.emulateMedia({ media: 'print' });
      await page.locator('.print-options').first().waitFor();
      await page.locator('.ask .line-chart').first().waitFor();
      await page.locator('.print-picture').first().getByText('I grew up in France so').waitFor();
      await page
        .locator('.print-picture')
        .getByText(/The network answers .*; the right answer is “corn”\./)
        .waitFor();
      await page.locator('.print-key').getByText('closed').waitFor();
      expect(await page.getByText('then press play').isVisible()).toBe(false);
      await page.emulateMedia({ media: 'screen' });
      await readOnTo(page, 'The loop unrolled');
      await figure(page).locator('.neighbour').first().waitFor();
      const room = await figure(page).locator('.diagram svg').boundingBox();
      const cell = await figure(page).locator('.cell-body').first().boundingBox();
      if (!room || !cell) throw new Error('the cell is drawn');
      expect(Math.abs(cell.x + cell.width / 2 - room.x - room.width / 2)).toBeLessThan(2);
    },
  );

  test('has a dialog “Share” in every chapter, which offers the one that is read', async ({ open }) => {
    const { id, title } = story.chapters[3];
    const page = await open(`index.html#learn=${id}`, WIDE);
    await page.getByRole('button', { name: 'Share' }).click();
    const dialog = page.getByRole('dialog', { name: 'Share this chapter' });
    await expect.poll(() => dialog.getByRole('textbox', { name: 'Link' }).inputValue()).toBe(page.url());
    const markup = await dialog.getByRole('textbox', { name: 'Text for a course page' }).inputValue();
    expect(markup).toContain(`/embed.html#learn=${id}" title="${title} (Gatescope)"`);
    await dialog.getByRole('button', { name: 'QR code' }).click();
    await dialog.getByRole('img', { name: 'QR code of the link' }).waitFor();
    await dialog.getByRole('button', { name: 'Save for SCORM 1.2' }).waitFor();
    await page.setViewportSize(PHONE.viewport);
    expect(await sideways(page)).toBe(0);
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
    await figure(page)
      .getByText(/unit 1 keeps/)
      .waitFor();
    const belowFigure = async (): Promise<number> => {
      const heading = await page.getByRole('heading', { name: chapters[6] }).boundingBox();
      const box = await figure(page).boundingBox();
      return heading && box ? heading.y - box.y - box.height : Number.NaN;
    };
    await expect.poll(belowFigure).toBeGreaterThanOrEqual(0);
    expect(await violations(page)).toEqual([]);
    // the figure says of which network it is; who reads on gets the room of the header, who turns back has it again
    await figure(page).getByText('learned: aⁿbⁿ').waitFor();
    const bottom = async (): Promise<number> => {
      const box = await figure(page).boundingBox();
      return box ? box.y + box.height : Number.NaN;
    };
    await page.mouse.move(200, 700);
    await page.mouse.wheel(0, 40);
    await expect.poll(bottom).toBeLessThan(0.6 * PHONE.viewport.height);
    await page.mouse.wheel(0, -40);
    await expect.poll(bottom).toBeGreaterThan(0.6 * PHONE.viewport.height);
  });
});

import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { describe, expect } from 'vitest';
import { ideas } from '../../src/questions/ideas/index.ts';
import { questionOf } from '../../src/questions/make.ts';
import { readAnswers, studyItems } from '../../src/questions/study.ts';
import { first, many } from '../setup/cases.ts';
import { violations } from './axe.ts';
import { stillTest as test } from './browser.ts';

const rightOf = (texts: readonly { text: string; misconception: string | null }[]): string =>
  texts.find(({ misconception }) => misconception === null)?.text ?? '';

/** The question on the page, identified by its text. */
async function shownQuestion(page: Page) {
  const kept = await page.evaluate(() => localStorage.getItem('gatescope-practice'));
  const ask = await page.locator('.ask h2').innerText();
  return { kept, ask };
}

describe('practice', () => {
  test('shows nothing of the answer before the reader commits, then why and where', async ({ open }) => {
    const page = await open('practice.html');
    await page.evaluate(() =>
      localStorage.setItem(
        'gatescope-practice',
        JSON.stringify({ format: 'gatescope/practice', version: 1, seed: 7, answers: [] }),
      ),
    );
    await page.reload();
    const question = questionOf(ideas[0].id, 0, 7000);
    await page.getByRole('heading', { name: question.ask }).waitFor();
    const before = await page.content();
    expect(before).not.toContain(question.because);
    for (const { misconception } of question.options) if (misconception) expect(before).not.toContain(misconception);
    expect(await page.locator('[data-state]').count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Show me where' }).count()).toBe(0);

    const wrong = question.options.find(({ misconception }) => misconception !== null);
    await page.getByRole('radio', { name: wrong?.text ?? '', exact: true }).check();
    expect(await page.getByRole('button', { name: 'Check' }).isDisabled()).toBe(true);
    await page.getByRole('radio', { name: 'sure', exact: true }).check();
    await page.getByRole('button', { name: 'Check' }).click();
    const verdict = await page.getByRole('status').innerText();
    expect(verdict).toContain(`The answer is ${rightOf(question.options)}.`);
    expect(verdict).toContain(wrong?.misconception);
    await page.getByRole('listitem').filter({ hasText: ideas[0].topic }).getByText('slipped').waitFor();

    // the place is shown beside the answer, lit up, and the question stays
    await page.getByRole('button', { name: 'Show me where' }).click();
    await page.locator(`.diagram [data-signal~="${question.focus?.signal}"][data-lit="self"]`).first().waitFor();
    expect(await page.locator('.diagram svg').getAttribute('aria-label')).toContain(
      `Diagram of the LSTM cell at timestep ${question.focus?.t}`,
    );
    await page.getByRole('heading', { name: question.ask }).waitFor();
    expect(await violations(page)).toEqual([]);
    const [explore] = await Promise.all([
      page.waitForEvent('popup'),
      page.getByRole('link', { name: 'Open it in Explore' }).click(),
    ]);
    await explore.waitForURL(/index\.html#.*cell=lstm/);
    expect(page.url()).toContain('practice.html');
  });

  test('goes on by keyboard alone, keeps progress over a reload and forgets it when asked', async ({ open }) => {
    const page = await open('practice.html');
    for (let k = 1; k <= 3; k++) {
      await page.getByText(`Question ${k}`, { exact: true }).waitFor();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Space');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Space');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Next question' }).waitFor();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
    }
    await page.reload();
    await page.getByText('Question 4', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Forget my answers' }).click();
    await page.getByText('Question 1', { exact: true }).waitFor();
    expect((await shownQuestion(page)).kept).toBeNull();
  });

  test.for(
    first([
      [390, 'dark'],
      [1440, 'light'],
    ] as const),
  )('has no sideways scroll and no fault that axe finds, at %i pixels, %s', async ([width, colorScheme], { open }) => {
    const page = await open('practice.html', { viewport: { width, height: 844 }, colorScheme });
    await page.locator('.ask-option').first().click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    expect(await violations(page)).toEqual([]);
  });
});

describe('the test of the study kit', () => {
  test('asks eight items without an answer and hands over a file that the command reads', async ({ open }) => {
    const page = await open('practice.html#test=pre');
    for (const { ask, because } of studyItems('pre')) {
      await page.getByRole('heading', { name: ask }).waitFor();
      await page.locator('.ask-option').first().click();
      await page.getByRole('radio', { name: 'not sure' }).check();
      expect(await page.content()).not.toContain(because);
      await page.getByRole('button', { name: 'Next' }).click();
    }
    // answers that are not saved yet are not lost without a question
    const [asked] = await Promise.all([
      page.waitForEvent('dialog').then((dialog) => dialog.dismiss().then(() => dialog.type())),
      page.evaluate(() => setTimeout(() => location.reload())),
    ]);
    expect(asked).toBe('beforeunload');
    await page.getByLabel('A word in place of your name').fill('heron');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save my answers' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('pre-heron.csv');
    await page.getByText('Saved as “pre-heron.csv”.').waitFor();
    const answers = readAnswers(readFileSync(await download.path(), 'utf8'));
    expect(answers).toEqual(
      studyItems('pre').map((_, k) => ({ student: 'heron', test: 'pre', item: k + 1, chosen: 1, sure: false })),
    );
    // the first test says nothing of its answers
    expect(await page.getByText(/right/).count()).toBe(0);
  });

  test.runIf(many).for(
    first([
      ['', true],
      ['&score=off', false],
    ] as const),
  )(
    'tells the score of the second once it is saved, unless its address forbids that (%s)',
    async ([key, told], { open }) => {
      const page = await open(`practice.html#test=post${key}`);
      const items = studyItems('post');
      // all right but the first
      for (const [k, { ask, options }] of items.entries()) {
        await page.getByRole('heading', { name: ask }).waitFor();
        const at = options.findIndex(({ misconception }) => (misconception === null) === k > 0);
        await page.locator('.ask-option').nth(at).click();
        await page.getByRole('radio', { name: 'not sure' }).check();
        await page.getByRole('button', { name: 'Next' }).click();
      }
      await page.getByRole('heading', { name: 'You have answered 8 of 8' }).waitFor();
      await page.getByLabel('A word in place of your name').fill('heron');
      expect(await page.getByText('7 of 8').count()).toBe(0);
      await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save my answers' }).click()]);
      await page.getByText('Saved as “post-heron.csv”.').waitFor();
      expect(await page.getByText('7 of 8 answers were right.').count()).toBe(told ? 1 : 0);
    },
  );
});

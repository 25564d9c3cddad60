import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { expect } from 'vitest';
import { many } from '../setup/cases.ts';
import { violations } from './axe.ts';
import { test } from './browser.ts';
import { drop } from './drop.ts';
import { current } from './lessonPage.ts';

const original = readFileSync('public/lessons/counting.md', 'utf8');

const text = (page: Page) => page.getByLabel('Lesson in Markdown');
const preview = (page: Page) => page.frameLocator('iframe[title="Preview of the lesson"]');
const faults = (page: Page) => page.getByRole('list', { name: 'Faults' });
const shown = (page: Page) => preview(page).getByRole('region', { name: 'Figure' }).locator('output');

/**
 * Turns the wheel until the end of the lesson is reached, below which is the entrance to the editor. The page keeps the
 * chapter of its address in place while it loads, until a reader moves.
 */
async function toFoot(page: Page): Promise<void> {
  const box = await page.getByRole('article').boundingBox();
  const height = page.viewportSize()?.height ?? 0;
  await page.mouse.move((box?.x ?? 0) + (box?.width ?? 0) / 2, 0.8 * height);
  const entrance = page.getByRole('button', { name: 'New lesson' });
  await expect
    .poll(async () => {
      await page.mouse.wheel(0, 10_000);
      const left = await page.evaluate(
        () => document.documentElement.scrollHeight - window.innerHeight - window.scrollY,
      );
      return (await entrance.isVisible()) && left < 2;
    })
    .toBe(true);
}

test('a lesson is edited beside its preview, mended, saved, kept and opened again', async ({ open }) => {
  const page = await open('index.html#learn=down-again&lesson=lessons/counting.md', {
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await toFoot(page);
  await expect.poll(() => current(page).innerText()).toContain('The end is known');
  await page.getByRole('button', { name: 'Edit this lesson' }).click();
  await expect.poll(() => text(page).inputValue()).toBe(original);
  // the preview begins where the reader was
  await expect.poll(() => shown(page).innerText()).toContain('t = 22 of 22');

  // a fault names its line and leads there; the preview stays
  const broken = original.replace('[the output](h)', '[the outcome](z)');
  const line = broken.split('\n').findIndex((one) => one.includes('(z)')) + 1;
  await text(page).fill(broken);
  await faults(page).getByText('LSTM has no signal “z”; it has f, kept, i,').waitFor();
  expect(await violations(page)).toEqual([]);
  await faults(page)
    .getByRole('button', { name: `Line ${line}` })
    .click();
  expect(await page.evaluate(() => window.getSelection()?.toString())).toContain('[the outcome](z)');
  expect(await preview(page).getByRole('article').innerText()).toContain('the output says so');

  // mended, with another chapter, which the preview follows to
  const mended = `${original.trimEnd()}\n\n## My own end\n\n\`\`\`view\ncell=gru\ntext=abc\nt=2\n\`\`\`\n\nSee [](z).\n`;
  await text(page).fill(mended);
  await expect.poll(() => shown(page).innerText()).toContain('t = 2 of 3');
  await faults(page).waitFor({ state: 'detached' });

  // what the reader steps to becomes a view below the caret
  await text(page).press('ControlOrMeta+End');
  await preview(page).getByRole('button', { name: 'Next timestep' }).click();
  await expect.poll(() => shown(page).innerText()).toContain('t = 3 of 3');
  const insert = page.getByRole('button', { name: 'Insert view' });
  await expect
    .poll(async () => {
      await text(page).fill(mended);
      await text(page).press('ControlOrMeta+End');
      await insert.click();
      return (await text(page).inputValue()).slice(mended.length);
    })
    .toMatch(/^\n```view\ncell=gru\ntext=abc\nt=3\n(?:[a-z]+=.*\n)*```\n\n$/);
  // so does the link of a view
  await page.evaluate(() => navigator.clipboard.writeText('https://example.org/index.html#v=1&cell=rnn&text=a+b&t=2'));
  await text(page).press('ControlOrMeta+V');
  await expect.poll(() => text(page).inputValue()).toMatch(/```view\ncell=rnn\ntext=a b\nt=2\n```\n\n$/);
  const written = await text(page).inputValue();

  // kept without asking: over a reload, and on the way out and back
  await page.reload();
  await expect.poll(() => text(page).inputValue()).toBe(written);
  const [saved] = await Promise.all([page.waitForEvent('download'), text(page).press('ControlOrMeta+S')]);
  expect(saved.suggestedFilename()).toBe('how-a-cell-counts.md');
  expect(readFileSync((await saved.path()) ?? '', 'utf8')).toBe(written);
  await page.getByRole('button', { name: 'Copy link' }).click();
  await page.getByText('Link copied.').waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());

  // the file and the link open the same lesson for a reader
  await page.goto(new URL('index.html', page.url()).href);
  await page.getByRole('region', { name: 'Figure' }).waitFor();
  await drop(page, 'counting.md', written);
  await page.getByRole('heading', { name: 'My own end' }).waitFor();
  expect(page.url().replace(/learn=[^&]*/, '')).toBe(link.replace(/learn=[^&]*/, ''));
  await toFoot(page);
  await page.getByRole('button', { name: 'How a cell counts', exact: true }).click();
  await expect.poll(() => text(page).inputValue()).toBe(written);
  await page.goBack();
  await page.getByRole('heading', { name: 'My own end' }).waitFor();
});

test.runIf(many)('on a phone, text and preview are tabs, and a new lesson begins without faults', async ({ open }) => {
  const page = await open('index.html#learn=&lesson=lessons/counting.md', {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
  });
  // drafts that this version cannot read are given as a file, and survive another draft
  const unread = '{"version":9,"drafts":["# Kept"]}';
  await page.evaluate((drafts) => localStorage.setItem('gatescope-lessons', drafts), unread);
  await page.reload();
  await toFoot(page);
  const save = page.getByRole('button', { name: 'Save it as a file' });
  const [saved] = await Promise.all([page.waitForEvent('download'), save.click()]);
  expect(readFileSync(await saved.path(), 'utf8')).toBe(unread);
  await page.getByRole('button', { name: 'New lesson' }).click();
  await expect.poll(() => text(page).inputValue()).toContain('# My lesson');
  await text(page).press('End');
  await text(page).pressSequentially(' too');
  await expect.poll(() => page.evaluate(() => localStorage.getItem('gatescope-lessons'))).toContain('My lesson too');
  expect(await page.evaluate(() => localStorage.getItem('gatescope-lessons-unread'))).toBe(unread);
  await page.getByRole('tab', { name: 'Text', exact: true }).focus();
  await page.keyboard.press('ArrowRight');
  await preview(page).getByRole('heading', { name: 'The first chapter' }).waitFor();
  await expect.poll(() => shown(page).innerText()).toContain('t = 3 of 11');
  expect(await text(page).isVisible()).toBe(false);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
  expect(await violations(page)).toEqual([]);
  await page.getByRole('tab', { name: 'Text', exact: true }).click();
  await expect.poll(() => faults(page).count()).toBe(0);
});

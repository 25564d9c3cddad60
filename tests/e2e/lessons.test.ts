import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { describe, expect } from 'vitest';
import { parseLesson } from '../../src/lesson/parse.ts';
import { many, sample } from '../setup/cases.ts';
import { address, test } from './browser.ts';
import { drop } from './drop.ts';
import { ready } from './instrument.ts';
import { drawByKeys, drawn, figure, readOnTo, WIDE } from './lessonPage.ts';

describe.each(sample(readdirSync('public/lessons').toSorted()))('%s', (file) => {
  const { lesson } = parseLesson(readFileSync(`public/lessons/${file}`, 'utf8'));

  test.runIf(many)('is played to its end', async ({ open }) => {
    const page = await open(`index.html#learn=&lesson=lessons/${file}`, WIDE);
    for (const { title, parts } of lesson.chapters) {
      await readOnTo(page, title);
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
  const page = await open('about:blank', WIDE);
  await page.route('**/lessons/broken.md', (route) => route.fulfill({ body: '# T\n\n## One\n\n<i>x</i>\n' }));
  await page.goto(address('index.html#learn=&lesson=lessons/broken.md'));
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
    await page.getByRole('heading', { name: 'A network with a loop' }).waitFor();

    const other = await ready(await open('#v=1', WIDE));
    await drop(other, 'gates.md', own);
    await dropped(other);
    // the link gives the lesson to someone who has not got the file
    const reader = await open('about:blank', WIDE);
    await reader.goto(other.url());
    await dropped(reader);
    await reader.goto(`${other.url().replace(/markdown=[^&]*/, 'markdown=broken')}`);
    await reader.getByText('The lesson in this link is cut off or broken.').waitFor();
  });

  test.runIf(many)(
    'that is too long for a link survives a reload, and its address says what to do elsewhere',
    async ({ open }) => {
      const page = await open('index.html', WIDE);
      await drawn(page).waitFor();
      // text that cannot be compressed much
      const digits = Array.from(
        { length: 30_000 },
        (_, k) => (((k + 1) ** 3 * 48_271) % 2_147_483_647).toString(36)[1],
      );
      await drop(page, 'long.md', `${own}\n## The end\n\n${digits.join('')}\n`);
      await dropped(page);
      await page.reload();
      await dropped(page);
      await expect.poll(() => page.url()).toContain('markdown=');
      const elsewhere = await open('about:blank', WIDE);
      await elsewhere.goto(new URL('index.html#learn=&markdown=', address('practice.html')).href);
      await elsewhere.getByText('This lesson is too long for a link').waitFor();
    },
  );
});

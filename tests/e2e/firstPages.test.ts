import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { describe, expect } from 'vitest';
import { beginningOf } from '../../scripts/lessonBeginning.ts';
import { parseLesson } from '../../src/lesson/parse.ts';
import { firstVisit } from '../../src/presets/firstVisit.ts';
import { HOME } from '../../src/presets/ids.ts';
import { createDerive } from '../../src/store/derive.ts';
import { sample } from '../setup/cases.ts';
import { address, test } from './browser.ts';
import { holdBack } from './network.ts';
import { recordShifts } from './shifts.ts';

/** Keeps the code of the page back until the returned function is called. */
const withoutCode = (page: Page) => holdBack(page, '**/assets/index-*.js');

const picture = (page: Page) => page.locator('.diagram svg');
const live = (page: Page): Promise<unknown> => page.locator('#root:not(.first-page) .diagram svg').waitFor();
const inExplore = (page: Page) => page.getByRole('region', { name: 'Sequence' });
const opening = (page: Page) => page.getByText('A sentence arrives word by word');

/** Waits for the style sheets of the page: before they are there, a browser knows its elements but paints none. */
const styled = (page: Page): Promise<void> =>
  expect
    .poll(() =>
      page
        .locator('link[rel="stylesheet"]')
        .evaluateAll((links) => links.every((link) => (link as HTMLLinkElement).sheet !== null)),
    )
    .toBe(true);

/** The colours of the units in the lines of the picture, by line. */
const coloursIn = (page: Page): Promise<Record<string, (string | null)[]>> =>
  picture(page).evaluate((svg) =>
    Object.fromEntries(
      [...svg.querySelectorAll('[data-wire]')].map((wire) => [
        wire.getAttribute('data-wire'),
        [...wire.querySelectorAll('[data-unit]')].map((lane) => lane.getAttribute('stroke')),
      ]),
    ),
  );

describe.for(
  sample([
    { width: 1440, height: 900 },
    { width: 1024, height: 768 },
    { width: 390, height: 844 },
  ]),
)('at $width × $height', (viewport) => {
  test('the story is there before its code, which takes over the same elements and moves none', async ({ open }) => {
    const page = await open('about:blank', { viewport });
    const shifts = await recordShifts(page);
    const release = await withoutCode(page);
    await page.goto(address('index.html'), { waitUntil: 'commit' });
    await opening(page).waitFor();
    await styled(page);
    // a picture for another width is not seen
    const seen = await picture(page).evaluate((svg) => svg.checkVisibility({ opacityProperty: true }));
    expect(seen).toBe(viewport.width > 1024);
    expect(await page.locator('[style]').count()).toBe(0);
    const colours = await coloursIn(page);
    await page.evaluate(() => {
      for (const one of document.querySelectorAll('article, h2, .where, .timeline-token, .figure-foot button'))
        Object.assign(one, { kept: true });
    });
    release();
    await live(page);
    await page.locator('.badge').waitFor({ state: 'attached' });
    expect(await picture(page).evaluate((svg) => svg.checkVisibility({ opacityProperty: true }))).toBe(true);
    for (const selector of ['article', '#chapter-1', '.where', '.timeline-token', '.figure-foot button'])
      expect(await page.locator(selector).evaluateAll((all) => all.every((one) => 'kept' in one)), selector).toBe(true);
    if (viewport.width > 1024) expect(await coloursIn(page)).toEqual(colours);
    expect(await shifts()).toBeLessThan(0.01);
  });
});

test('the picture before the code shows the values of the engine', async ({ open }) => {
  const page = await open('about:blank');
  await withoutCode(page);
  await page.goto(address('index.html'), { waitUntil: 'commit' });
  await opening(page).waitFor();
  const { lesson } = parseLesson(readFileSync(new URL('../../src/app/learn/story.md', import.meta.url), 'utf8'));
  const { moment } = await beginningOf(lesson);
  const { tape, encoded } = createDerive()(moment.inputs);
  const { t } = moment.cursor;
  expect(await page.locator('.where').innerText()).toBe(
    `t = ${t} of ${tape.length} · reading ${encoded.tokens[t - 1]}`,
  );
  const before = Array.from(tape.values('h', t - 1));
  const colours = (await coloursIn(page))['loop.h#in'].slice(0, before.length);
  // orange where a value is positive, blue where it is negative
  const isOrange = (colour: string | null): boolean => {
    const [red, , blue] = (colour?.match(/\d+/g) ?? []).map(Number);
    return red > blue;
  };
  expect(colours.map(isOrange)).toEqual(before.map((value) => value > 0));
});

test.for(['index.html#v=1&cell=gru', 'index.html#learn=the-loop-unrolled'])(
  '%s never shows the beginning of the story or of Explore',
  async (path, { open }) => {
    const page = await open('about:blank');
    const release = await withoutCode(page);
    await page.goto(address(path), { waitUntil: 'commit' });
    // the script that runs first has run
    await page.locator('link[rel="modulepreload"][data-page]').waitFor({ state: 'attached' });
    await page.locator('.first-page h2').first().waitFor({ state: 'attached' });
    // a page paints nothing before its styles are there
    await page.waitForFunction(() =>
      [...document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')].every(({ sheet }) => sheet),
    );
    expect(
      await page
        .locator('.first-page :is(h2, svg, header)')
        .evaluateAll((all) => all.some((one) => one.checkVisibility())),
    ).toBe(false);
    release();
    await picture(page).waitFor();
    expect(await page.locator('.first-page').count()).toBe(0);
  },
);

test('what is pressed before the code is there happens once it is', async ({ open }) => {
  const page = await open('about:blank');
  const release = await withoutCode(page);
  await page.goto(address('index.html'), { waitUntil: 'commit' });
  await page.getByRole('button', { name: 'timestep 3, up' }).click();
  await page.keyboard.press('ArrowLeft');
  release();
  await live(page);
  // the word that was pressed, and the key one stage back from it
  await expect.poll(() => page.locator('.where').innerText()).toBe('t = 2 of 10 · reading grew');
});

test('what is typed before the code is there is read once it is', async ({ open }) => {
  const page = await open('about:blank');
  const release = await withoutCode(page);
  await page.goto(address('index.html'), { waitUntil: 'commit' });
  await page.getByLabel('Your own sentence').fill('the cat sees the dog');
  release();
  await live(page);
  await page.getByRole('button', { name: 'timestep 2, cat' }).waitFor();
  expect(await page.getByLabel('Your own sentence').inputValue()).toBe('the cat sees the dog');
});

test('Explore is there before its code, which takes over the same elements', async ({ open }) => {
  const page = await open('about:blank', { viewport: { width: 1440, height: 900 } });
  const shifts = await recordShifts(page);
  const release = await withoutCode(page);
  await page.goto(address('index.html#v=1'), { waitUntil: 'commit' });
  await inExplore(page).waitFor();
  await styled(page);
  expect(await opening(page).count()).toBe(0);
  expect(await picture(page).evaluate((svg) => svg.checkVisibility({ opacityProperty: true }))).toBe(true);
  expect(await page.locator('[style]').count()).toBe(0);
  const { tape, encoded } = createDerive()(firstVisit().inputs);
  const reads = page.locator('[data-kind="token"] .timeline-token');
  expect(await reads.allInnerTexts()).toEqual([...encoded.tokens]);
  expect(await page.locator('.where').innerText()).toBe(`t = ${HOME.t} of ${tape.length} · Output`);
  const colours = await coloursIn(page);
  await page.evaluate(() => {
    for (const one of document.querySelectorAll(
      'main, .instrument-page > header, .where, .timeline-token, .stage-bar button',
    ))
      Object.assign(one, { kept: true });
  });
  release();
  await live(page);
  await page.locator('.badge').waitFor({ state: 'attached' });
  for (const selector of [
    'main',
    '.instrument-page > header',
    '.where',
    '[data-kind="token"] .timeline-token',
    '.stage-bar button',
  ])
    expect(await page.locator(selector).evaluateAll((all) => all.every((one) => 'kept' in one)), selector).toBe(true);
  expect(await coloursIn(page)).toEqual(colours);
  await page.locator('.timeline canvas').first().waitFor();
  expect(await shifts()).toBeLessThan(0.02);
});

test('what is pressed in Explore before its code is there happens once it is', async ({ open }) => {
  const page = await open('about:blank', { viewport: { width: 1440, height: 900 } });
  const release = await withoutCode(page);
  await page.goto(address('index.html#v=1'), { waitUntil: 'commit' });
  await page.getByRole('button', { name: 'timestep 3, a' }).click();
  await page.getByRole('button', { name: 'Forward one stage' }).click();
  await page.getByRole('button', { name: 'with forget gate (2000) · biases' }).click();
  release();
  await live(page);
  await expect.poll(() => page.locator('.where').innerText()).toMatch(/^t = 4 of 22/);
  // the browser opened it by itself
  expect(
    await page.getByRole('button', { name: 'with forget gate (2000) · biases' }).getAttribute('aria-expanded'),
  ).toBe('true');
  await page.getByRole('dialog', { name: 'Options of the LSTM' }).getByRole('checkbox', { name: 'biases' }).click();
  await page.getByRole('button', { name: 'with forget gate (2000) · no biases' }).waitFor();
});

test('a cell that is chosen in Explore before its code is there is shown once it is', async ({ open }) => {
  const page = await open('about:blank', { viewport: { width: 1440, height: 900 } });
  const release = await withoutCode(page);
  await page.goto(address('index.html#v=1'), { waitUntil: 'commit' });
  await page.getByRole('radio', { name: 'GRU' }).click({ force: true });
  release();
  await page.getByRole('group', { name: /GRU cell/ }).waitFor();
  expect(await page.getByRole('radio', { name: 'GRU' }).isChecked()).toBe(true);
});

test('on a phone Explore waits for its code, because its picture is another one there', async ({ open }) => {
  const page = await open('about:blank', { viewport: { width: 390, height: 844 } });
  const release = await withoutCode(page);
  await page.goto(address('index.html#v=1'), { waitUntil: 'commit' });
  await page.locator('link[rel="modulepreload"][data-page]').waitFor({ state: 'attached' });
  await styled(page);
  expect(await page.locator('#root').evaluate((root) => root.checkVisibility())).toBe(false);
  release();
  await live(page);
  expect(await picture(page).isVisible()).toBe(true);
});

test('a link to Explore leads there before the code of the story is there', async ({ open }) => {
  const page = await open('about:blank');
  const release = await withoutCode(page);
  await page.goto(address('index.html'), { waitUntil: 'commit' });
  await page.getByRole('link', { name: 'Explore', exact: true }).click();
  release();
  await page.getByRole('region', { name: 'Sequence' }).waitFor();
  expect(await opening(page).count()).toBe(0);
});

test('without scripts the story shows its text, its picture and why nothing moves', async ({ browser }) => {
  const page = await browser.newPage({ javaScriptEnabled: false, viewport: { width: 1440, height: 900 } });
  await page.goto(address('index.html'));
  expect(await opening(page).isVisible()).toBe(true);
  expect(await picture(page).isVisible()).toBe(true);
  expect(await page.getByText('scripts are switched off').isVisible()).toBe(true);
  await page.close();
});

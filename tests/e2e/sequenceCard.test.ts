import type { BrowserContextOptions, Page } from 'playwright';
import { describe, expect } from 'vitest';
import { first, many, sample } from '../setup/cases.ts';
import { violations } from './axe.ts';
import { focused, stillTest as test } from './browser.ts';
import { goTo, moment, ready } from './instrument.ts';

const desktop = { viewport: { width: 1440, height: 900 } };
const score = (page: Page) => page.locator('.sequence-card .score').innerText();
const answers = async (page: Page) =>
  (await page.locator('.token-strip-scroll .answers li').allInnerTexts()).map((text) => text.replace(/\s/g, ''));

test('answers are counted and named up to the cursor, and no further', async ({ open }) => {
  const page = await open('#preset=trained-agreement-far-rnn&t=6&step=timestep', desktop);
  await expect.poll(() => score(page)).toMatch(/^1 of 1 answer right so far/);
  expect((await answers(page)).join('')).toMatch(/^·····✓?flowers✓?···\?···\?····\?$/);
  await goTo(page, 1);
  await expect.poll(() => score(page)).toMatch(/^No answer yet/);
  await page.keyboard.press('End');
  await expect.poll(() => score(page)).toMatch(/^3 of 4 answers right\n/);
  expect((await answers(page)).at(-1)).toMatch(/→\w+/);
});

test('a click on another token keeps the stage, so that one gate is compared over the sequence', async ({ open }) => {
  const page = await ready(await open('#cell=lstm&text=hello&t=2&stage=forget', desktop));
  const where = () => page.locator('.stage-bar .where').innerText();
  await expect.poll(where).toBe('t = 2 of 5 · Forget');
  await goTo(page, 4);
  await expect.poll(where).toBe('t = 4 of 5 · Forget');
  await page.keyboard.press('Home');
  await expect.poll(where).toMatch(/^t = 1 of 5/);
  await goTo(page, 3);
  await expect.poll(where).toBe('t = 3 of 5 · Output');
});

test('nothing is judged in a text of which no right answer is known', async ({ open }) => {
  const page = await open('#preset=trained-anbn-lstm&text=bab', desktop);
  await expect.poll(() => score(page)).toBe('No right answer is known for this text.');
  expect(await page.locator('.sequence-card .mark-sign').count()).toBe(0);
});

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;
const field = (page: Page) => page.getByRole('textbox', { name: 'Text that the cell reads' });
const selected = (page: Page) =>
  field(page).evaluate((e: HTMLTextAreaElement) => [e.value.slice(e.selectionStart, e.selectionEnd), e.selectionStart]);
const badge = (page: Page) => page.locator('.weights-badge .badge').innerText();

describe.each<[string, BrowserContextOptions]>(
  first([
    ['390', PHONE],
    ['1440', desktop],
  ]),
)('the tokens become a field at %s pixels', (_, options) => {
  test('by a press on the current one, in their place, with the same text selected; every key is read, and whatever is typed is no error', async ({
    open,
  }) => {
    const page = await ready(await open('', options));
    const token = page.locator('.sequence-card .timeline-token[aria-current]');
    const before = await page.locator('.sequence-card .timeline-tokens').first().boundingBox();
    await (options.hasTouch ? token.tap() : token.click());
    await expect.poll(() => selected(page)).toEqual(['b', 13]);
    const place = await field(page).boundingBox();
    expect(Math.abs((place?.y ?? 0) - (before?.y ?? 0))).toBeLessThan(4);
    expect(Math.abs((place?.height ?? 0) - (before?.height ?? 0))).toBeLessThan(6);
    // iOS zooms into fields with smaller text
    expect(await field(page).evaluate((e) => Number.parseFloat(getComputedStyle(e).fontSize))).toBeGreaterThanOrEqual(
      16,
    );
    expect(await violations(page, ['.sequence-card'])).toEqual([]);
    await page.keyboard.press('End');
    await expect.poll(() => moment(page)).toBe(null);
    await page.keyboard.type('a');
    await expect.poll(() => page.locator('.diagram svg').getAttribute('aria-label')).toContain('timestep 23 of 23');
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => page.locator('.diagram svg').getAttribute('aria-label')).toContain('timestep 22 of 23');
    await page.keyboard.press('Escape');
    await expect.poll(() => focused(page)).toMatch(/^timestep 22, b/);
    await page.keyboard.press('Control+z');
    await expect.poll(() => moment(page)).toMatch(/ of 22/);

    // whatever is typed, no error is shown and the cell reads what it can
    await page.getByRole('button', { name: 'Edit text' }).click();
    await field(page).fill('');
    await expect.poll(() => page.locator('.text-tools').innerText()).toContain('Type at least one character');
    await field(page).fill('Größe 👨‍👩‍👧!');
    await expect.poll(() => badge(page)).toBe('set by hand: names the first letter');
    expect(await page.locator('.sequence-card .fault').count()).toBe(0);
    await page.getByRole('button', { name: 'Edit text' }).click();
    // the new text begins at its first token, from where it is stepped through
    await expect.poll(() => moment(page)).toMatch(/timestep 1 of 8/);
    await page.getByRole('button', { name: /^Forward one/ }).click();
    await expect.poll(() => page.locator('.stage-bar .where').innerText()).toMatch(/^t = 2 of 8/);
    await page.keyboard.press('Control+z');
    await expect.poll(() => badge(page)).toMatch(/^learned: aⁿbⁿ/);
  });
});

test('Enter on the current token and F2 on any open the field, Enter closes it, and words are told apart there', async ({
  open,
}) => {
  const page = await ready(await open('#text=the+cat+sat&tokens=words&t=2', desktop));
  await page.locator('.sequence-card .timeline-token[aria-current]').focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => selected(page)).toEqual(['cat', 4]);
  await page.keyboard.type('dog');
  await page.keyboard.press('Enter');
  await expect.poll(() => focused(page)).toMatch(/^timestep 2, dog/);
  await page.keyboard.press('F2');
  await expect.poll(() => selected(page)).toEqual(['dog', 4]);
  expect(await page.locator('.text-tools').innerText()).toContain('Read word by word.');
  await page.getByRole('radio', { name: 'characters' }).check({ force: true });
  await expect.poll(() => page.locator('.diagram svg').getAttribute('aria-label')).toContain('of 11');
  expect(await page.locator('.text-tools').innerText()).toContain('Read letter by letter.');
  // a press elsewhere shows the tokens again
  await page.getByRole('button', { name: 'Play' }).focus();
  await expect.poll(() => field(page).count()).toBe(0);
  await expect.poll(() => moment(page)).toMatch(/ of 11/);
});

test('what is written behind a text is stepped through from its first new token, and a token is changed in its place', async ({
  open,
}) => {
  const page = await ready(await open('#text=the+cat+sat&tokens=words&t=3', desktop));
  const where = () => page.locator('.stage-bar .where').innerText();
  await expect.poll(where).toBe('t = 3 of 3 · end');
  await page.getByRole('button', { name: 'Edit text' }).click();
  await expect.poll(() => selected(page)).toEqual(['sat', 8]);
  await page.keyboard.press('End');
  await page.keyboard.type(' on a mat');
  await page.keyboard.press('Enter');
  await expect.poll(() => moment(page)).toMatch(/timestep 4 of 6, on/);
  await goTo(page, 6);
  await page.keyboard.press('Enter');
  await expect.poll(() => selected(page)).toEqual(['mat', 17]);
  await page.keyboard.type('rug');
  await page.keyboard.press('Enter');
  await expect.poll(() => moment(page)).toMatch(/timestep 6 of 6, rug/);
  await page.keyboard.press('Control+z');
  await expect.poll(() => moment(page)).toMatch(/timestep 6 of 6, mat/);
});

test.runIf(many)(
  'numbers have their fields behind the same button, and all kinds are reached from the field',
  async ({ open }) => {
    const page = await ready(await open('#columns=x&rows=1;2;3', desktop));
    await page.getByRole('button', { name: 'Edit numbers' }).click();
    await page.getByLabel('One row per timestep').waitFor();
    await page.keyboard.press('Escape');
    const text = await ready(await open('#text=abc', desktop));
    await text.getByRole('button', { name: 'Edit text' }).click();
    await text.getByRole('button', { name: 'More kinds of input' }).click();
    await text.getByRole('tab', { name: 'Draw' }).waitFor();
    await expect.poll(() => field(text).count()).toBe(0);
  },
);

test.runIf(many)(
  '“Train it” plans to learn the sentence that is read, which is read while it is learned',
  async ({ open }) => {
    const page = await ready(await open('#text=the+cat+sat&t=11', desktop));
    await expect.poll(() => badge(page)).toBe('random weights: has learned nothing');
    await page.getByRole('button', { name: 'Train it' }).click();
    const text = page.getByLabel(/^A text to learn from/);
    await expect.poll(() => text.inputValue()).toMatch(/^(the cat sat )+$/);
    expect(await page.locator('.training-card .fault').count()).toBe(0);
    await page.getByRole('button', { name: 'Start' }).click();
    await expect.poll(() => badge(page)).toMatch(/^learn(ing|ed here:) Next character of a text/);
    await expect.poll(() => moment(page)).toMatch(/ of 11/);
    await expect.poll(() => score(page)).toMatch(/^\d+ of 10 answers right\n/);
  },
);

test.runIf(many)(
  '“Train it” plans the task that was shown where a cell without weights for it reads the same',
  async ({ open }) => {
    const page = await ready(await open('#preset=trained-anbn-lstm', desktop));
    await page.getByRole('button', { name: /^More/ }).click();
    await page.getByRole('button', { name: 'MGU' }).click();
    await page.getByRole('button', { name: 'Train it' }).click();
    await expect.poll(() => page.locator('.task-choice select').inputValue()).toBe('anbn');
  },
);

test.runIf(many)('the gallery has the first-letter example of all five cells', async ({ open }) => {
  const page = await ready(await open('', desktop));
  for (const cell of sample(['RNN', 'LSTM', 'Peephole', 'Coupled', 'GRU'])) {
    await page.getByRole('button', { name: 'Examples', exact: true }).click();
    const list = page.getByRole('list', { name: 'Name the first letter' });
    await list.getByRole('button', { name: `${cell}: Name the first letter` }).click();
    await expect.poll(() => badge(page)).toBe('set by hand: names the first letter');
    await expect.poll(() => page.locator('.diagram svg').getAttribute('aria-label')).toMatch(/of 22$/);
  }
});

test('every page leads to every other', async ({ open }) => {
  const page = await open('', desktop);
  const links = page.getByRole('navigation', { name: 'Pages' });
  for (const [name, landmark] of [
    ['Learn', 'See how a neural network remembers'],
    ['Laboratory', 'How long can it remember?'],
    ['Practice', 'Question 1'],
    ['Teach', 'Give a lesson'],
  ] as const) {
    await links.getByRole('link', { name }).click();
    await page.getByText(landmark).first().waitFor();
    expect(await links.locator('[aria-current="page"]').innerText()).toBe(name);
  }
  await page.getByRole('link', { name: 'Write a lesson' }).click();
  await page.locator('.lesson-editor textarea').first().waitFor();
  expect(await page.getByText('is not kept in this browser').count()).toBe(0);
  await links.getByRole('link', { name: 'Explore' }).click();
  await ready(page);
  const phone = await open('', PHONE);
  await phone.getByRole('heading', { name: 'Gatescope' }).getByRole('button').click();
  await phone.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Laboratory' }).click();
  await phone.getByText('How long can it remember?').first().waitFor();
});

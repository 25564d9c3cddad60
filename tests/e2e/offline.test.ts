import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright';
import { describe, expect } from 'vitest';
import { many } from '../setup/cases.ts';
import { violationsInBoth } from './axe.ts';
import { drop } from './drop.ts';
import { framed, placeIn } from './host.ts';
import { test } from './openFile.ts';

const BUILT = join('dist', 'offline.html');
const KEYS = 'v=1&cell=gru&units=3&seed=5&text=banana&t=2&signal=r';

/** The moment, the arithmetic of the selected value, and the sentences on the stage. */
const explained = (page: Page): Promise<string[]> =>
  Promise.all(
    ['output.where', '.arithmetic', '[data-part="stages"]'].map((part) => page.locator(part).first().innerText()),
  );

describe('the offline file of the site', () => {
  test('shows from disk what the site shows, and steps', async ({ openFile, open }) => {
    const file = await openFile(BUILT, `#${KEYS}`);
    const site = await open(`embed.html#${KEYS}&parts=diagram,transport,stages,inspector`);
    // parts beside the diagram come after it
    for (const page of [file, site]) await expect.poll(async () => (await explained(page)).includes('')).toBe(false);
    const before = await explained(file);
    expect(before).toEqual(await explained(site));
    for (const page of [file, site]) await page.getByRole('button', { name: /^Forward one/ }).click();
    await expect.poll(async () => (await explained(file))[0]).not.toBe(before[0]);
    await expect.poll(async () => (await explained(site))[0]).not.toBe(before[0]);
    await expect.poll(() => explained(file)).toEqual(await explained(site));
    expect(await explained(file)).not.toEqual(before);
  });

  test('has the fonts, the cells and the examples inside', async ({ openFile }) => {
    const page = await openFile(BUILT);
    await page.locator('math').first().waitFor();
    const fonts = () => page.evaluate(() => [...document.fonts].map(({ family, status }) => `${family}: ${status}`));
    await expect.poll(fonts).toEqual(['Gatescope Math: loaded']);
    const label = () => page.locator('.diagram svg').getAttribute('aria-label');
    await page.getByRole('button', { name: /^More/ }).click();
    await page.getByText('sLSTM').click();
    await expect.poll(label).toContain('sLSTM');
    await page.keyboard.press('Escape');
    await page.locator('[data-part="input"] summary').first().click();
    await page.getByRole('tab', { name: 'Examples' }).click();
    await page.getByRole('list', { name: 'Balanced brackets' }).getByRole('button', { name: /^GRU/ }).click();
    await expect.poll(label).toContain('GRU');
  });

  if (many)
    test('breaks no rule of axe, light and dark, narrow and wide', async ({ browser }) => {
      const page = await browser.newPage({ bypassCSP: true });
      await page.goto(pathToFileURL(BUILT).href);
      await page.locator('math').first().waitFor();
      for (const width of [390, 1300]) {
        await page.setViewportSize({ width, height: 900 });
        expect(await violationsInBoth(page), `${width} pixels wide`).toEqual([]);
      }
      await page.close();
    });

  test('has a picture and a sentence where no script runs', async ({ browser }) => {
    const page = await browser.newPage({ javaScriptEnabled: false });
    await page.goto(pathToFileURL(BUILT).href);
    expect(await page.locator('svg').getByText('tanh').first().isVisible()).toBe(true);
    expect(await page.locator('main').innerText()).toMatch(/^Timestep 14 of 22, “b”/m);
    await page.close();
  });
});

describe('the file that Share saves', () => {
  const savedFrom = async (page: Page): Promise<string> => {
    await page.getByRole('button', { name: 'Share', exact: true }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save as one HTML file' }).click();
    const saved = await download;
    const path = `${await saved.path()}.html`;
    await saved.saveAs(path);
    return path;
  };
  const select = async (page: Page): Promise<void> => {
    await page.locator('.diagram svg [data-signal="f"]').first().click();
    await page.locator('.arithmetic').first().waitFor();
  };

  test.runIf(many)('contains weights that no link holds, at the moment shown', async ({ open, openFile }) => {
    const page = await open();
    await drop(page, 'mine.json', readFileSync('models/next-character-lstm.json', 'utf8'));
    await page
      .getByText(/mine\.json/)
      .first()
      .waitFor();
    await select(page);
    const file = await openFile(await savedFrom(page));
    await page.keyboard.press('Escape');
    expect(await file.title()).toBe('LSTM, step by step');
    const label = (of: Page) => of.locator('.diagram svg').first().getAttribute('aria-label');
    expect(await label(file)).toBe(await label(page));
    const arithmetic = (of: Page) => of.locator('.arithmetic').first().innerText();
    expect(await arithmetic(file)).toBe(await arithmetic(page));
  });

  test.runIf(many)('contains every run of a comparison, which step together', async ({ open, openFile }) => {
    const page = await open('#v=1&cell=lstm&text=banana&t=2&beside=cell=gru');
    const file = await openFile(await savedFrom(page));
    const labels = () =>
      file.locator('.diagram svg').evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));
    const at = (t: number) => ['LSTM', 'GRU'].map((name) => `Diagram of the ${name} cell at timestep ${t} of 6`);
    await expect.poll(labels).toEqual(at(2));
    const hidden = () =>
      file.locator('.diagram').evaluateAll((all) => all.map((one) => one.scrollWidth - one.clientWidth));
    expect(await hidden(), 'whole pictures').toEqual([0, 0]);
    // neither network has outputs
    const titles = file.locator('[data-part="prediction"] .run-title:visible');
    await expect.poll(() => titles.count()).toBe(0);
    // neither cell comes from the other
    const words = file.locator('[data-part="equations"] li .name em');
    await expect.poll(() => words.count()).toBeGreaterThan(0);
    expect(new Set(await words.allInnerTexts())).not.toContain('removed');
    await file.getByRole('button', { name: /^Forward one/ }).click();
    await expect.poll(labels).toEqual(at(3));
    expect(await file.getByRole('button', { name: /^Forward one/ }).count()).toBe(1);
  });

  test.runIf(many)('contains a text that looks like the end of its script, as a text', async ({ open, openFile }) => {
    const text = '</script><img src=x onerror=alert(1)>';
    const file = await openFile(await savedFrom(await open(`#v=1&cell=gru&text=${encodeURIComponent(text)}&t=9`)));
    await expect.poll(() => file.locator('.diagram svg').getAttribute('aria-label')).toContain(`9 of ${text.length}`);
    expect(await file.locator('img').count()).toBe(0);
    await file.locator('[data-part="input"] summary').first().click();
    expect(await file.getByRole('textbox', { name: 'Text for the cell to read' }).inputValue()).toBe(text);
  });

  test.runIf(many)('shows its view inside a page, as a saved notebook has it', async ({ open, host }) => {
    const path = await savedFrom(await open(`#${KEYS}`));
    const srcdoc = readFileSync(path, 'utf8').replaceAll('&', '&amp;').replaceAll('"', '&quot;');
    const page = await host(`<iframe title="Saved" width="1000" height="700" srcdoc="${srcdoc}"></iframe>`);
    const frame = await framed(page);
    expect(await placeIn(frame)).toBe('t = 2 of 6 · Update');
    await frame.getByRole('button', { name: /^Back one/ }).click();
    await expect.poll(() => placeIn(frame)).toBe('t = 2 of 6 · Candidate');
  });

  test.runIf(many)('is not saved where a host answers with another page', async ({ open }) => {
    const page = await open();
    await page.route('**/offline.html', (route) => route.fulfill({ body: '<!doctype html><title>Other</title>' }));
    await page.getByRole('button', { name: 'Share', exact: true }).click();
    await page.getByRole('button', { name: 'Save as one HTML file' }).click();
    await page
      .getByRole('alert')
      .getByText(/has no place for a view/)
      .waitFor();
  });
});

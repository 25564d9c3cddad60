import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { wcagLuminance } from 'culori';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Frame, Page } from 'playwright';
import { describe, expect } from 'vitest';
import { serve } from '../../examples/react/server.tsx';
import { many, sample } from '../setup/cases.ts';
import { STANDARD, violations } from './axe.ts';
import { test as base } from './openFile.ts';

interface Fixtures {
  /** The address of the page that a server renders. */
  served: string;
}

const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads the needed fixtures from the pattern
  served: async ({}, use) => {
    const server = await serve();
    const { port } = server.address() as AddressInfo;
    await use(`http://127.0.0.1:${port}/`);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  },
});

/** The document around the diagram of an example: the page itself, or the frame in it. */
const inPage = async (page: Page): Promise<Page> => page;
const inFrame = async (page: Page): Promise<Frame> => {
  const frame = await (await page.waitForSelector('iframe')).contentFrame();
  if (!frame) throw new Error('The page has no frame');
  return frame;
};

const LSTM = 'Diagram of the LSTM cell at timestep 2 of 6';

/** Steps through the diagram and looks at the page in two widths. */
async function judge(page: Page, around: Page | Frame, byAxe: boolean, view = LSTM): Promise<void> {
  const diagram = around.locator('.diagram svg').first();
  // another element of the page may be drawn before the first
  await expect.poll(() => diagram.getAttribute('aria-label')).toBe(view);
  const place = () => around.locator('output.where').first().innerText();
  const before = await place();
  await around
    .getByRole('button', { name: /^Forward one/ })
    .first()
    .click();
  await expect.poll(place).not.toBe(before);
  for (const width of many ? [1200, 390] : [390]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
  if (byAxe) expect(await violations(page, undefined, STANDARD)).toEqual([]);
}

describe.each(
  sample([
    ['plain.html', inPage, true],
    ['frame-only.html', inFrame, true],
    ['docusaurus.html', inPage, true],
    ['sphinx.html', inPage, true],
    ['reveal.html', inPage, true],
    ['myst/index.html', inPage, true],
    // axe is a script from elsewhere, which this page refuses: its rules are checked on the plain page
    ['strict.html', inPage, false],
  ] as const),
)('examples/%s', (name, into, byAxe) => {
  test('shows a live diagram at 1200 and at 390 pixels, and keeps the rules of axe', async ({ open }) => {
    const page = await open(`examples/${name}`, { bypassCSP: byAxe });
    await judge(page, await into(page), byAxe);
  });
});

test.runIf(many)(
  'the page of a server has the diagram before any script, and is hydrated without a complaint',
  async ({ browser, open, served }) => {
    const still = await browser.newPage({ javaScriptEnabled: false });
    await still.goto(served);
    expect(await still.locator('.diagram svg').getByText('tanh').first().isVisible()).toBe(true);
    await still.close();
    const page = await open(served);
    // React marks what it has hydrated
    await page.waitForFunction(() =>
      Object.keys(document.querySelector('svg') ?? {})
        .join()
        .includes('__reactFiber'),
    );
    await judge(page, page, true);
    await page.getByText('timestep 3, token n').waitFor();
  },
);

test('the offline file shows a live diagram from disk', async ({ openFile }) => {
  const page = await openFile('dist/examples/offline.html');
  // axe is refused here too
  await judge(page, page, false);
});

test.runIf(many)('the player shows the lesson of its package, and refuses one with another page', async ({ open }) => {
  // the figure of a lesson plays to its moment, unless the reader wants less motion
  const page = await open('examples/scorm-player.html', { reducedMotion: 'reduce' });
  await page.getByText('The lesson reports: incomplete, no score yet').waitFor();
  await judge(page, await inFrame(page), true, 'Diagram of the LSTM cell at timestep 11 of 22');
  const files = unzipSync(readFileSync('dist/examples/counting-scorm.zip'));
  const other = strToU8(strFromU8(files['index.html']).replace('</head>', '<script>alert(1)</script></head>'));
  const send = (buffer: Uint8Array) =>
    page.locator('input').setInputFiles({ name: 'a.zip', mimeType: 'application/zip', buffer: Buffer.from(buffer) });
  await send(zipSync({ ...files, 'index.html': other }));
  await page.getByText('This package is not from this version of Gatescope').waitFor();
  await send(strToU8('no zip'));
  await page.getByText('This file is no zip').waitFor();
});

test('the page of Docusaurus switches its theme and that of the diagram together', async ({ open }) => {
  const page = await open('examples/docusaurus.html');
  const places = [page.locator('h1'), page.locator('gate-diagram output.where')];
  const inks = () => Promise.all(places.map((place) => place.evaluate((element) => getComputedStyle(element).color)));
  await places[1].waitFor();
  expect(Math.max(...(await inks()).map((ink) => wcagLuminance(ink)))).toBeLessThan(0.3);
  await page.getByRole('button', { name: 'Dark', exact: true }).click();
  await expect.poll(async () => Math.min(...(await inks()).map((ink) => wcagLuminance(ink)))).toBeGreaterThan(0.4);
});

test('the keys of a deck move its slides, and the buttons of its diagram step', async ({ open }) => {
  const page = await open('examples/reveal.html');
  const place = page.locator('output.where');
  await place.waitFor();
  const next = page.getByRole('heading', { name: 'Only what the forget gate lets through' });
  await page.getByRole('button', { name: /^Forward one/ }).click();
  const stepped = await place.innerText();
  // the focus is on the button of the diagram
  await page.keyboard.press('ArrowRight');
  await next.waitFor();
  await page.keyboard.press('ArrowLeft');
  await page.getByRole('heading', { name: 'What does it keep?' }).waitFor();
  expect(await place.innerText()).toBe(stepped);
  await page.getByRole('button', { name: /^Forward one/ }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => place.innerText()).not.toBe(stepped);
});

test.for([
  [1024, 768],
  [1280, 720],
] as const)(
  'on a projector of %i × %i pixels a slide shows the whole diagram and its buttons',
  async ([width, height], { open }) => {
    const page = await open('examples/reveal.html');
    await page.setViewportSize({ width, height });
    const inside = async (name: string): Promise<void> => {
      const box = await page.locator(name).boundingBox();
      expect(box?.height).toBeGreaterThan(20);
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(height);
    };
    await expect.poll(() => inside('output.where').then(() => true)).toBe(true);
    await inside('.diagram svg');
  },
);

test('the plain page hears of steps from its element', async ({ open }) => {
  const page = await open('examples/plain.html');
  await page.getByRole('button', { name: 'To the end' }).first().click();
  await page.getByText('timestep 6, token a').waitFor();
});

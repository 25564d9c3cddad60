import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Link, Paragraph } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Locator, Page } from 'playwright';
import decodeQr from 'qr/decode.js';
import { createElement, Fragment } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { transformWithOxc } from 'vite';
import { describe, expect } from 'vitest';
import { many } from '../setup/cases.ts';
import { framed, placeIn, stillTest as test } from './host.ts';
import { canvas, jupyter, myst, quarto, reactPage } from './pageOf.ts';

const latex = spawnSync('pdflatex', ['--version']).status === 0;

const KEYS = 'v=1&cell=gru&units=3&seed=5&text=banana&t=2';
const PICTURE = 'gatescope-gru-t2-light.png';
const LABEL = 'Diagram of the GRU cell at timestep 2 of 6';

/** The dialog of the page with this view, and the text that it has for a system. */
async function shareDialog(page: Page) {
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Share this view' });
  const textFor = async (system: string): Promise<string> => {
    await dialog.getByRole('combobox', { name: 'Written in' }).selectOption(system);
    return dialog.getByRole('textbox', { name: `Text for ${system}` }).inputValue();
  };
  const link = (): Promise<string> => dialog.getByRole('textbox', { name: 'Link' }).inputValue();
  return { dialog, textFor, link };
}

/** The elements that a page of MDX makes of a text. */
async function mdx(text: string): Promise<string> {
  const { code } = await transformWithOxc(`<>${text}</>`, 'page.tsx', {
    jsx: { runtime: 'classic', pragma: 'createElement', pragmaFrag: 'Fragment' },
  });
  return renderToStaticMarkup(new Function('createElement', 'Fragment', `return ${code}`)(createElement, Fragment));
}

/** Steps in the frame of a page, which has to show the view. */
async function stepsInFrame(page: Page): Promise<void> {
  const frame = await framed(page);
  expect(await frame.locator('.diagram svg').getAttribute('aria-label')).toBe(LABEL);
  const before = await placeIn(frame);
  await frame.getByRole('button', { name: /^Back one/ }).click();
  await expect.poll(() => placeIn(frame)).not.toBe(before);
}

/** The address of the frame in a page. */
const frameIn = (body: string): string | undefined =>
  body.match(/<iframe[^>]* src="([^"]+)"/)?.[1].replaceAll('&amp;', '&');

const stepsInElement = (page: Page): Promise<void> => stepsIn(page.locator('gate-diagram'));

async function stepsIn(element: Locator): Promise<void> {
  await expect.poll(() => element.locator('.diagram svg').getAttribute('aria-label')).toBe(LABEL);
  const place = () => element.locator('output.where').innerText();
  const before = await place();
  await element.getByRole('button', { name: /^Back one/ }).click();
  await expect.poll(place).not.toBe(before);
}

describe('the Share dialog', () => {
  test('has a text for each system that shows the view in a page of that kind', async ({ open, host }) => {
    const page = await open(`index.html#${KEYS}`);
    const { textFor, link } = await shareDialog(page);

    const inCanvas = canvas(await textFor('Canvas, Moodle, Brightspace'));
    const learning = await host(inCanvas);
    await stepsInFrame(learning);
    const scrolls = await (await framed(learning)).evaluate(() => document.documentElement.scrollHeight - innerHeight);
    expect(scrolls, 'the height that was measured').toBe(0);
    await stepsInElement(await host(await textFor('Plain HTML')));
    for (const [system, written] of [
      ['MyST', myst],
      ['Jupyter', jupyter],
      ['Quarto', quarto],
    ] as const) {
      const body = written(await textFor(system));
      // the frame that steps in Canvas; here, too, it is loaded in the long run
      expect(frameIn(body), system).toBe(frameIn(inCanvas));
      if (many) await stepsInFrame(await host(body));
    }
    const infima = `<style>${readFileSync('node_modules/infima/dist/css/default/default.css', 'utf8')}</style>`;
    const inDocusaurus = await mdx(await textFor('Docusaurus'));
    expect(frameIn(inDocusaurus)).toBe(frameIn(inCanvas));
    if (many) await stepsInFrame(await host(inDocusaurus, { head: infima }));

    const inReact = await textFor('React');
    if (many) await stepsIn((await host(await reactPage(inReact, 'Diagram'))).locator('.gate-diagram'));

    const [paragraph] = fromMarkdown(await textFor('Markdown: GitHub, forums')).children as Paragraph[];
    const [anchor] = paragraph.children as Link[];
    expect(anchor).toMatchObject({
      url: await link(),
      children: [{ type: 'image', url: PICTURE, alt: 'GRU reading “banana”' }],
    });
    const forum = await host(`<a href="${anchor.url.replaceAll('&', '&amp;')}"><img src="${PICTURE}" alt="GRU"></a>`);
    await forum.route(`**/${PICTURE}`, (route) => route.fulfill({ path: 'docs/picture.png' }));
    await forum.reload();
    expect(await forum.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
    await forum.getByRole('link').click();
    await expect.poll(() => forum.locator('.diagram svg').first().getAttribute('aria-label')).toBe(LABEL);

    const [, address, picture] =
      (await textFor('LaTeX')).match(/\\href\{(.+?)\}\{\\includegraphics\[.*?\]\{(.+?)\}\}/) ?? [];
    // TeX reads each of these characters by itself after a backslash
    expect([address.replace(/\\([%#&])/g, '$1'), picture]).toEqual([await link(), PICTURE]);
  });

  test.runIf(many)('shows every run of a comparison in an element and in a component', async ({ open, host }) => {
    const page = await open('index.html#v=1&cell=gru&units=3&text=banana&t=2&beside=cell=lstm');
    const { textFor } = await shareDialog(page);
    const shown = (around: Page) => () =>
      around.locator('.diagram svg').evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));
    const runs = ['GRU', 'LSTM'].map((cell) => `Diagram of the ${cell} cell at timestep 2 of 6`);
    await expect.poll(shown(await host(await textFor('Plain HTML')))).toEqual(runs);
    // the component is bundled for a page of its own, as it is for one run above
    await expect.poll(shown(await host(await reactPage(await textFor('React'), 'Diagram')))).toEqual(runs);
  });

  test.skipIf(!latex)('has a text that LaTeX sets, with the picture as a link to the view', async ({ open }) => {
    const page = await open('index.html#v=1&cell=gru&units=3&text=50%25_%23%7Bx%7D~%5E%26%5C%24&t=2');
    const { textFor, link } = await shareDialog(page);
    const text = await textFor('LaTeX');
    const folder = mkdtempSync(join(tmpdir(), 'gatescope-latex-'));
    copyFileSync('docs/picture.png', join(folder, PICTURE));
    // without compression the address can be read in the file
    const before = String.raw`\documentclass{article}\usepackage[T1]{fontenc}\usepackage{graphicx,hyperref}
\pdfcompresslevel=0 \pdfobjcompresslevel=0 \begin{document}`;
    writeFileSync(join(folder, 'main.tex'), `${before}\n${text}\n\\end{document}`);
    const options = ['-interaction=nonstopmode', '-halt-on-error', '-no-shell-escape', 'main.tex'];
    const { stdout, status } = spawnSync('pdflatex', options, { cwd: folder, encoding: 'latin1' });
    expect(status, stdout).toBe(0);
    expect(stdout).not.toMatch(/^(Over|Under)full|Missing character/m);
    const pdf = readFileSync(join(folder, 'main.pdf'), 'latin1');
    expect(pdf).toContain('/Subtype /Image');
    const [, address] = pdf.match(/\/URI\((.*?[^\\])\)/) ?? [];
    expect(address.replace(/\\([()\\])/g, '$1')).toBe(await link());
    rmSync(folder, { recursive: true });
  });

  test.runIf(many)('leaves the keys to the slides of reveal.js', async ({ open, host }) => {
    const page = await open(`index.html#${KEYS}`);
    const { textFor } = await shareDialog(page);
    const reveal = (file: string): string => readFileSync(`node_modules/reveal.js/dist/${file}`, 'utf8');
    const slides = await host(
      `<div class="reveal"><div class="slides">${await textFor('reveal.js')}<section><h2>Next</h2></section></div></div>
       <script>${reveal('reveal.js')}</script><script>Reveal.initialize({ hash: false });</script>`,
      { head: `<style>${reveal('reveal.css')}</style>` },
    );
    await stepsInElement(slides);
    const place = () => slides.locator('gate-diagram output.where').innerText();
    const before = await place();
    await slides.keyboard.press('ArrowRight');
    await slides.getByRole('heading', { name: 'Next' }).waitFor();
    expect(await place()).toBe(before);
  });

  test.runIf(many)(
    'writes what is chosen into the text and its preview, with the height that the preview has',
    async ({ open }) => {
      const page = await open(`index.html#${KEYS}`);
      const { dialog, textFor } = await shareDialog(page);
      const preview = page.frameLocator('dialog iframe');
      const heightIn = async (): Promise<number> =>
        Number((await textFor('Canvas, Moodle, Brightspace')).match(/height="(\d+)"/)?.[1]);
      const low = await heightIn();
      const copy = await dialog.getByRole('button', { name: /^Copy: Text for / }).boundingBox();
      expect(copy?.y, 'in view without scrolling').toBeLessThan((page.viewportSize()?.height ?? 0) - 200);
      await dialog.getByRole('checkbox', { name: 'equations' }).check();
      await dialog.getByRole('checkbox', { name: 'step size' }).uncheck();
      await dialog.getByRole('checkbox', { name: 'keys' }).uncheck();
      await dialog.getByRole('combobox', { name: 'Theme' }).selectOption('dark');
      await dialog.getByRole('combobox', { name: 'Begins' }).selectOption('before anything is computed');
      await preview.locator('math').first().waitFor();
      await preview.getByText('t = 1 of 6 · start').waitFor();
      expect(await preview.getByRole('radio').count()).toBe(0);
      await expect.poll(heightIn).toBeGreaterThan(low + 100);
      const src = (await textFor('Canvas, Moodle, Brightspace')).match(/src="([^"]+)"/)?.[1] ?? '';
      const keys = new URL(src.replaceAll('&amp;', '&')).hash.slice(1).split('&');
      expect(keys.toSorted()).toEqual(
        [
          'v=1',
          'cell=gru',
          'units=3',
          'seed=5',
          'text=banana',
          'done=0',
          'theme=dark',
          'hotkeys=off',
          'lock=step',
          'parts=diagram,transport,equations',
        ].toSorted(),
      );
    },
  );

  test('shows the link as a code that a camera reads', async ({ open }) => {
    const page = await open(`index.html#${KEYS}`, { colorScheme: 'dark' });
    const { dialog, link } = await shareDialog(page);
    await dialog.getByRole('button', { name: 'QR code' }).click();
    const png = await dialog.getByRole('img', { name: 'QR code of the link' }).screenshot();
    const image = await page.evaluate(async (png) => {
      const image = new Image();
      image.src = `data:image/png;base64,${png}`;
      await image.decode();
      const context = new OffscreenCanvas(image.width, image.height).getContext(
        '2d',
      ) as OffscreenCanvasRenderingContext2D;
      context.drawImage(image, 0, 0);
      const { width, height, data } = context.getImageData(0, 0, image.width, image.height);
      return { width, height, data };
    }, png.toString('base64'));
    expect(decodeQr(image)).toBe(await link());
  });
});

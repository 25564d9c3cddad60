import { readFileSync } from 'node:fs';
import type { Link, Paragraph } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Page } from 'playwright';
import decodeQr from 'qr/decode.js';
import { createElement } from 'react';
import * as jsxRuntime from 'react/jsx-runtime';
import { renderToStaticMarkup, renderToString } from 'react-dom/server';
import { transformWithOxc } from 'vite';
import { describe, expect } from 'vitest';
import { GateDiagram } from '../../src/embed/GateDiagram.tsx';
import { framed, placeIn, test } from './host.ts';

const KEYS = 'v=1&cell=gru&units=3&seed=5&text=banana&t=2';
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

/** A module with JSX, run with these imports. */
async function runJsx(source: string, name: string): Promise<Parameters<typeof createElement>[0]> {
  const { code } = await transformWithOxc(source, 'snippet.tsx', { jsx: { runtime: 'automatic', development: false } });
  const imports = { 'react/jsx-runtime': jsxRuntime, 'gatescope/react': { GateDiagram } };
  const body = code
    .replace(/import "[^"]+";/g, '')
    .replace(/import \{([^}]+)\} from "([^"]+)";/g, (_, names, from) => {
      return `const {${names.replaceAll(' as ', ': ')}} = imports["${from}"];`;
    })
    .replaceAll('export ', '');
  return new Function('imports', `${body}; return ${name};`)(imports);
}

/** Steps in the frame of a page, which has to show the view. */
async function stepsInFrame(page: Page): Promise<void> {
  const frame = await framed(page);
  expect(await frame.locator('.diagram svg').getAttribute('aria-label')).toBe(LABEL);
  const before = await placeIn(frame);
  await frame.getByRole('button', { name: /^Back one/ }).click();
  await expect.poll(() => placeIn(frame)).not.toBe(before);
}

async function stepsInElement(page: Page): Promise<void> {
  const element = page.locator('gate-diagram');
  await expect.poll(() => element.locator('.diagram svg').getAttribute('aria-label')).toBe(LABEL);
  const place = () => element.locator('output.where').innerText();
  const before = await place();
  await element.getByRole('button', { name: /^Back one/ }).click();
  await expect.poll(place).not.toBe(before);
}

/** The frame as Canvas keeps it: it removes every other element and every other attribute. */
const canvas = (text: string): string => {
  const kept = ['src', 'title', 'width', 'height', 'allowfullscreen'];
  const attributes = [...text.matchAll(/ ([a-z]+)(="[^"]*")?/g)].filter(([, name]) => kept.includes(name));
  return `<div style="width: 720px"><iframe${attributes.map(([all]) => all).join('')}></iframe></div>`;
};

/** A frame as MyST lays it out, and one as a notebook prints it. */
const myst = (text: string): string => {
  const [, src, width, caption] = text.match(/^```\{iframe\} (\S+)\n:width: (\S+)\n([^\n]+)\n```$/) ?? [];
  return `<figure style="width: ${width}"><div style="position: relative; padding-bottom: 60%"><iframe title="${caption}"
    style="position: absolute; width: 100%; height: 100%" src="${src.replaceAll('&', '&amp;')}"></iframe></div></figure>`;
};
const jupyter = (text: string): string => {
  const [, src, width, height] =
    text.match(/^from IPython\.display import IFrame\n\nIFrame\(("[^"]+"), width="(100%)", height=(\d+)\)$/) ?? [];
  return `<iframe width="${width}" height="${height}" src="${JSON.parse(src).replaceAll('&', '&amp;')}" frameborder="0" allowfullscreen></iframe>`;
};

describe('the Share dialog', () => {
  test('has a text for each system that shows the view in a page of that kind', async ({ open, host }) => {
    const page = await open(`index.html#${KEYS}`);
    const { textFor, link } = await shareDialog(page);

    const learning = await host(canvas(await textFor('Canvas, Moodle, Brightspace')));
    await stepsInFrame(learning);
    const scrolls = await (await framed(learning)).evaluate(() => document.documentElement.scrollHeight - innerHeight);
    expect(scrolls, 'the height that was measured').toBe(0);
    await stepsInElement(await host(await textFor('Plain HTML')));
    await stepsInFrame(await host(myst(await textFor('MyST'))));
    await stepsInFrame(await host(jupyter(await textFor('Jupyter'))));
    await stepsInFrame(await host((await textFor('Quarto')).replace(/^```\{=html\}\n(.+)\n```$/, '$1')));

    const Diagram = await runJsx(await textFor('React'), 'Diagram');
    // on a server the same, at once
    expect(renderToString(createElement(Diagram))).toContain(`aria-label="${LABEL}"`);
    const Mdx = await runJsx(`export const Mdx = () => <>${await textFor('Docusaurus')}</>`, 'Mdx');
    await stepsInFrame(await host(renderToStaticMarkup(createElement(Mdx))));

    const [paragraph] = fromMarkdown(await textFor('Markdown: GitHub, forums')).children as Paragraph[];
    const [anchor] = paragraph.children as Link[];
    expect(anchor).toMatchObject({
      url: await link(),
      children: [{ type: 'image', url: 'gatescope-gru-t2-light.png', alt: 'GRU reading “banana”' }],
    });
    const [, address, picture] =
      (await textFor('LaTeX')).match(/\\href\{(.+?)\}\{\\includegraphics\[.*?\]\{(.+?)\}\}/) ?? [];
    // TeX reads each of these characters by itself after a backslash
    expect([address.replace(/\\([%#&])/g, '$1'), picture]).toEqual([await link(), 'gatescope-gru-t2-light.png']);
    expect(address).not.toMatch(/(?<!\\)[%#&]/);
  });

  test('leaves the keys to the slides of reveal.js', async ({ open, host }) => {
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

  test('writes what is chosen into the text and its preview, with the height that the preview has', async ({
    open,
  }) => {
    const page = await open(`index.html#${KEYS}`);
    const { dialog, textFor } = await shareDialog(page);
    const preview = page.frameLocator('dialog iframe');
    const heightIn = async (): Promise<number> =>
      Number((await textFor('Canvas, Moodle, Brightspace')).match(/height="(\d+)"/)?.[1]);
    const low = await heightIn();
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
  });

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
      return { width, height, data: [...data] };
    }, png.toString('base64'));
    expect(decodeQr({ ...image, data: Uint8ClampedArray.from(image.data) })).toBe(await link());
  });
});

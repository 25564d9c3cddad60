import { readFileSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright';
import { createElement } from 'react';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchOptions } from '../../scripts/chromium.ts';
import { GateDiagram, type GateDiagramProps } from '../../src/embed/GateDiagram.tsx';
import { parts } from '../../src/store/state.ts';
import { streamed } from '../embed/streamed.ts';
import { sample } from '../setup/cases.ts';

const read = (path: string): string => readFileSync(path, 'utf8');

/** Style sheets of systems for course pages, and the place of an instance in their pages. */
const hosts = {
  Docusaurus: {
    sheet: read('node_modules/infima/dist/css/default/default.css'),
    around: '<main class="container"><div class="row"><article class="markdown">HERE</article></div></main>',
  },
  'Docusaurus with its sheet in a layer': {
    sheet: `@layer gatescope, docusaurus; @layer docusaurus { ${read('node_modules/infima/dist/css/default/default.css').replace(/@charset[^;]*;/, '')} }`,
    around: '<main class="container"><article class="markdown">HERE</article></main>',
  },
  'PyData Sphinx': {
    // its theme is made on Bootstrap
    sheet: read('node_modules/bootstrap/dist/css/bootstrap.css') + read('tests/fixtures/sheets/sphinx.css'),
    around: '<main class="bd-main"><article class="bd-article"><section>HERE</section></article></main>',
  },
  'reveal.js': {
    sheet:
      read('node_modules/reveal.js/dist/reveal.css') +
      read('node_modules/reveal.js/dist/theme/black.css').replace(/@import[^;]*;/g, ''),
    around: '<div class="reveal"><div class="slides"><section class="present">HERE</section></div></div>',
  },
};

const sheet = read('lib/react/style.css');
const classes = [...new Set(sheet.match(/\.[a-z][\w-]*/g))].map((name) => name.slice(1));
/** Content of a host page with class names that the package's sheet uses as well. */
const own = `
  <h1>Lesson</h1><h2>Part</h2><p>Text <a href="#x">link</a> <small>small</small> <kbd>k</kbd></p>
  <button class="button">Go</button> <label>Name <input type="text"></label> <select><option>1</option></select>
  <figure class="diagram"><svg class="scene" width="9" height="9"><path class="wire" d="M0 0h9"/></svg></figure>
  <table class="table"><caption>c</caption><tr><th>a</th><td>1</td></tr></table>
  <details class="gate-colours"><summary>More</summary></details><ul class="controls"><li>x</li></ul>
  <fieldset class="choices"><legend class="legend">l</legend><input type="range"></fieldset>
  ${classes
    .filter((name) => name !== 'gate-diagram')
    .map((name) => `<div class="${name}" data-theme="light">x</div>`)
    .join('')}`;

let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch(launchOptions());
});
afterAll(() => browser.close());

/**
 * Records all computed styles, except variables, of an element, its pseudo-elements and its descendants under a name in
 * the page, and returns their number. Pictures and formulas have many similar shapes and letters; one in ten is enough.
 */
const note = (page: Page, name: string, selector: string): Promise<number> =>
  page.evaluate(
    ([name, selector]) => {
      const noted = new Map<string, string>();
      // they are the same for every element
      const names = [...getComputedStyle(document.documentElement)].filter((name) => !name.startsWith('--'));
      let properties = 0;
      const root = document.querySelector(selector);
      const all = root ? [root, ...root.querySelectorAll('*')] : [];
      for (const [k, element] of all.entries()) {
        if (element.matches('svg *, math *') && k % 10 > 0) continue;
        for (const pseudo of [null, '::before', '::after']) {
          const style = getComputedStyle(element, pseudo);
          const what = `${k} ${element.tagName}.${element.getAttribute('class') ?? ''}${pseudo ?? ''}`;
          // no other property of a hidden element matters
          const shown = pseudo && style.content === 'none' ? ['content'] : names;
          noted.set(what, shown.map((name) => `${name}: ${style.getPropertyValue(name)}`).join('; '));
          properties += shown.length;
        }
      }
      Object.assign(globalThis, { [name]: noted });
      return properties;
    },
    [name, selector],
  );

/** Differences between two such records. */
const differences = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { before, after } = globalThis as unknown as Record<string, Map<string, string>>;
    // of whole styles, what the other one has not
    const beyond = (one = '', other = ''): string => {
      const known = new Set(other.split('; '));
      return one
        .split('; ')
        .filter((declaration) => !known.has(declaration))
        .join('; ');
    };
    return [...new Set([...before.keys(), ...after.keys()])]
      .filter((key) => before.get(key) !== after.get(key))
      .map((key) => [key, before.get(key), after.get(key)] as const)
      .map(([key, one, other]) => `${key}: ${beyond(one, other)} → ${beyond(other, one)}`)
      .slice(0, 30);
  });

const addSheet = async (page: Page, content: string): Promise<void> => {
  await page.addStyleTag({ content });
};

describe.each(sample(Object.entries(hosts)))('in a page of %s', (_, { sheet: theirs, around }) => {
  test('the package’s sheet changes nothing outside of an instance', async () => {
    const page = await browser.newPage();
    await page.setContent(`<html data-theme="dark"><head><style>${theirs}</style></head>
      <body class="controls">${around.replace('HERE', own)}</body></html>`);
    expect(await note(page, 'before', 'body')).toBeGreaterThan(10_000);
    await addSheet(page, sheet);
    await note(page, 'after', 'body');
    expect(await differences(page)).toEqual([]);
    await page.close();
  });

  test('its rules change nothing inside of an instance', async () => {
    const props: GateDiagramProps = { text: 'ab', timestep: 2, hiddenSize: 2, controls: parts, theme: 'light' };
    const instance = await streamed(createElement(GateDiagram, props));
    const page = await browser.newPage();
    await page.setContent(`<html><head><style>${sheet}</style></head><body>
      ${around.replace('HERE', `<div style="position:fixed;width:700px;height:900px;top:0;left:0">${instance}</div>`)}</body></html>`);
    expect(await note(page, 'before', '.gate-diagram')).toBeGreaterThan(20_000);
    await addSheet(page, theirs);
    await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'));
    await note(page, 'after', '.gate-diagram');
    expect(await differences(page)).toEqual([]);
    await page.close();
  });
});

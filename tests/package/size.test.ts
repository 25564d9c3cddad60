import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { allPresets } from '../../scripts/presets/all.ts';
import { registry } from '../../src/cells/index.ts';
import { inputsIn } from '../../src/presets/written.ts';

/**
 * Scripts that a page loads at once: its module scripts, on a narrow screen those that it fetches beforehand for it, and
 * everything that they import statically; with `further` scripts, these and what they import, too.
 */
function initialScripts(page: string, narrow = false, further: readonly string[] = []): Set<string> {
  const found = new Set<string>();
  const visit = (path: string): void => {
    if (found.has(path)) return;
    found.add(path);
    const source = readFileSync(join('dist', path), 'utf8');
    for (const [, file] of source.matchAll(/(?:^|[;}\s])(?:import|export)(?:[^"'();]*?from)?\s*["'](\.[^"']+)["']/g))
      visit(normalize(join(dirname(path), file)));
  };
  const html = readFileSync(join('dist', page), 'utf8').replaceAll('&#39;', "'");
  for (const [, path] of html.matchAll(/<script[^>]* src="([^"]+)"/g)) visit(normalize(path));
  if (narrow)
    for (const [, path] of html.matchAll(/<link rel="modulepreload" media="[^"]*"[^>]* href="([^"]+)"/g))
      visit(normalize(path));
  for (const path of further) visit(path);
  return found;
}

/** Bytes of files, each compressed. */
const gzipped = (paths: Iterable<string>): number =>
  [...paths].reduce((n, path) => n + gzipSync(readFileSync(join('dist', path))).length, 0);

test.each(['index.html', 'embed.html', 'lab.html', 'practice.html', 'teach.html'])(
  '%s starts with at most 150 kB of gzipped JavaScript',
  (page) => {
    const scripts = initialScripts(page);
    const bytes = gzipped(scripts);
    // React alone is more than 50 kB: less would mean that the imports were not found
    expect(bytes).toBeGreaterThan(50_000);
    expect(bytes).toBeLessThan(150_000);
  },
);

test.each([
  ['wide', false],
  ['narrow', true],
])('a %s frame starts with at most 60 kB of gzipped JavaScript, in few files', (_, narrow) => {
  const scripts = initialScripts('embed.html', narrow);
  expect(scripts.size).toBe(narrow ? 3 : 2);
  expect(gzipped(scripts)).toBeLessThanOrEqual(60_000);
  const html = readFileSync('dist/embed.html', 'utf8');
  const sheets = html.match(/rel="stylesheet"/g) ?? [];
  // with the page itself, its picture and its font
  expect(scripts.size + sheets.length + 3).toBeLessThanOrEqual(8);
});

test.each(['index.html', 'embed.html'])('%s has its first code compiled while it arrives, and no other', (page) => {
  const hinted = (path: string): boolean =>
    readFileSync(join('dist', path), 'utf8').startsWith('//# allFunctionsCalledOnLoad\n');
  const first = initialScripts(page);
  // the small scripts that only ask for the others have nothing to compile
  const large = [...first].filter((path) => readFileSync(join('dist', path)).length > 4000);
  expect(large.length).toBeGreaterThan(0);
  expect(large.filter((path) => !hinted(path))).toEqual([]);
  const pages = new Set([...initialScripts('index.html'), ...initialScripts('embed.html'), ...atOnce()]);
  const others = readdirSync('dist/assets', { encoding: 'utf8' }).map((name) => join('assets', name));
  expect(others.filter((path) => path.endsWith('.js') && !pages.has(path) && hinted(path))).toEqual([]);
});

/** The files with the code of Explore and of the story, which `index.html` names for the address to choose. */
const atOnce = (): string[] =>
  [...readFileSync('dist/index.html', 'utf8').matchAll(/<link data-page="\w+"[^>]* href="([^"]+)"/g)].map(([, path]) =>
    normalize(path),
  );

describe.each(registry.filter(({ id }) => id !== 'lstm'))('a frame that shows $id', ({ id }) => {
  test.each([
    ['wide', false],
    ['narrow', true],
  ])('fetches one file more, with all of its forms, and is as small, %s', (_, narrow) => {
    const own = readdirSync('dist/assets').filter((file) => file.startsWith(`cell-${id}-`));
    expect(own).toHaveLength(1);
    const scripts = initialScripts('embed.html', narrow, [`assets/${own[0]}`]);
    expect(scripts.size).toBe(narrow ? 4 : 3);
    expect(gzipped(scripts)).toBeLessThanOrEqual(60_000);
  });
});

describe('a frame that shows a preset', () => {
  const files = readdirSync('dist/presets');
  const read = (file: string): string => readFileSync(join('dist/presets', file), 'utf8');

  test('finds every preset, and nothing else, as data beside it', () => {
    expect(files.map((file) => file.replace(/\.json$/, '')).sort()).toEqual(Object.keys(allPresets).sort());
    for (const [id, inputs] of Object.entries(allPresets))
      expect(inputsIn(JSON.parse(read(`${id}.json`)), id)).toStrictEqual(inputs);
  });

  test('reads at most 20 kB of it', () => {
    expect(files.filter((file) => gzipSync(read(file)).length > 20_000)).toEqual([]);
  });
});

/** Code that loads only on demand, identified by words that occur nowhere else. */
const later = {
  'the settings of training': 'SGD with momentum',
  'the tasks': 'bakers',
  'the chapter in a frame': 'Open the lesson in Gatescope',
  'the reader of model files': 'gatescope-model',
  'the catalogue of trained cells': 'agreement-far-lstm',
  'the kernels as WebAssembly': Buffer.from('\0asm\x01\0').toString('base64'),
};

test.each(Object.entries(later))('%s: no page fetches it before it is asked for', (_, words) => {
  const holds = (path: string): boolean => readFileSync(join('dist', path), 'utf8').includes(words);
  const scripts = readdirSync('dist/assets').filter((name) => name.endsWith('.js'));
  expect(scripts.some((name) => holds(join('assets', name)))).toBe(true);
  for (const page of ['index.html', 'embed.html']) expect([...initialScripts(page)].filter(holds)).toEqual([]);
});

test.each([
  ['index.html', "'self' 'wasm-unsafe-eval'"],
  ['lab.html', "'self' 'wasm-unsafe-eval'"],
  ['embed.html', "'self'"],
  ['practice.html', "'self'"],
  ['teach.html', "'self'"],
])('%s carries a strict policy, scripts from %s, and nothing inline that it would refuse', (page, scripts) => {
  const html = readFileSync(join('dist', page), 'utf8').replaceAll('&#39;', "'");
  expect(html).toContain(
    `http-equiv="Content-Security-Policy" content="default-src 'none'; script-src ${scripts}; style-src 'self';`,
  );
  expect(html).not.toMatch(/<script(?![^>]* src=)[^>]*>|<style|\sstyle=|\son[a-z]+=/);
});

test.each(['index.html', 'embed.html'])(
  '%s names its files relative to itself, so that it works from any folder',
  (page) => {
    const html = readFileSync(join('dist', page), 'utf8').replaceAll('&#39;', "'");
    const paths = [...html.matchAll(/<(?:script|link)[^>]* (?:src|href)="([^"]+)"/g)].map(([, path]) => path);
    expect(paths.length).toBeGreaterThan(0);
    for (const path of paths) expect(path).toMatch(/^(\.\/|data:)/);
  },
);

test('no page has a script fetched beforehand that it runs anyway, which Firefox reports as not loaded', () => {
  const html = readFileSync('dist/index.html', 'utf8');
  const running = [...html.matchAll(/<script[^>]* src="\.\/assets\/([^"]+)"/g)].map(([, file]) => file);
  expect(running.length).toBe(2);
  const fetched = readdirSync('dist/assets')
    .filter((file) => file.endsWith('.js'))
    .flatMap((file) => [...readFileSync(`dist/assets/${file}`, 'utf8').matchAll(/m\.f\|\|\(m\.f=(\[[^\]]*\])/g)])
    .map(([, list]) => list)
    .join();
  expect(fetched).toContain('.js');
  for (const file of running) {
    expect(html).not.toMatch(new RegExp(`modulepreload"[^>]*${file}`));
    expect(fetched).not.toContain(file);
  }
});

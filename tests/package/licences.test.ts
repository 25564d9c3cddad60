import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

/** The packages that the source imports by their names, types aside. */
const imported = (): ReadonlySet<string> => {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) =>
    /(?<!\.d)\.tsx?$/.test(name),
  );
  const found = sources.flatMap((name) => [
    ...readFileSync(join('src', name), 'utf8').matchAll(
      /^(?:import|export) (?!type )[^'"]*?from '((?:@[\w-]+\/)?[a-z][\w.-]*)/gm,
    ),
  ]);
  return new Set(found.map(([, name]) => name));
};

/** The packages that a text names, each with the text of its licence. */
const named = (text: string): ReadonlyMap<string, string> =>
  new Map(
    text
      .split(`${'='.repeat(80)}\n`)
      .slice(1)
      .map((part) => [part.slice(0, part.indexOf(' ')), part]),
  );

test('every package inside the site is named with the text of its licence', () => {
  const packages = named(readFileSync('dist/THIRD-PARTY-LICENSES.txt', 'utf8'));
  // what they bring along: the scheduler of React, the parser of Markdown, the scales of d3
  const expected = [...imported(), 'preact', 'scheduler', 'micromark', 'd3-interpolate'];
  expect(expected.length).toBeGreaterThan(12);
  expect([...packages.keys()]).toEqual(expect.arrayContaining(expected));
  for (const [name, text] of packages) expect(text.length, name).toBeGreaterThan(400);
  expect(packages.get('react')).toContain('Copyright (c) Meta Platforms');
  expect(packages.get('mediabunny')).toContain('Mozilla Public License Version 2.0');
});

test.each([
  'lib/element/THIRD-PARTY-LICENSES.txt',
  'lib/notebook/gatescope.js',
  'dist/offline.html',
  'dist/offline-lesson.html',
])('%s has the licences of what it is made of', (path) => {
  const packages = named(readFileSync(path, 'utf8'));
  expect([...packages.keys()]).toEqual(
    expect.arrayContaining([path.includes('lesson') ? 'react-dom' : 'preact', 'valibot', 'zustand']),
  );
  expect(packages.get('valibot')).toContain('Permission is hereby granted');
});

/** The packages that a file imports by their names, and what it imports of the repository, and so on; types aside. */
function packagesOf(file: string, seen: Set<string> = new Set()): ReadonlySet<string> {
  const found = new Set<string>();
  seen.add(file);
  const imports = readFileSync(file, 'utf8').matchAll(
    /(?:^(?:import|export) (?!type )[^'"]*?from |^import |\bimport\()'([^'?]+)/gm,
  );
  for (const [, name] of imports) {
    const path = join(dirname(file), name);
    if (!name.startsWith('.')) found.add(name);
    else if (/\.tsx?$/.test(path) && !seen.has(path)) for (const one of packagesOf(path, seen)) found.add(one);
  }
  return found;
}

test('the command has the licences of exactly the packages that it was built with', () => {
  const packages = named(readFileSync('lib/command/THIRD-PARTY-LICENSES.txt', 'utf8'));
  // Node’s own modules are no packages, and this one is installed beside the command by whoever wants PNG
  const expected = [...packagesOf('scripts/gatescope.ts')].filter(
    (name) => !name.startsWith('node:') && name !== '@resvg/resvg-js',
  );
  expect(expected).toEqual(expect.arrayContaining(['valibot', 'd3-dsv', 'gifenc']));
  expect([...packages.keys()].sort()).toEqual(expected.sort());
  for (const [name, text] of packages)
    expect(text, name).toMatch(/Permission is hereby granted|Permission to use, copy, modify/);
});

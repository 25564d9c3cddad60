import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';

const documents = [
  'README.md',
  'CHANGELOG.md',
  'models/README.md',
  ...readdirSync('docs')
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

/** The text of a document without its code. */
const proseOf = (path: string): string =>
  readFileSync(path, 'utf8')
    .replaceAll(/^(`{3,})[\s\S]*?^\1/gm, '')
    .replaceAll(/`[^`\n]*\]\([^`\n]*`/g, '');

/** The anchors that GitHub gives the headings of a document. */
const anchorsOf = (path: string): string[] =>
  [...proseOf(path).matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );

it.each(documents)('every link of %s leads to a file, and to a heading in it', (path) => {
  const links = [...proseOf(path).matchAll(/\]\((?!\w+:)([^)#\s]*)(?:#([^)\s]*))?\)/g)];
  const broken = links.filter(([, to, anchor]) => {
    const file = to === '' ? path : join(dirname(path), to);
    return !existsSync(file) || (anchor !== undefined && file.endsWith('.md') && !anchorsOf(file).includes(anchor));
  });
  expect(broken.map(([link]) => link)).toEqual([]);
});

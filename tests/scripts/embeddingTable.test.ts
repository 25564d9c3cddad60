import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type SystemId, systems } from '../../src/components/share/systems.ts';

/** The beginning of the row of docs/embedding.md for each system of Share. */
const rows: Readonly<Record<SystemId, string>> = {
  learning: 'Canvas, Moodle, Brightspace',
  html: 'plain HTML',
  react: 'React',
  myst: 'MyST',
  jupyter: 'Jupyter',
  quarto: 'Quarto',
  docusaurus: 'Docusaurus',
  reveal: 'reveal.js',
  latex: 'LaTeX',
  markdown: 'GitHub, forums',
};

const view = {
  keys: 'KEYS',
  frame: 'ADDRESS',
  page: 'ADDRESS',
  module: 'SITE/element/gate-diagram.js',
  subject: 'TITLE',
  title: 'TITLE',
  height: 480,
  picture: 'PICTURE',
};

const table = readFileSync('docs/embedding.md', 'utf8').split('\n\n')[1].split('\n');

test.each(Object.entries(rows))('the first table says what Share writes for %s', (id, name) => {
  const row = table.find((line) => line.startsWith(`| ${name}`)) ?? '';
  const paste = row.split(' | ')[1];
  const spans = [...paste.matchAll(/(?<!`)(`+) ?([^`].*?) ?\1(?!`)/g)].map(([, , span]) => span);
  const written = systems[id as SystemId].write(view).replaceAll('480', 'HEIGHT');
  // other spans name what else a system takes
  const texts = spans.filter((span) => /ADDRESS|KEYS|SITE|```/.test(span));
  expect(texts).not.toEqual([]);
  for (const text of texts) {
    let at = 0;
    for (const piece of text.split('…').map((one) => one.trim())) {
      expect(written.slice(at), paste).toContain(piece);
      at = written.indexOf(piece, at) + piece.length;
    }
  }
});

import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { floors, rowOf, sourcesIn, textOf } from './floors.ts';

const source = new URL('../../src/', import.meta.url);
const models = new URL('../../models/', import.meta.url).pathname;

/** Every way in which a file depends on another: imports of all kinds, globs, and URLs of workers. */
const DEPENDENCY = /(?:\bfrom|\bimport|\bimport\(|\bglob(?:<[^>]*>)?\(|\bnew URL\()\s*['"`](\.[^'"`]*)['"`]/g;

/** Folders of src that a file depends on, or `models`, the data beside src; throws for any other path. */
function foldersUsedBy(file: string, text = textOf(file)): string[] {
  const used = Array.from(text.matchAll(DEPENDENCY), ([, path]) => {
    const { pathname } = new URL(path, new URL(file, source));
    const inside = pathname.startsWith(source.pathname);
    if (!inside && !pathname.startsWith(models)) throw new Error(`${file} uses ${path}, which is not in src`);
    return inside ? pathname.slice(source.pathname.length).split('/') : ['models', ''];
  });
  return [...new Set(used.filter(({ length }) => length > 1).map(([folder]) => folder))];
}

/** Folders that a file uses against the rule: a folder may use only itself and rows above its own. */
const violations = (file: string, text?: string): string[] => {
  const [folder] = file.split('/');
  return foldersUsedBy(file, text).filter(
    (used) => used !== folder && used !== 'models' && rowOf(used) >= rowOf(folder),
  );
};

it('the table of floors has every folder of src, and no other', () => {
  const folders = readdirSync(source, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect([...floors.keys()].sort()).toEqual(folders.map(({ name }) => name).sort());
});

it.each([...floors.keys()])('src/%s uses only itself and the rows above it', (folder) => {
  const files = sourcesIn(folder);
  expect(files).not.toEqual([]);
  expect(files.flatMap((file) => violations(file).map((used) => `${file} uses ${used}`))).toEqual([]);
});

it.each(['core.ts', 'createCell.ts', 'diagramSvg.ts'])('%s has no view: it uses rows 0 to 4', (file) => {
  expect(foldersUsedBy(file).filter((folder) => rowOf(folder) > 4)).toEqual([]);
});

it.each([
  ["import { Page } from '../app/Page.tsx';", ['app']],
  ["import type { State } from '../store/state.ts';", ['store']],
  ["export * from '../io/link.ts';", ['io']],
  ["import '../theme/theme.css';", []],
  ["const late = import('../components/Root.tsx');", ['components']],
  ["new Worker(new URL('../training/worker.ts', import.meta.url))", ['training']],
  ["import { opOf } from '../ops/ops.ts';\nimport { layoutOf } from './layout.ts';", []],
])('the check itself finds what a file of src/figure may not use in %s', (text, expected) => {
  expect(violations('figure/picture.ts', text)).toEqual(expected);
});

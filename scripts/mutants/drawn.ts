import { readdirSync, readFileSync } from 'node:fs';
import { randomOf } from '../../src/training/random.ts';
import type { Mutant } from './named.ts';

/** Folders that compute without a page; the tests of each are in a folder of the same name and among the laws. */
export const pureFolders = ['analysis', 'cell', 'engine', 'figure', 'io', 'laboratory', 'notation', 'ops', 'text'];

/** Operators and literals to swap, with the spaces that the formatter puts around them. */
const swaps: readonly (readonly [from: string, to: string])[] = [
  [' === ', ' !== '],
  [' !== ', ' === '],
  [' < ', ' <= '],
  [' <= ', ' < '],
  [' > ', ' >= '],
  [' >= ', ' > '],
  [' + ', ' - '],
  [' - ', ' + '],
  [' * ', ' / '],
  [' / ', ' * '],
  [' && ', ' || '],
  [' || ', ' && '],
  ['Math.max(', 'Math.min('],
  ['Math.min(', 'Math.max('],
  ['.every(', '.some('],
  ['.some(', '.every('],
];

/** Lines without computation: comments, imports, types and prose. */
const PROSE = /^\s*(\*|\/\/|\/\*|import\b|export type\b|type\b|readonly\b|throw\b|[|}])|['"`]/;

/** All edits of one file; each changes a line that occurs only once. */
function editsOf(file: string, text: string, tests: readonly string[]): Mutant[] {
  const lines = text.split('\n').filter((line) => !PROSE.test(line));
  const alone = lines.filter((line) => text.indexOf(line) === text.lastIndexOf(line));
  return alone.flatMap((line) =>
    swaps
      .filter(([from]) => line.includes(from))
      .map(([from, to]) => ({ file, from: line, to: line.replace(from, to), tests })),
  );
}

/** The same number of edits from each folder, drawn from a seed. */
export function drawnMutants(folders: readonly string[], count: number, seed: number): readonly Mutant[] {
  const random = randomOf(seed);
  return folders.flatMap((folder) => {
    const files = readdirSync(`src/${folder}`, { recursive: true, encoding: 'utf8' })
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.wasm.ts'))
      .sort();
    const all = files.flatMap((file) => editsOf(file, readFileSync(`src/${file}`, 'utf8'), [folder, 'laws']));
    return Array.from({ length: Math.min(count, all.length) }, () => all.splice(random.whole(all.length), 1)[0]);
  });
}

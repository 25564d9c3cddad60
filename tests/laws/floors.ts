import { readdirSync, readFileSync } from 'node:fs';

const source = new URL('../../src/', import.meta.url);

/** Folders of src with their rows, from the table in docs/architecture.md. */
export const floors: ReadonlyMap<string, number> = new Map(
  Array.from(
    readFileSync(new URL('../../docs/architecture.md', import.meta.url), 'utf8').matchAll(
      /^\| (\d+) \| `(\w+)\/` \|/gm,
    ),
    ([, row, folder]) => [folder, Number(row)],
  ),
);

/** Row of a folder; throws if the table does not list it. */
export function rowOf(folder: string): number {
  const row = floors.get(folder);
  if (row === undefined) throw new Error(`The table in docs/architecture.md has no src/${folder}`);
  return row;
}

/** All TypeScript files of src, or of a folder in it, relative to src. */
export const sourcesIn = (folder = ''): string[] =>
  readdirSync(new URL(folder === '' ? './' : `${folder}/`, source), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder === '' ? '' : `${folder}/`}${name.replaceAll('\\', '/')}`)
    .filter((name) => /\.tsx?$/.test(name));

/** The text of a file of src. */
export const textOf = (file: string): string => readFileSync(new URL(file, source), 'utf8');

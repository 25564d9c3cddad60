import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The paths that executables of these names would have in the folders of PATH, name by name. */
export function pathsOf(names: readonly string[]): readonly string[] {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** The first executable of these names on PATH. */
export const onPath = (...names: readonly string[]): string | undefined => pathsOf(names).find(existsSync);

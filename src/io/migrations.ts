import type { Entries } from './query.ts';

/** The version that links are written in. */
export const VERSION = 1;

/** Turns the entries of one version into those of the next. */
export type Migration = (entries: Entries) => Entries;

/**
 * By the version they start from. A published key never changes its meaning: rename or reshape it in a new version
 * and put the step from the old one here, so that every old link keeps opening.
 */
const migrations: Readonly<Record<number, Migration>> = {};

/** The entries of an older version brought to the current one, step by step. */
export function migrated(
  entries: Entries,
  from: number,
  steps: Readonly<Record<number, Migration>> = migrations,
  to = VERSION,
): Entries {
  let current = entries;
  for (let version = from; version < to; version++) current = steps[version]?.(current) ?? current;
  return current;
}

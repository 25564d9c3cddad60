/** The largest number of distinct tokens, of rows of a table, and of characters of a text (5 MB). */
export const MAX_DISTINCT = 512;
export const MAX_ROWS = 10_000;
export const MAX_CHARACTERS = 5 * 2 ** 20;
/** The longest window, in timesteps. */
export const MAX_WINDOW = 200;

/** Returns the index of the first held-out one of n consecutive examples: the last fifth is never trained on. */
export function heldOutFrom(n: number): number {
  return n - Math.max(1, Math.floor(n / 5));
}

/** The longest window that leaves one window and what follows it to the held-out fifth of n. */
export function longestWindow(n: number): number {
  return Math.min(MAX_WINDOW, n - heldOutFrom(n) - 1);
}

/** The number of rows or tokens that windows of this length need. */
export function neededFor(window: number): number {
  return 5 * (window + 1);
}

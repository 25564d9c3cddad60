/** Random choices from a seed, so that a run can be repeated. */
export interface Draw {
  /** A whole number from 0 to below n. */
  below(n: number): number;
  of<T>(all: readonly T[]): T;
}

/** Mulberry32: enough for choosing what to press. */
export function drawFrom(seed: number): Draw {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (n: number): number => Math.floor(next() * n);
  return { below, of: (all) => all[below(all.length)] };
}

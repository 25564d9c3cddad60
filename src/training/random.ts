import { uniform } from '../engine/parameters.ts';

/** A seeded stream of random numbers: the same on every machine. */
export interface Random {
  /** Uniform in [0, 1). */
  real(): number;
  /** A whole number, 0 to n − 1. */
  whole(n: number): number;
}

/** The stream `seed` from its value `from` on. */
export function randomOf(seed: number, from = 0): Random {
  let k = from;
  const real = (): number => (uniform(seed, k++) + 1) / 2;
  return { real, whole: (n) => Math.floor(real() * n) };
}

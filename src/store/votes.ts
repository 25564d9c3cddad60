import type { OutputHead } from '../io/moment.ts';
import { type Figure, figure, type Summed, summed } from '../notation/summed.ts';

/** The contribution of one unit to an output: its weight times its hidden state. */
export interface Vote {
  readonly unit: number;
  readonly weight: Figure;
  readonly input: Figure;
  readonly value: number;
}

/** Splits the number y of output k at one timestep into the terms of W h, unit by unit, and b. */
export function votesOf({ W, b }: OutputHead, h: ArrayLike<number>, k: number, y: number): Summed<Vote> {
  const votes = Array.from(h, (value, unit): Vote => {
    const weight = W[k * h.length + unit];
    return { unit, weight: figure(weight), input: figure(value), value: weight * value };
  });
  return summed(votes, b[k], y);
}

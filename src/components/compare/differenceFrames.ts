import type { Tape } from '../../engine/tape.ts';
import { type Frames, framesOf } from '../timeline/frames.ts';

/** The difference a − b of a signal over the timesteps that both runs have; null where it has other sizes in them. */
export function differenceFrames(a: Tape, b: Tape, signal: string): Frames | null {
  const size = sizeIn(a, signal);
  if (size === null || sizeIn(b, signal) !== size) return null;
  const T = Math.min(a.length, b.length);
  const rows = new Float64Array(T * size);
  for (let t = 1; t <= T; t++) {
    const [one, other] = [a.values(signal, t), b.values(signal, t)];
    for (let k = 0; k < size; k++) rows[(t - 1) * size + k] = one[k] - other[k];
  }
  return framesOf(rows, size);
}

/** The number of units of a signal in a run; null where its cell has none of this name. */
export const sizeIn = (tape: Tape, signal: string): number | null => tape.program.slots.get(signal)?.size ?? null;

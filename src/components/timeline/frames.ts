import type { Slot } from '../../engine/program.ts';

/** Numbers over time as the strips read them: a tape, or anything laid out like one. */
export interface Frames {
  /** Timestep t (from 1) of a slot begins at t · program.frameSize + offset. */
  readonly data: Float64Array;
  /** The number of timesteps. */
  readonly length: number;
  readonly program: { readonly frameSize: number };
  slot(id: string): Slot;
}

/** The same frames up to a timestep. */
export const framesUntil = (frames: Frames, length: number): Frames => ({
  data: frames.data,
  program: frames.program,
  length,
  slot: (id) => frames.slot(id),
});

/** T rows of K numbers as frames with one slot, whatever its name. */
export function framesOf(rows: Float64Array, K: number): Frames {
  return { data: rows, length: rows.length / K, program: { frameSize: K }, slot: () => ({ offset: -K, size: K }) };
}

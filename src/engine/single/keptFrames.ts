import type { Program, Slot } from '../program.ts';
import type { SingleFrames } from '../tape.ts';
import type { FramesInMemory } from './single.ts';

/** The numbers given to a run, in float64, unchanged. */
export interface GivenNumbers {
  /** T·D numbers. */
  readonly x: Float64Array;
  /** By state id. */
  readonly initial: Readonly<Record<string, Float64Array>>;
}

/**
 * The frames of a run as a view of the memory of the kernels. Before that memory is written over, `leave` copies what
 * was seen through the view, so that a tape never changes.
 */
export class KeptFrames implements SingleFrames {
  constructor(
    private readonly program: Program,
    private readonly length: number,
    private readonly given: GivenNumbers,
    private frames: Omit<FramesInMemory, 'firstOutside'>,
  ) {}

  values(signal: string, t: number): Float64Array {
    const { size } = this.program.slots.get(signal) as Slot;
    const values = new Float64Array(size);
    this.write(signal, t, values, 0);
    return values;
  }

  all(): Float64Array {
    const { slots, frameSize } = this.program;
    const data = new Float64Array((this.length + 1) * frameSize);
    for (const [signal, { offset }] of slots)
      for (let t = 0; t <= this.length; t++) this.write(signal, t, data, t * frameSize + offset);
    return data;
  }

  /** Releases the memory for the next run. */
  leave(): void {
    const { memory, at, stride, vectors } = this.frames;
    const own = memory.slice(at, at + (this.length + 1) * stride);
    const moved = [...vectors].map(([id, vector]) => [id, { ...vector, at: vector.at - at }] as const);
    this.frames = { memory: own, at: 0, stride, vectors: new Map(moved) };
  }

  private write(signal: string, t: number, into: Float64Array, start: number): void {
    const { size } = this.program.slots.get(signal) as Slot;
    if (signal === 'x' || t === 0) {
      const values = this.givenOf(signal, t);
      if (values) into.set(values, start);
      return;
    }
    const { memory, stride, vectors } = this.frames;
    const at = (vectors.get(signal)?.at ?? 0) + t * stride;
    for (let k = 0; k < size; k++) into[start + k] = memory[at + k];
  }

  /** The given values in place of computed ones: x, and the states before the first timestep. */
  private givenOf(signal: string, t: number): Float64Array | undefined {
    const { D } = this.program.sizes;
    if (signal !== 'x') return this.given.initial[signal];
    return t === 0 ? undefined : this.given.x.subarray((t - 1) * D, t * D);
  }
}

import type { Ref } from '../cell/slot.ts';
import type { Parameters } from './parameters.ts';
import type { Program, Slot } from './program.ts';

/** Every signal of every timestep of one run. Frame 0 holds the initial states, frame t the timestep t = 1…T. */
export class Tape {
  constructor(
    readonly program: Program,
    /** What the program was run with; whatever is derived from the tape uses these. */
    readonly parameters: Parameters,
    readonly data: Float64Array,
    /** The number of timesteps. */
    readonly length: number,
    /** In what the signals were computed. float32 fills a float64, so that every number of the tape is exact. */
    readonly precision: 'float64' | 'float32' = 'float64',
  ) {}

  /** Where the signal (`x`, an id, or `<id>.pre` for a pre-activation) stands in a frame. Throws for unknown names. */
  slot(signal: string): Slot {
    const slot = this.program.slots.get(signal);
    if (!slot)
      throw new Error(
        `${this.program.cell.name} has no signal “${signal}”; it has ${[...this.program.slots.keys()].join(', ')}`,
      );
    return slot;
  }

  /** The values of a signal at timestep t: a view, not a copy. t = 0 gives the initial value of a state. */
  values(signal: string, t: number): Float64Array {
    if (!Number.isInteger(t) || t < 0 || t > this.length)
      throw new RangeError(`There is no timestep ${t}; the sequence has ${this.length}`);
    const { offset, size } = this.slot(signal);
    const start = t * this.program.frameSize + offset;
    return this.data.subarray(start, start + size);
  }

  /** The values that a reference means at timestep t. */
  read(ref: Ref, t: number): Float64Array {
    return this.values(ref.id, ref.kind === 'previous' ? t - 1 : t);
  }
}

import type { Ref } from '../cell/slot.ts';
import type { Parameters } from './parameters.ts';
import type { Program, Slot } from './program.ts';

/** The frames of a run in single precision, kept where they were computed. Every number of them is exact in float64. */
export interface SingleFrames {
  /** A copy of the values of a signal at timestep t. */
  values(signal: string, t: number): Float64Array;
  /** A copy of all frames, laid out as the program says. */
  all(): Float64Array;
}

/** Every signal of every timestep of a run. Frame 0 has the initial states, frame t the timestep t = 1…T. */
export class Tape {
  private whole: Float64Array | null;
  private readonly single: SingleFrames | null;

  constructor(
    readonly program: Program,
    /** The parameters of the run, which all its derivatives use. */
    readonly parameters: Parameters,
    frames: Float64Array | SingleFrames,
    /** T, the number of timesteps. */
    readonly length: number,
  ) {
    const inFloat64 = frames instanceof Float64Array;
    this.whole = inFloat64 ? frames : null;
    this.single = inFloat64 ? null : frames;
  }

  /** All frames, one after another: (T + 1) · `program.frameSize` numbers. */
  get data(): Float64Array {
    this.whole ??= (this.single as SingleFrames).all();
    return this.whole;
  }

  /** The precision in which the signals were computed. */
  get precision(): 'float64' | 'float32' {
    return this.single ? 'float32' : 'float64';
  }

  /** True if these are the frames of this tape. */
  isOf(frames: SingleFrames): boolean {
    return this.single === frames;
  }

  /** The position of a signal (`x`, an id, or `<id>.pre` for a pre-activation) in a frame. Throws an error that names what there is. */
  slot(signal: string): Slot {
    const slot = this.program.slots.get(signal);
    if (!slot)
      throw new Error(
        `${this.program.cell.name} has no signal “${signal}”; it has ${[...this.program.slots.keys()].join(', ')}`,
      );
    return slot;
  }

  /**
   * The values of a signal at timestep t, 1…T; of a state also its initial values, at t = 0. In float64 this is a view, not a
   * copy. Throws an error if there is no such signal or timestep.
   */
  values(signal: string, t: number): Float64Array {
    if (!Number.isInteger(t) || t < 0 || t > this.length)
      throw new RangeError(`There is no timestep ${t}; the sequence has ${this.length}`);
    const { offset, size } = this.slot(signal);
    if (!this.whole && this.single) return this.single.values(signal, t);
    const start = t * this.program.frameSize + offset;
    return this.data.subarray(start, start + size);
  }

  /** The values of a reference at timestep t. */
  read(ref: Ref, t: number): Float64Array {
    return this.values(ref.id, ref.kind === 'previous' ? t - 1 : t);
  }
}

/** A signal of all timesteps, row by row: T·n numbers, a copy. */
export const sequenceOf = (tape: Tape, signal: string): Float64Array => rowsIn(tape, tape.slot(signal));

/** The numbers of a slot of all timesteps, row by row. */
export function rowsIn({ program, data, length }: Tape, { offset, size }: Slot): Float64Array {
  const rows = new Float64Array(length * size);
  for (let t = 1; t <= length; t++) {
    const start = t * program.frameSize + offset;
    rows.set(data.subarray(start, start + size), (t - 1) * size);
  }
  return rows;
}

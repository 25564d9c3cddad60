import type { Section } from './assembler.ts';

/** A memory with instructions over it (`codes.ts`). */
export interface Machine {
  readonly memory: Float32Array;
  /** The instructions of a section, one after another at each timestep `from`…`to`, which may go backwards. */
  walk(section: Section, from: number, to: number): void;
  /** Each instruction for all timesteps `from`…`to` (from ≤ to) before the next. */
  sweep(section: Section, from: number, to: number): void;
  /**
   * The first k from `from` on, in steps of four, so that one of the numbers start + k … start + k + 3 of the memory is not
   * held by float32 (`isHeld`); n where there is none.
   */
  firstOutside(start: number, from: number, n: number): number;
}

/** The kernels in WebAssembly or TypeScript, which give the same bits. */
export interface SingleKernels {
  readonly kind: 'wasm' | 'plain';
  /** A machine with this code and `size` numbers of memory, all 0. */
  machine(code: Int32Array, size: number): Machine;
}

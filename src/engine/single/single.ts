import type { Program } from '../program.ts';
import type { Machine } from './machine.ts';

/** The shape of a single-precision network: layers of programs, bottom first, and K linear outputs on top of them. */
export interface SingleShape {
  readonly programs: readonly Program[];
  /** K; 0 for no head. */
  readonly outputs: number;
  /** The number of sequences computed side by side. */
  readonly batch: number;
  /** The most timesteps of a run. */
  readonly timesteps: number;
  /** Without room for derivatives: then `backward` and what comes of it are an error. */
  readonly forwardOnly?: boolean;
}

/** Weights by layer and name, and those of the head, in any array of numbers. */
export interface SingleWeights<A extends ArrayLike<number> = ArrayLike<number>> {
  readonly layers: readonly Readonly<Record<string, A>>[];
  readonly head: { readonly W: A; readonly b: A };
}

/** The frames 0…T of a layer in the memory of a network. */
export interface FramesInMemory {
  readonly memory: Float32Array;
  /** The address of each vector at timestep 0, by `x`, id and `<id>.pre`. */
  readonly vectors: ReadonlyMap<string, { readonly at: number; readonly size: number }>;
  /** The address of frame 0 and the distance between frames. */
  readonly at: number;
  readonly stride: number;
  /** As of the machine: the first four numbers with one that float32 does not hold. */
  readonly firstOutside: Machine['firstOutside'];
}

/**
 * A network in float32 over a batch: forward, backward, gradients. Vectors of a batch are stored unit by unit, the sequences
 * side by side: value of unit u of sequence b is at [u·batch + b]. Timesteps count from 1. The WebAssembly build and its
 * TypeScript twin give the same bits.
 */
export interface Single {
  readonly shape: SingleShape;
  /** The kernels in use: WebAssembly or TypeScript. */
  readonly kind: 'wasm' | 'plain';
  /** The input of timestep t to be written: D·batch numbers. */
  x(t: number): Float32Array;
  load(weights: SingleWeights): void;
  /** Runs timesteps 1…T, keeping every signal, from the declared initial states or what was written to `values` at 0. */
  forward(T: number): void;
  /** The outputs at timestep t: K·batch numbers. */
  outputs(t: number): Float32Array;
  /** dL/d(outputs) at timestep t to be written before `backward`: K·batch numbers; `forward` sets all of them to 0. */
  outputGradients(t: number): Float32Array;
  /** Backpropagation through time over the last run; with `window`, states carry no gradient across multiples of it. */
  backward(window?: number): void;
  /** Sums over batch and timesteps, of the last `backward`. Copies. */
  gradients(): SingleWeights<Float32Array>;
  /** A signal (`x`, id, `<id>.pre`) of a layer at timestep t (0: initial states): size·batch numbers, a view. */
  values(layer: number, signal: string, t: number): Float32Array;
  /**
   * All frames of a layer's forward run, as they are in memory: a view. The next run writes over it.
   */
  frames(layer: number): FramesInMemory;
  /** dL/d(signal), likewise, after `backward`; the bottom layer's `x` has none. */
  adjoint(layer: number, signal: string, t: number): Float32Array;
}

import { computed, startedTape } from './compute.ts';
import { checkInitial, checkParameters, checkSequence, type InitialStates } from './given.ts';
import type { Parameters } from './parameters.ts';
import type { Program } from './program.ts';
import type { Tape } from './tape.ts';

/** One cell with its parameters in a layer; with `reverse` it reads the sequence from its last timestep. */
export interface Pass {
  readonly program: Program;
  readonly parameters: Parameters;
  readonly reverse?: boolean;
  readonly initial?: InitialStates;
}

/** One pass, or several over the same input with their outputs side by side (one forward, one reverse: bidirectional). */
export type Layer = readonly Pass[];

/** A computed pass: its signals and its output. */
export interface PassRun {
  /** Every signal in the order in which it was computed: for a reverse pass frame 1 belongs to the last input. */
  readonly tape: Tape;
  readonly reverse: boolean;
  /** T·width numbers in the order of the input; 0 after the end of the sequence. */
  readonly output: Float64Array;
  /** The length of the output vector. */
  readonly width: number;
  /** The states after the last computed timestep. */
  readonly final: Readonly<Record<string, Float64Array>>;
}

/** All layers of a run, and the output of the top layer. */
export interface StackRun {
  /** The passes of each layer, from the bottom. */
  readonly layers: readonly (readonly PassRun[])[];
  /** The top layer's outputs side by side: T·width numbers. */
  readonly output: Float64Array;
  readonly width: number;
}

/**
 * Runs layers over one sequence of T·D numbers; each layer reads the outputs of the layer below. Only the first `length`
 * timesteps are computed, and a reverse pass starts at the last of these (ONNX `sequence_lens`). Throws an error that names
 * what does not fit.
 */
export function runStack(layers: readonly Layer[], x: ArrayLike<number>, length?: number): StackRun {
  const [bottom] = layers;
  if (!bottom?.length) throw new RangeError('A stack needs at least one layer with one pass');
  let below: { output: Float64Array; width: number } = {
    output: Float64Array.from(x),
    width: bottom[0].program.sizes.D,
  };
  checkSequence(x, below.width);
  const T = below.output.length / below.width;
  const computed = length ?? T;
  if (!Number.isInteger(computed) || computed < 0 || computed > T)
    throw new RangeError(`The length of the sequence is ${length}; it must be a whole number from 0 to ${T}`);
  const runs = layers.map((layer, depth) => {
    const passes = layer.map((pass) => {
      const { D } = pass.program.sizes;
      if (D !== below.width) throw new RangeError(`Layer ${depth + 1} takes ${D} inputs, but receives ${below.width}`);
      return runPass(pass, below.output, computed);
    });
    below = beside(passes, T);
    return passes;
  });
  return { layers: runs, ...below };
}

function runPass(
  { program, parameters, reverse = false, initial = {} }: Pass,
  x: Float64Array,
  length: number,
): PassRun {
  const { cell, sizes } = program;
  const { D } = sizes;
  checkParameters(cell, sizes, parameters);
  checkInitial(cell, sizes, initial);
  const valid = x.subarray(0, length * D);
  const tape = computed(startedTape(program, parameters, reverse ? backwards(valid, D) : valid, initial));
  const { id, dim } = cell.signals.find((signal) => signal.id === cell.output) ?? cell.signals[0];
  const width = program.sizes[dim];
  const output = new Float64Array((x.length / D) * width);
  for (let t = 1; t <= length; t++) output.set(tape.values(id, t), (reverse ? length - t : t - 1) * width);
  const final = cell.states.map((state) => [state.id, tape.values(state.id, length).slice()] as const);
  return { tape, reverse, output, width, final: Object.fromEntries(final) };
}

/** Rows of `width` numbers, last row first. */
export function backwards(rows: Float64Array, width: number): Float64Array {
  const result = new Float64Array(rows.length);
  for (let at = 0; at < rows.length; at += width) result.set(rows.subarray(at, at + width), rows.length - at - width);
  return result;
}

function beside(passes: readonly PassRun[], T: number): { output: Float64Array; width: number } {
  const width = passes.reduce((sum, pass) => sum + pass.width, 0);
  const output = new Float64Array(T * width);
  let column = 0;
  for (const pass of passes) {
    for (let t = 0; t < T; t++)
      output.set(pass.output.subarray(t * pass.width, (t + 1) * pass.width), t * width + column);
    column += pass.width;
  }
  return { output, width };
}

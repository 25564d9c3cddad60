import { addMatrixVector, addPlain, addScaled, woven } from './kernels.ts';
import type { Parameters } from './parameters.ts';
import type { MatrixRun, Program } from './program.ts';
import { Tape } from './tape.ts';

/** Vectors by state id; a state that is not named starts at its declared initial value. */
export type InitialStates = Readonly<Record<string, ArrayLike<number>>>;

/**
 * Runs the program over a sequence of T inputs (`x`: T·D numbers, row by row) and keeps every signal of every timestep.
 * Throws where a length does not fit.
 */
export function runForward(
  program: Program,
  parameters: Parameters,
  x: ArrayLike<number>,
  initial: InitialStates = {},
): Tape {
  const { sizes, frameSize, slots, biases, input, steps, cell } = program;
  if (x.length % sizes.D !== 0)
    throw new RangeError(`The sequence has ${x.length} numbers; that is no multiple of D = ${sizes.D}`);
  const T = x.length / sizes.D;
  const data = new Float64Array((T + 1) * frameSize);
  for (const state of cell.states) {
    const { offset, size } = slots.get(state.id) as { offset: number; size: number };
    const given = initial[state.id];
    if (given && given.length !== size)
      throw new RangeError(`The initial state ${state.id} needs ${size} values, not ${given.length}`);
    for (let k = 0; k < size; k++) data[offset + k] = given ? given[k] : state.initial;
  }
  const packed = new Map<MatrixRun, Float64Array>();
  const weightsOf = (run: MatrixRun): Float64Array => {
    const known = packed.get(run);
    if (known) return known;
    const made = pack(run, parameters);
    packed.set(run, made);
    return made;
  };
  for (let t = 0; t < T; t++) {
    const frame = (t + 1) * frameSize;
    for (let k = 0; k < sizes.D; k++) data[frame + k] = x[t * sizes.D + k];
    for (const { parameter, out } of biases) data.set(parameters[parameter], frame + out);
  }
  for (const run of input) {
    const w = weightsOf(run);
    for (let t = 0; t < T; t++) {
      const frame = (t + 1) * frameSize;
      addMatrixVector(data, frame + run.out, w, run.rows, frame + run.source, run.columns);
    }
  }
  for (let t = 0; t < T; t++) {
    const frame = (t + 1) * frameSize;
    for (const step of steps) {
      if (step.kind === 'op')
        step.loop(data, frame + step.out, frame + step.a, frame + step.b, step.size, step.constants);
      else if (step.kind === 'matrix')
        addMatrixVector(
          data,
          frame + step.run.out,
          weightsOf(step.run),
          step.run.rows,
          frame + step.run.source,
          step.run.columns,
        );
      else if (step.term.parameter === null)
        addPlain(data, frame + step.term.out, frame + step.term.source, step.term.size);
      else
        addScaled(
          data,
          frame + step.term.out,
          parameters[step.term.parameter],
          frame + step.term.source,
          step.term.size,
        );
    }
  }
  return new Tape(program, data, T);
}

function pack(run: MatrixRun, parameters: Parameters): Float64Array {
  const w = new Float64Array(run.rows * run.columns);
  let at = 0;
  for (const name of run.parameters) {
    w.set(parameters[name], at);
    at += parameters[name].length;
  }
  return woven(w, run.rows, run.columns);
}

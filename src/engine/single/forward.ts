import { type InitialStates, runForward, startedTape } from '../forward.ts';
import type { Parameters } from '../parameters.ts';
import type { Program } from '../program.ts';
import type { Tape } from '../tape.ts';
import { createSingle } from './createSingle.ts';
import { loadSingleKernels } from './load.ts';
import type { SingleKernels } from './machine.ts';
import { plainKernels } from './plain.ts';

/** Runs one program over a sequence of T inputs (T·D numbers) and keeps every signal. */
export type Run = (parameters: Parameters, x: Float64Array, initial?: InitialStates) => Tape;

/** How many timesteps are run at once: it bounds the memory and decides no number. */
const CHUNK = 256;

/** float32 has no more than this. */
const LARGEST = 3.4028234663852886e38;

/**
 * A run whose signals are computed in single precision; inputs and initial states stand in the tape as they were given.
 * What float32 cannot hold is run in float64. Throws where a length does not fit.
 */
export function singleRun(program: Program, kernels: SingleKernels): Run {
  const shape = { programs: [program], outputs: 0, batch: 1, timesteps: CHUNK, forwardOnly: true };
  const single = createSingle(shape, kernels);
  const { cell, sizes, frameSize, slots } = program;
  const computed = [...slots].filter(([id]) => id !== 'x');
  return (parameters, x, initial = {}) => {
    const tape = startedTape(program, x, initial);
    const { data, length: T } = tape;
    single.load({ layers: [parameters], head: { W: [], b: [] } });
    for (let before = 0; before < T; before += CHUNK) {
      const n = Math.min(CHUNK, T - before);
      for (const { id } of cell.states) single.values(0, id, 0).set(tape.values(id, before));
      for (let t = 1; t <= n; t++) single.x(t).set(x.subarray((before + t - 1) * sizes.D, (before + t) * sizes.D));
      single.forward(n);
      for (let t = 1; t <= n; t++)
        for (const [id, { offset }] of computed) data.set(single.values(0, id, t), (before + t) * frameSize + offset);
    }
    return held(data) ? tape : runForward(program, parameters, x, initial);
  };
}

/** Whether no number was too large for float32. */
function held(data: Float64Array): boolean {
  for (let k = 0; k < data.length; k++) if (!(data[k] <= LARGEST && data[k] >= -LARGEST)) return false;
  return true;
}

/** The kernels as they are: TypeScript until WebAssembly, which is asked for by the first call, has come. */
export function comingKernels(): () => SingleKernels {
  let kernels = plainKernels;
  let asked = false;
  return () => {
    if (!asked)
      void loadSingleKernels().then((loaded) => {
        kernels = loaded;
      });
    asked = true;
    return kernels;
  };
}

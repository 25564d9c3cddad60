import type { Fill } from '../forward.ts';
import type { Program } from '../program.ts';
import { createSingle } from './createSingle.ts';
import { loadSingleKernels } from './load.ts';
import type { SingleKernels } from './machine.ts';

/** Prepares a program to be run in single precision; null where there is no room for it. */
export type SingleRuns = (program: Program) => Fill | null;

/** How many timesteps are run at once: it bounds the memory and decides no number. */
const CHUNK = 256;

/** float32 has no more than this. */
const LARGEST = 3.4028234663852886e38;
/** The product of two numbers from here on still has all digits of float32. */
const LEAST = 2 ** -63;

/**
 * Computes the signals of tapes of this program in single precision, a float32 in each float64; inputs and initial states
 * stay as they were given. Refuses what float32 cannot hold, being too large or too small.
 */
export function singleRun(program: Program, kernels: SingleKernels): Fill {
  const shape = { programs: [program], outputs: 0, batch: 1, timesteps: CHUNK, forwardOnly: true };
  const single = createSingle(shape, kernels);
  const { cell, frameSize, slots } = program;
  const computed = [...slots].filter(([id]) => id !== 'x');
  return (tape) => {
    const { data, parameters, length: T } = tape;
    if (![data, ...Object.values(parameters)].every(held)) return false;
    single.load({ layers: [parameters], head: { W: [], b: [] } });
    for (let before = 0; before < T; before += CHUNK) {
      const n = Math.min(CHUNK, T - before);
      for (const { id } of cell.states) single.values(0, id, 0).set(tape.values(id, before));
      for (let t = 1; t <= n; t++) single.x(t).set(tape.values('x', before + t));
      single.forward(n);
      for (let t = 1; t <= n; t++)
        for (const [id, { offset }] of computed) data.set(single.values(0, id, t), (before + t) * frameSize + offset);
    }
    return held(data);
  };
}

/** Whether every number is 0 or of a size that float32 has, and has in products. */
function held(data: Float64Array): boolean {
  for (let k = 0; k < data.length; k++) {
    const size = Math.abs(data[k]);
    if (!(size === 0 || (size >= LEAST && size <= LARGEST))) return false;
  }
  return true;
}

/**
 * Runs in single precision by WebAssembly; null where it is missing or forbidden, for in TypeScript float64 is the
 * faster of the two. Never rejects.
 */
export async function loadSingleRuns(): Promise<SingleRuns | null> {
  const kernels = await loadSingleKernels();
  if (kernels.kind === 'plain') return null;
  return (program) => {
    try {
      return singleRun(program, kernels);
    } catch {
      // no memory, or an engine that makes large modules elsewhere only: float64 needs neither
      return null;
    }
  };
}

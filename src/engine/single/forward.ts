import { exponentsOf } from '../../cell/exponents.ts';
import type { Fill } from '../forward.ts';
import type { Program, Slot } from '../program.ts';
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
  const unwritten = [...exponentsOf(cell)].map((id) => slots.get(id) as Slot);
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
    return heldBut(data, frameSize, unwritten);
  };
}

/** Whether every number is 0 or of a size that float32 has, and has in products. */
const held = (data: Float64Array): boolean => data.every(fits);

function fits(value: number): boolean {
  const size = Math.abs(value);
  return size === 0 || (size >= LEAST && size <= LARGEST);
}

/** The same of whole frames, where the numbers in these slots may be −∞ as well. */
function heldBut(data: Float64Array, frameSize: number, slots: readonly Slot[]): boolean {
  const may = new Uint8Array(frameSize);
  for (const { offset, size } of slots) may.fill(1, offset, offset + size);
  return data.every((value, k) => fits(value) || (value === Number.NEGATIVE_INFINITY && may[k % frameSize] === 1));
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

import type { Parameter } from '../../cell/cell.ts';
import { exponentsOf } from '../../cell/exponents.ts';
import { lengthOf } from '../../cell/sizes.ts';
import type { Runner } from '../forward.ts';
import type { Parameters } from '../parameters.ts';
import type { Program } from '../program.ts';
import { Tape } from '../tape.ts';
import { createSingle } from './createSingle.ts';
import { type GivenNumbers, KeptFrames } from './keptFrames.ts';
import { loadSingleKernels } from './load.ts';
import type { SingleKernels } from './machine.ts';
import { areHeld, isHeld } from './range.ts';
import type { FramesInMemory, Single } from './single.ts';

/** Prepares a program to be run in single precision; null where there is no room for it. */
export type SingleRuns = (program: Program) => Runner | null;

/** The fewest timesteps that there is room for. */
const ROOM = 256;

/**
 * Runs this program in single precision; inputs and initial states stay as they were given. The tape is a view of the
 * kernels' memory, and takes a copy only when the next run comes while it is still in use. Weights are loaded where they
 * are other arrays than those of the run before: an array that has been run with must not be written to. Refuses what
 * float32 cannot hold, being too large or too small, and what does not fit the program.
 */
export function singleRun(program: Program, kernels: SingleKernels): Runner {
  const { cell, sizes, slots } = program;
  const exponents = exponentsOf(cell);
  const roomFor = (timesteps: number): Single =>
    createSingle({ programs: [program], outputs: 0, batch: 1, timesteps, forwardOnly: true }, kernels);
  let single = roomFor(ROOM);
  let loaded: Parameters = {};
  let shown: WeakRef<KeptFrames> | null = null;

  const load = (parameters: Parameters): boolean => {
    const changed = cell.parameters.filter(({ name }) => parameters[name] !== loaded[name]);
    if (changed.length === 0) return true;
    const fits = (parameter: Parameter): boolean => parameters[parameter.name]?.length === lengthOf(parameter, sizes);
    if (!changed.every(fits) || !changed.every(({ name }) => areHeld(parameters[name]))) return false;
    single.load({ layers: [parameters], head: { W: [], b: [] } });
    loaded = parameters;
    return true;
  };
  const start = ({ x, initial }: GivenNumbers): void => {
    const { memory, vectors, stride } = single.frames(0);
    const { at, size } = vectors.get('x') as { at: number; size: number };
    for (let t = 1, k = 0; k < x.length; t++) for (let d = 0; d < size; d++, k++) memory[at + t * stride + d] = x[k];
    for (const [id, values] of Object.entries(initial)) memory.set(values, vectors.get(id)?.at);
  };

  return (parameters, sequence, states, over) => {
    const T = sequence.length / sizes.D;
    const fits = Object.entries(states).every(([id, values]) => values.length === slots.get(id)?.size);
    const known = Object.keys(states).every((id) => cell.states.some((state) => state.id === id));
    if (!Number.isInteger(T) || !fits || !known || !areHeld(sequence) || !Object.values(states).every(areHeld))
      return null;
    const last = shown?.deref();
    if (last && !over?.isOf(last)) last.leave();
    shown = null;
    if (T > single.shape.timesteps) {
      single = roomFor(T);
      loaded = {};
    }
    if (!load(parameters)) return null;
    const given = {
      x: Float64Array.from(sequence),
      initial: Object.fromEntries(
        cell.states.map(({ id, dim, initial }) => [
          id,
          states[id] ? Float64Array.from(states[id]) : new Float64Array(sizes[dim]).fill(initial),
        ]),
      ),
    };
    start(given);
    if (T > 0) single.forward(T);
    const frames = single.frames(0);
    if (!areFramesHeld(frames, T, exponents)) return null;
    const kept = new KeptFrames(program, T, given, frames);
    shown = new WeakRef(kept);
    return new Tape(program, parameters, kept, T);
  };
}

/** The values allowed at a place in a frame: those of float32, −∞ besides, or anything in the padding of a vector. */
const HELD = 0;
const EXPONENT = 1;
const FILLING = 2;

/** True if float32 represents the frames 1…T, except for −∞ in the vectors `but`. */
function areFramesHeld(frames: FramesInMemory, T: number, but: ReadonlySet<string>): boolean {
  const { memory, at, stride, vectors } = frames;
  const places = new Uint8Array(stride).fill(FILLING);
  for (const [id, vector] of vectors) {
    const first = vector.at - at;
    places.fill(but.has(id) ? EXPONENT : HELD, first, first + vector.size);
  }
  const [start, n] = [at + stride, T * stride];
  for (let k = frames.firstOutside(start, 0, n); k < n; k = frames.firstOutside(start, k + 4, n))
    for (let one = k; one < k + 4; one++) {
      const value = memory[start + one];
      const place = places[one % stride];
      if (place === FILLING || (place === EXPONENT && value === Number.NEGATIVE_INFINITY)) continue;
      if (!isHeld(value)) return false;
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

import fc from 'fast-check';
import type { Cell } from '../../src/cell/cell.ts';
import { lengthOf, type Sizes, sizesOf } from '../../src/cell/sizes.ts';
import { runForward } from '../../src/engine/forward.ts';
import type { InitialStates } from '../../src/engine/given.ts';
import type { Parameters } from '../../src/engine/parameters.ts';
import { compile } from '../../src/engine/program.ts';
import type { Tape } from '../../src/engine/tape.ts';
import { opOf } from '../../src/ops/ops.ts';

/** Parameters whose values depend on their name and the seed alone, all in ±scale, biases included. */
export function randomParameters(cell: Cell, sizes: Sizes, seed: number, scale: number): Parameters {
  return Object.fromEntries(
    cell.parameters.map((parameter) => {
      const stream = [...parameter.name].reduce((sum, letter) => Math.imul(sum, 31) + letter.charCodeAt(0), seed);
      return [parameter.name, randomVector(stream, lengthOf(parameter, sizes), scale)];
    }),
  );
}

/** Values in ±scale from a linear congruential generator (Numerical Recipes' constants). */
export function randomVector(seed: number, length: number, scale: number): Float64Array {
  let state = seed >>> 0;
  for (let k = 0; k < 4; k++) state = (Math.imul(state ^ (state >>> 15), 1664525) + 1013904223) >>> 0;
  return Float64Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return scale * (state / 2147483648 - 1);
  });
}

export interface Setting {
  readonly D: number;
  readonly H: number;
  readonly T: number;
  readonly scale: number;
  readonly seed: number;
}

/** Small cells with tame, steep or saturating parameters. */
export const settings = fc.record<Setting>({
  D: fc.integer({ min: 1, max: 4 }),
  H: fc.integer({ min: 1, max: 6 }),
  T: fc.integer({ min: 1, max: 6 }),
  scale: fc.constantFrom(0.5, 2, 20),
  seed: fc.integer({ min: 0, max: 1e9 }),
});

export function tapeOf(cell: Cell, { D, H, T, scale, seed }: Setting, initial: InitialStates = {}): Tape {
  const sizes = sizesOf(D, H);
  return runForward(
    compile(cell, sizes),
    randomParameters(cell, sizes, seed, scale),
    randomVector(seed + 1, T * D, 1),
    initial,
  );
}

/** Distance of the run from the nearest kink of an operation (relu at 0, max at a tie, a hard sigmoid at its ends). */
export function distanceToKink({ program, data, length }: Tape): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (const step of program.steps)
    if (step.kind === 'op' && ['relu', 'max', 'hardSigmoid'].includes(step.op))
      for (let t = 1; t <= length; t++)
        for (let k = 0; k < step.size; k++) {
          const at = t * program.frameSize + k;
          const against = opOf(step.op).arity === 2 ? data[at + step.b] : 0;
          const [slope, shift] = step.constants;
          const kinks = step.op === 'hardSigmoid' ? [-shift / slope, (1 - shift) / slope] : [against];
          for (const kink of kinks) nearest = Math.min(nearest, Math.abs(data[at + step.a] - kink));
        }
  return nearest;
}

/** Length scale over which the run bends; for a layer norm, the least standard deviation of its input. */
export function bendOf({ program, data, length }: Tape): number {
  let shortest = 0.1;
  for (const step of program.steps)
    if (step.kind === 'op' && step.op === 'normalise' && step.size > 1)
      for (let t = 1; t <= length; t++) {
        const at = t * program.frameSize + step.a;
        shortest = Math.min(
          shortest,
          opOf(step.op).statistics?.(data.subarray(at, at + step.size)).deviation ?? shortest,
        );
      }
  return shortest;
}

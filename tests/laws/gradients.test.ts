import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sizesOf } from '../../src/cell/sizes.ts';
import { runBackward } from '../../src/engine/backward.ts';
import { runForward } from '../../src/engine/forward.ts';
import { compile, type Program } from '../../src/engine/program.ts';
import type { Tape } from '../../src/engine/tape.ts';
import { someCells } from '../everyCell.ts';
import { bendOf, distanceToKink, randomParameters, randomVector } from './running.ts';

/** Everything a run depends on, as flat vectors by name: parameters, x, and initial states. */
type Point = Readonly<Record<string, Float64Array>>;

function runAt(program: Program, point: Point): Tape {
  const { states, parameters } = program.cell;
  const initial = Object.fromEntries(states.map(({ id }) => [id, point[`initial ${id}`]]));
  return runForward(program, Object.fromEntries(parameters.map(({ name }) => [name, point[name]])), point.x, initial);
}

const setting = fc.record({
  D: fc.integer({ min: 1, max: 3 }),
  H: fc.integer({ min: 1, max: 5 }),
  T: fc.integer({ min: 1, max: 5 }),
  scale: fc.constantFrom(0.3, 1, 2),
  seed: fc.integer({ min: 0, max: 1e9 }),
});

describe('the gradient of any weighting of all signals is what finite differences give', () => {
  it.each(someCells.map(({ name, cell }) => [name, cell] as const))('%s', (_, cell) => {
    fc.assert(
      fc.property(setting, ({ D, H, T, scale, seed }) => {
        const sizes = sizesOf(D, H);
        const program = compile(cell, sizes);
        const point: Point = {
          ...randomParameters(cell, sizes, seed, scale),
          x: randomVector(seed + 1, T * D, 1),
          ...Object.fromEntries(
            cell.states.map(({ id, dim }, k) => [`initial ${id}`, randomVector(seed + 2 + k, sizes[dim], 0.5)]),
          ),
        };
        // the normaliser of a cell that divides by one is positive in every run
        point['initial n']?.forEach((v, k, n) => {
          n[k] = 1 + v;
        });
        const tape = runAt(program, point);
        fc.pre(distanceToKink(tape) > 0.02);
        const weights = randomVector(seed + 9, tape.data.length, 1);
        const loss = ({ data }: Tape): number => data.reduce((sum, value, k) => sum + value * weights[k], 0);
        const { parameters, x, initial } = runBackward(tape, ({ data }) => data.set(weights));
        const derivative = (name: string): Float64Array =>
          name === 'x' ? x : (parameters[name] ?? initial[name.replace('initial ', '')]);

        for (const [name, values] of Object.entries(point)) {
          const direction = randomVector(seed + 17, values.length, 1);
          const difference = (h: number): number => {
            const [up, down] = [h, -h].map((step) =>
              loss(runAt(program, { ...point, [name]: values.map((v, k) => v + step * direction[k]) })),
            );
            return (up - down) / (2 * h);
          };
          const actual = derivative(name).reduce((sum, v, k) => sum + v * direction[k], 0);
          // Richardson: the central difference without its h² and h⁴ terms
          const expectedBy = (step: number): number => {
            const [one, two, four] = [1, 2, 4].map((times) => difference(times * step));
            return (64 * one - 20 * two + four) / 45;
          };
          const error = (expected: number): number => Math.abs(actual - expected) / Math.max(1, Math.abs(expected));
          // where a short step loses digits to rounding, a longer one does not
          const bend = bendOf(tape);
          const found = [1e-3, 4e-3, 2.5e-4].map((times) => () => expectedBy(times * bend));
          if (!found.some((expected) => error(expected()) < 1e-8))
            expect.fail(`${name}: ${actual} instead of ${found.map((expected) => expected()).join(' or ')}`);
        }
      }),
      { numRuns: 5 },
    );
  });
});

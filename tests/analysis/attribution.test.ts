import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  attributionOf,
  meanInput,
  outputQuestion,
  type Readout,
  unitQuestion,
} from '../../src/analysis/attribution.ts';
import { frobeniusNorm, spectralNorm } from '../../src/analysis/norms.ts';
import { cellOf } from '../../src/cell/cell.ts';
import { sizesOf } from '../../src/cell/sizes.ts';
import { registry } from '../../src/cells/index.ts';
import { rnn } from '../../src/cells/rnn.ts';
import { runForward } from '../../src/engine/forward.ts';
import { compile } from '../../src/engine/program.ts';
import type { Tape } from '../../src/engine/tape.ts';
import { rememberFirst } from '../../src/presets/rememberFirst.ts';
import { createDerive } from '../../src/store/derive.ts';
import { randomParameters, randomVector } from '../laws/running.ts';

const read = (tape: Tape, { signal, timestep, direction }: Readout): number =>
  tape.values(signal, timestep).reduce((sum, v, u) => sum + direction[u] * v, 0);

/** A run of a registered cell, with a head of three outputs. */
const setting = fc
  .record({
    cell: fc.nat(registry.length - 1),
    H: fc.integer({ min: 1, max: 5 }),
    T: fc.integer({ min: 1, max: 6 }),
    seed: fc.nat(1e6),
  })
  .map(({ cell: index, H, T, seed }) => {
    const cell = cellOf(registry[index]);
    const sizes = sizesOf(3, H);
    const program = compile(cell, sizes);
    const parameters = randomParameters(cell, sizes, seed, 0.8);
    const x = randomVector(seed + 1, T * 3, 1);
    const initial = Object.fromEntries(
      cell.states.map(({ id, dim }) => [id, randomVector(seed + 2, sizes[dim], 0.3).map((v) => v + 0.5)]),
    );
    const head = { W: randomVector(seed + 3, 3 * H, 1), b: randomVector(seed + 4, 3, 1) };
    return {
      program,
      parameters,
      x,
      initial,
      head,
      T,
      run: (input: Float64Array) => runForward(program, parameters, input, initial),
    };
  });

describe('attribution', () => {
  it('has the gradient that finite differences give', () => {
    fc.assert(
      fc.property(setting, fc.nat(2), ({ program, x, head, T, run }, k) => {
        const question = outputQuestion(program, head, k, T);
        const { gradient, gradientTimesInput } = attributionOf(run(x), question, [0, 0, 0]);
        for (let t = 1; t <= T; t++) {
          const slope = [0, 1, 2].map((d) => {
            const at = (t - 1) * 3 + d;
            const moved = (by: number): number => read(run(x.map((v, n) => (n === at ? v + by : v))), question);
            return (moved(1e-5) - moved(-1e-5)) / 2e-5;
          });
          expect(gradient[t - 1]).toBeCloseTo(Math.hypot(...slope), 6);
          expect(gradientTimesInput[t - 1]).toBeCloseTo(
            slope.reduce((sum, g, d) => sum + g * x[(t - 1) * 3 + d], 0),
            6,
          );
        }
      }),
      { numRuns: 40 },
    );
  });
  it('has the occlusion that a run of the whole sequence with a blank in it gives', () => {
    fc.assert(
      fc.property(setting, fc.nat(2), ({ program, x, head, T, run }, k) => {
        const asked = Math.max(1, T - 1);
        const tape = run(x);
        const blank = meanInput(tape);
        const question = outputQuestion(program, head, k, asked);
        const { occlusion, answer } = attributionOf(tape, question, blank);
        expect(occlusion).toHaveLength(asked);
        for (let t = 1; t <= asked; t++) {
          const without = x.slice();
          without.set(blank, (t - 1) * 3);
          expect(occlusion[t - 1]).toBeCloseTo(answer - read(run(without), question), 10);
        }
      }),
      { numRuns: 60 },
    );
  });
  it('agrees with itself where the cell is linear: gradient times input is the occlusion, and all add up', () => {
    const cell = cellOf(rnn, { activation: 'relu' });
    const sizes = sizesOf(2, 3);
    const program = compile(cell, sizes);
    const positive = (values: Float64Array): Float64Array => values.map((v) => Math.abs(v) + 0.1);
    const parameters = Object.fromEntries(
      Object.entries(randomParameters(cell, sizes, 7, 0.5)).map(([name, w]) => [name, positive(w)]),
    );
    const x = positive(randomVector(8, 10, 1));
    const tape = runForward(program, parameters, x);
    const question = unitQuestion(program, 'h', 1, 5);
    const { gradientTimesInput, occlusion, answer } = attributionOf(tape, question, [0, 0]);
    gradientTimesInput.forEach((v, k) => {
      expect(v).toBeCloseTo(occlusion[k], 10);
    });
    const nothing = read(runForward(program, parameters, new Float64Array(10)), question);
    expect(occlusion.reduce((a, b) => a + b, 0)).toBeCloseTo(answer - nothing, 10);
  });
  it('shows of a cell built to keep the first flagged value that this one alone counts, by the right amounts', () => {
    const { tape, program } = createDerive()(rememberFirst.inputs);
    const flagged = (t: number): number => tape.values('x', t)[0];
    const { gradient, occlusion, answer } = attributionOf(tape, unitQuestion(program, 'C', 0, tape.length), [0, 0]);
    expect(answer).toBeCloseTo(Math.tanh(flagged(4)), 12);
    for (let t = 1; t <= tape.length; t++)
      if (t !== 4) {
        expect(gradient[t - 1]).toBeLessThan(1e-12);
        expect(Math.abs(occlusion[t - 1])).toBeLessThan(1e-12);
      }
    expect(gradient[3]).toBeCloseTo(1 - Math.tanh(flagged(4)) ** 2, 12);
    // without the first flag the second one is the first
    expect(occlusion[3]).toBeCloseTo(Math.tanh(flagged(4)) - Math.tanh(flagged(14)), 12);
  });
  it('asks of one output its value, and of several how far one stands above the mean of the rest', () => {
    const program = compile(cellOf(rnn), sizesOf(1, 2));
    const ask = (W: number[], b: number[], k: number) => [
      ...(outputQuestion(program, { W: Float64Array.from(W), b: Float64Array.from(b) }, k, 1)
        .direction as Float64Array),
    ];
    expect(ask([3, 4], [9], 0)).toEqual([3, 4]);
    expect(ask([1, 2, 5, 7], [0, 0], 1)).toEqual([4, 5]);
    expect(ask([6, 0, 2, 2, 0, 4], [0, 0, 0], 0)).toEqual([5, -3]);
  });
});

describe('norms', () => {
  it('give the golden ratio for [1 1; 1 0] and √2·|a| for equal columns', () => {
    expect(spectralNorm([1, 1, 1, 0], 2)).toBeCloseTo((1 + Math.sqrt(5)) / 2, 12);
    expect(spectralNorm([3, 3, 4, 4], 2)).toBeCloseTo(5 * Math.SQRT2, 12);
    expect(frobeniusNorm([3, 3, 4, 4])).toBeCloseTo(5 * Math.SQRT2, 12);
  });
  it('are the largest number of a diagonal matrix and the root of the sum of squares', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: 1, maxLength: 8 }), (entries) => {
        const n = entries.length;
        const matrix = new Float64Array(n * n);
        entries.forEach((v, k) => {
          matrix[k * n + k] = v;
        });
        expect(spectralNorm(matrix, n)).toBeCloseTo(Math.max(...entries.map(Math.abs)), 8);
        expect(frobeniusNorm(matrix)).toBeCloseTo(Math.hypot(...entries), 10);
      }),
    );
  });
  it('are bounds of each other, and no vector is lengthened by more', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 6 }),
        fc.nat(1e6),
        (rows, columns, seed) => {
          const matrix = randomVector(seed, rows * columns, 2);
          const v = randomVector(seed + 1, columns, 1);
          const product = Array.from({ length: rows }, (_, r) =>
            v.reduce((sum, value, c) => sum + matrix[r * columns + c] * value, 0),
          );
          const spectral = spectralNorm(matrix, columns);
          expect(Math.hypot(...product)).toBeLessThanOrEqual(spectral * Math.hypot(...v) * (1 + 1e-6));
          expect(spectral).toBeLessThanOrEqual(frobeniusNorm(matrix) * (1 + 1e-12));
          expect(frobeniusNorm(matrix)).toBeLessThanOrEqual(spectral * Math.sqrt(Math.min(rows, columns)) * (1 + 1e-6));
        },
      ),
    );
  });
  it('hold for numbers whose squares leave the range of floats, and say where one is not a number', () => {
    expect(spectralNorm([3e-200, 0, 0, 4e-200], 2) / 4e-200).toBeCloseTo(1, 9);
    expect(frobeniusNorm([3e200, 4e200]) / 5e200).toBeCloseTo(1, 12);
    expect(spectralNorm([0, 0], 1)).toBe(0);
    expect(spectralNorm([1, Number.POSITIVE_INFINITY], 1)).toBe(Number.POSITIVE_INFINITY);
    expect(spectralNorm([1, Number.NaN], 1)).toBeNaN();
  });
});

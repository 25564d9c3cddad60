import { describe, expect, it } from 'vitest';
import type { Cell } from '../../src/cell/cell.ts';
import { createSingle } from '../../src/engine/single/createSingle.ts';
import { opOf } from '../../src/ops/ops.ts';
import { someCells } from '../everyCell.ts';
import { answers, oracle, runSingle, type Setup, subjectOf } from './singleNetwork.ts';

const shapes: readonly Omit<Setup, 'cell' | 'scale' | 'seed'>[] = [
  { D: 2, H: 3, K: 2, layers: 1, batch: 1, T: 20 },
  { D: 1, H: 6, K: 3, layers: 2, batch: 3, T: 7, window: 3 },
  { D: 5, H: 4, K: 1, layers: 2, batch: 4, T: 9 },
  { D: 3, H: 5, K: 5, layers: 1, batch: 16, T: 12, window: 4 },
  { D: 4, H: 1, K: 2, layers: 2, batch: 6, T: 1 },
  { D: 3, H: 28, K: 4, layers: 1, batch: 1, T: 3 },
];

/** Largest error relative to the largest reference value, or to 1 if that is smaller. */
function errorOf(actual: Float32Array, expected: Float64Array): number {
  const scale = expected.reduce((most, value) => (Number.isFinite(value) ? Math.max(most, Math.abs(value)) : most), 1);
  const off = (value: number, k: number): number => (actual[k] === value ? 0 : Math.abs(actual[k] - value));
  return expected.reduce((most, value, k) => Math.max(most, off(value, k)), 0) / scale;
}

/** A layer norm divides by the standard deviation of its input, which amplifies rounding. */
const toleranceFor = (cell: Cell): number => (cell.signals.some(({ op }) => opOf(op).statistics) ? 2e-4 : 2e-5);

describe('a network in single precision computes what float64 does, but for rounding', () => {
  it.each(someCells.map(({ name, cell }) => [name, cell] as const))('%s', (_, cell) => {
    for (const [k, shape] of shapes.entries()) {
      const subject = subjectOf({ cell, ...shape, scale: 0.7, seed: 7 + k });
      const single = createSingle(subject.shape);
      runSingle(single, subject);
      const actual = answers(single, subject);
      const expected = oracle(subject);
      expect([...actual.keys()].sort()).toEqual([...expected.keys()].sort());
      for (const [name, values] of expected) {
        expect(actual.get(name)?.length, name).toBe(values.length);
        const error = errorOf(actual.get(name) as Float32Array, values);
        if (!(error < toleranceFor(cell))) expect.fail(`${name}: off by ${error} with ${JSON.stringify(shape)}`);
      }
    }
  });
});

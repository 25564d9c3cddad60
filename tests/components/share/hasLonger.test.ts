import { expect, test } from 'vitest';
import { hasLonger } from '../../../src/components/share/hasLonger.ts';
import { defaultInputs } from '../../../src/io/defaults.ts';
import { seededWeights } from '../../../src/io/weights.ts';
import { withGiven } from '../../store/given.ts';

const numbers = (...values: number[]) => Float64Array.from(values);

test('rounding is worth an offer where a weight, or one of the head, has more digits than would be left', () => {
  const values = { W: numbers(0.1234, -5), b: numbers(1e-7) };
  const head = { outputs: ['a'], asks: 'class', W: numbers(0.25), b: numbers(0) } as const;
  expect(hasLonger(withGiven(defaultInputs, { values }).weights, 4)).toBe(false);
  expect(hasLonger(withGiven(defaultInputs, { values, head }).weights, 4)).toBe(false);
  expect(hasLonger(withGiven(defaultInputs, { values }).weights, 3)).toBe(true);
  expect(hasLonger(withGiven(defaultInputs, { head: { ...head, b: numbers(1 / 3) } }).weights, 4)).toBe(true);
  expect(hasLonger(seededWeights(), 4)).toBe(false);
});

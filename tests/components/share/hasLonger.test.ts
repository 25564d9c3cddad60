import { expect, test } from 'vitest';
import { hasLonger } from '../../../src/components/share/hasLonger.ts';

const numbers = (...values: number[]) => Float64Array.from(values);

test('rounding is worth an offer where a weight, or one of the head, has more digits than would be left', () => {
  const edited = { W: numbers(0.1234, -5), b: numbers(1e-7) };
  const head = { outputs: ['a'], asks: 'class', W: numbers(0.25), b: numbers(0) } as const;
  expect(hasLonger({ edited, head: null }, 4)).toBe(false);
  expect(hasLonger({ edited, head }, 4)).toBe(false);
  expect(hasLonger({ edited, head: null }, 3)).toBe(true);
  expect(hasLonger({ edited: {}, head: { ...head, b: numbers(1 / 3) } }, 4)).toBe(true);
  expect(hasLonger({ edited: {}, head: null }, 4)).toBe(false);
});

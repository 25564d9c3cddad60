import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rangeScale, scaled, standardScale, unscaled } from '../../src/text/scales.ts';

test('scales have the values of the textbook', () => {
  expect(standardScale([2, 4, 4, 4, 5, 5, 7, 9])).toEqual({ offset: 5, factor: 2 });
  expect(rangeScale([-3, 1, 5])).toEqual({ offset: -3, factor: 8 });
});

test('a constant is only shifted, and no values at all leave numbers as they are', () => {
  for (const scale of [standardScale, rangeScale]) {
    expect(scale([7, 7])).toEqual({ offset: 7, factor: 1 });
    expect(scale([])).toEqual({ offset: 0, factor: 1 });
  }
});

test('very large and very small numbers have a standard deviation too', () => {
  for (const size of [1e-170, 1e170]) expect(standardScale([-size, size]).factor / size).toBeCloseTo(1, 12);
});

test('scaling is finite and can be undone', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -1e100, max: 1e100, noNaN: true }), { minLength: 1 }),
      fc.constantFrom(standardScale, rangeScale),
      (values, scaleOf) => {
        const scale = scaleOf(values);
        const size = Math.max(...values.map(Math.abs), scale.factor);
        for (const value of values) {
          expect(Number.isFinite(scaled(value, scale))).toBe(true);
          expect(Math.abs(unscaled(scaled(value, scale), scale) - value)).toBeLessThanOrEqual(1e-12 * size);
        }
      },
    ),
  );
});

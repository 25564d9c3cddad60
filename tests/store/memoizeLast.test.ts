import { expect, test, vi } from 'vitest';
import { memoizeLast } from '../../src/store/memoizeLast.ts';

test('the last calls, as many as are kept, are not computed again; a call that throws changes nothing', () => {
  const compute = vi.fn((a: number, b = 0): { readonly sum: number } => {
    if (a < 0) throw new RangeError('negative');
    return { sum: a + b };
  });
  const two = memoizeLast(compute, 2);
  const [one, other] = [two(1), two(1, 2)];
  expect(() => two(-1)).toThrow('negative');
  expect([two(1), two(1, 2)].map((found, k) => found === [one, other][k])).toEqual([true, true]);
  expect(compute).toHaveBeenCalledTimes(3);
  // of three, the one that was computed first is forgotten
  two(3);
  expect(two(1, 2)).toBe(other);
  expect(two(1)).not.toBe(one);
  expect(two(1)).toEqual(one);
});

test('one call is kept where nothing else is asked for', () => {
  const compute = vi.fn((a: number): readonly number[] => [a]);
  const last = memoizeLast(compute);
  expect(last(Number.NaN)).toBe(last(Number.NaN));
  last(0);
  last(-0);
  expect(compute).toHaveBeenCalledTimes(3);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { curveThrough, heightsOf, MAX_CURVE, stroked } from '../../../src/components/input/curve.ts';

const thousandth = fc.integer({ min: -1000, max: 1000 }).map((n) => n / 1000);
const heights = fc.array(thousandth, { minLength: 2, maxLength: MAX_CURVE });

describe('a curve', () => {
  test('through heights has these heights', () => {
    fc.assert(
      fc.property(heights, (given) => {
        expect(heightsOf(curveThrough(given))).toEqual(given.map((v) => v + 0));
      }),
    );
  });

  test('keeps both ends at any number of timesteps', () => {
    fc.assert(
      fc.property(heights, fc.integer({ min: 2, max: MAX_CURVE }), (given, n) => {
        const resized = heightsOf(curveThrough(given, n)) ?? [];
        expect(resized).toHaveLength(n);
        expect([resized[0], resized[n - 1]]).toEqual([given[0] + 0, given[given.length - 1] + 0]);
      }),
    );
  });

  test('is not what has two columns, is scaled, or leaves −1 … 1', () => {
    const one = { kind: 'numbers', columns: ['a'], rows: [[0], [1]], scaling: 'none' } as const;
    expect(heightsOf(one)).toEqual([0, 1]);
    expect(heightsOf({ ...one, scaling: 'range' })).toBeNull();
    expect(heightsOf({ ...one, rows: [[0], [1.001]] })).toBeNull();
    expect(
      heightsOf({
        ...one,
        columns: ['a', 'b'],
        rows: [
          [0, 1],
          [1, 1],
        ],
      }),
    ).toBeNull();
    expect(heightsOf({ kind: 'text', text: 'a', unit: 'words', vocabulary: null })).toBeNull();
  });
});

describe('a stroke', () => {
  test('sets what lies under it to the straight line, in both directions, and nothing else', () => {
    expect(stroked([9, 9, 9, 9, 9, 9], [1, 0], [4, 3])).toEqual([9, 0, 1, 2, 3, 9]);
    expect(stroked([9, 9, 9, 9, 9, 9], [4, 3], [1, 0])).toEqual([9, 0, 1, 2, 3, 9]);
    expect(stroked([9, 9, 9], [1, 5], [1, 2])).toEqual([9, 2, 9]);
  });
});

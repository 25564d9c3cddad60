import { expect, test } from 'vitest';
import { openedView } from '../../src/lesson/opened.ts';
import { home } from '../../src/presets/index.ts';
import { courseOf, gapOf, lastDrawn, MAX_DRAWN, stroked } from '../../src/questions/curve.ts';
import { createGatescope } from '../../src/store/gatescope.ts';

const entries = { preset: 'trained-anbn-lstm', t: '12' };
const { moment } = await openedView({ line: 1, entries, ownText: false, asked: null }, null, home);
const { tape } = createGatescope({ initial: moment }).derived();

test('a curve is as far from the values of the run as it was moved away from them, and furthest where it was moved most', () => {
  const values = courseOf(tape, 'C', 2, 12, 22);
  expect(values).toEqual(Array.from({ length: 11 }, (_, k) => tape.values('C', 12 + k)[2]));
  const away = [0.5, -1, 0, 2, -4, 0, 0, 1, 0.25, 0.25, 0];
  const { mean, worst } = gapOf(
    values.map((value, k) => value + away[k]),
    values,
  );
  expect(mean).toBeCloseTo(9 / 11, 12);
  expect(worst).toBe(4);
  // the counter of aaa…bbb…: a reader who draws one step down for every b after the first is nearly right
  const drawn = values.map((_, k) => values[0] - Math.max(0, k));
  expect(gapOf(drawn, values).mean).toBeLessThan(0.15);
  expect(gapOf(drawn.toReversed(), values).mean).toBeGreaterThan(3);
});

test('a value that is no number is the largest gap', () => {
  expect(gapOf([0, 9, 0], [0, 0, Number.NaN])).toEqual({ mean: Number.POSITIVE_INFINITY, worst: 2 });
});

test('a stroke gives every column that it crosses the height at its middle, in either direction', () => {
  const none = [null, null, null, null];
  expect(stroked(none, { x: 0, y: 0 }, { x: 4, y: 8 })).toEqual([1, 3, 5, 8]);
  expect(stroked(none, { x: 3.5, y: 7 }, { x: 1.5, y: 3 })).toEqual([null, 3, 5, 7]);
  expect(stroked([9, 9, 9, 9], { x: 2.2, y: 1 }, { x: 2.4, y: 2 })).toEqual([9, 9, 2, 9]);
  // beyond the ends, the first or the last column is drawn
  expect(stroked(none, { x: -3, y: 1 }, { x: -2, y: 2 })).toEqual([2, null, null, null]);
});

test('a curve ends within the sequence, and after as many timesteps as can be drawn', () => {
  expect([lastDrawn(5, undefined, 9), lastDrawn(5, 8, 9), lastDrawn(5, 12, 9), lastDrawn(5, 2, 9)]).toEqual([
    5, 8, 9, 5,
  ]);
  expect(lastDrawn(5, 99, 200)).toBe(4 + MAX_DRAWN);
});

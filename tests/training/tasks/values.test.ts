import { describe, expect, test } from 'vitest';
import { randomOf } from '../../../src/training/random.ts';
import type { Example, Task } from '../../../src/training/task.ts';
import { taskOf } from '../../../src/training/tasks/index.ts';
import { sineOfTurns } from '../../../src/training/tasks/sine.ts';

function drawn(id: string, level: number, count = 200): readonly Example[] {
  const random = randomOf(31);
  return Array.from({ length: count }, () => (taskOf(id) as Task).example(random, level));
}

test.each([2, 3, 20, 200])('of %i numbers the marked two are added, one of each half', (T) => {
  for (const { x, tokens, targets, tracks } of drawn('adding', T)) {
    const values = tokens.map((_, t) => x[2 * t]);
    const marks = tokens.map((_, t) => x[2 * t + 1]);
    expect(marks.filter((mark) => mark === 1)).toHaveLength(2);
    expect(marks.filter((mark) => mark === 0)).toHaveLength(T - 2);
    expect(marks.slice(0, Math.floor(T / 2))).toContain(1);
    expect(values.every((value) => value >= 0 && value < 1)).toBe(true);
    const sum = values.reduce((total, value, t) => total + value * marks[t], 0);
    expect(targets).toEqual([...tokens.slice(1).map(() => null), expect.closeTo(sum, 14)]);
    expect(tracks.sum.at(-1)).toBeCloseTo(sum, 14);
    expect(tracks.marked.at(-1)).toBe(2);
    expect(tokens.filter((token) => token.endsWith('×'))).toHaveLength(2);
  }
});

test('the sine is that of the engine', () => {
  for (let k = -5000; k <= 5000; k++) {
    const turns = k / 999;
    const whole = Math.round(turns);
    expect(Math.abs(sineOfTurns(turns) - Math.sin(2 * Math.PI * (turns - whole)))).toBeLessThan(1e-15);
  }
  expect([0, 0.25, 0.5, 0.75, 1].map(sineOfTurns)).toEqual([0, 1, 0, -1, 0].map((value) => expect.closeTo(value, 15)));
});

/** The largest distance of a series from the sine of this period that its timesteps 1 and 2 determine. */
function distanceFromSine(series: readonly number[], period: number): number {
  const w = (2 * Math.PI) / period;
  const a = series[0];
  const b = (series[1] - a * Math.cos(w)) / Math.sin(w);
  return Math.max(...series.map((value, t) => Math.abs(value - a * Math.cos(w * t) - b * Math.sin(w * t))));
}

describe.each([1, 2, 3, 4])('a sum of %i sines', (n) => {
  const examples = drawn('sines', n);
  test('is the sum of sines of its periods, and the answer is its next value', () => {
    for (const { x, targets, tracks } of examples) {
      const parts = Object.values(tracks).filter((values) => values.every(Number.isFinite));
      expect(parts).toHaveLength(n);
      for (const [k, part] of parts.entries()) expect(distanceFromSine(part, [25, 11, 17, 7][k])).toBeLessThan(1e-12);
      for (const t of x.keys())
        expect(x[t]).toBeCloseTo(
          parts.reduce((sum, part) => sum + part[t], 0),
          14,
        );
      expect(targets.slice(0, -1)).toEqual([...x.slice(1)]);
      expect(x.every((value) => Math.abs(value) <= 1)).toBe(true);
    }
  });
  test('follows from as many values as count: a linear recurrence of order 2n gives each next one', () => {
    // the product of 1 − 2 cos(w) z + z² over the sines: its other coefficients, negated, weigh the values before
    const polynomial = [25, 11, 17, 7].slice(0, n).reduce(
      (product, period) => {
        const factor = [1, -2 * Math.cos((2 * Math.PI) / period), 1];
        return Array.from({ length: product.length + 2 }, (_, k) =>
          factor.reduce((sum, one, j) => sum + one * (product[k - j] ?? 0), 0),
        );
      },
      [1],
    );
    for (const { x, targets, determined } of examples)
      for (const [t, target] of targets.entries()) {
        expect(determined?.[t]).toBe(t + 1 >= 2 * n);
        if (!determined?.[t]) continue;
        const next = polynomial.slice(1).reduce((sum, weight, j) => sum - weight * x[t - j], 0);
        expect(Math.abs(next - (target as number))).toBeLessThan(1e-12);
      }
  });
});

test.each([0, 50, 200])('a wave under noise of %i % is that wave and noise of the stated size', (percent) => {
  const examples = drawn('noisy', percent, 400);
  const noise = examples.flatMap(({ tracks }) => tracks.noise);
  for (const { x, tracks, targets } of examples) {
    expect(distanceFromSine(tracks.wave, 12)).toBeLessThan(1e-12);
    expect(tracks.next.slice(0, -1)).toEqual(tracks.wave.slice(1));
    for (const t of x.keys()) expect(x[t]).toBe(tracks.wave[t] + tracks.noise[t]);
    expect(targets.slice(0, -1)).toEqual([...x.slice(1)]);
  }
  expect(Math.max(...noise.map(Math.abs))).toBeLessThanOrEqual(percent / 100);
  expect(Math.abs(noise.reduce((sum, value) => sum + value / noise.length, 0))).toBeLessThanOrEqual(percent / 5000);
  const error = examples.flatMap(({ targets, tracks }) =>
    targets.map((value, t) => (value as number) - tracks.next[t]),
  );
  const floor = (percent / 100) ** 2 / 3;
  expect(Math.abs(error.reduce((sum, e) => sum + (e * e) / error.length, 0) - floor)).toBeLessThanOrEqual(0.02 * floor);
});

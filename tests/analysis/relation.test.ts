import { describe, expect, it } from 'vitest';
import { correlation, correlationRatio } from '../../src/analysis/relation.ts';

const vector = (...values: number[]) => Float64Array.from(values);

/** Anscombe 1973, “Graphs in statistical analysis”: his first two data sets, whose r he prints as 0.816. */
const x = vector(10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5);
const first = vector(8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68);
const second = vector(9.14, 8.14, 8.74, 8.77, 9.26, 8.1, 6.13, 3.1, 9.13, 7.26, 4.74);

describe('correlation', () => {
  it('is what Anscombe printed for his data', () => {
    expect(correlation(x, first)).toBeCloseTo(0.81642, 5);
    expect(correlation(x, second)).toBeCloseTo(0.81624, 5);
  });
  it('is ±1 for lines and 0 for a parabola around its axis', () => {
    expect(
      correlation(
        x,
        x.map((v) => 3 * v - 7),
      ),
    ).toBeCloseTo(1, 14);
    expect(
      correlation(
        x,
        x.map((v) => 2 - v / 9),
      ),
    ).toBeCloseTo(-1, 14);
    expect(correlation(vector(-2, -1, 0, 1, 2), vector(4, 1, 0, 1, 4))).toBe(0);
  });
  it('is 1 − 6 Σ d² / (n (n² − 1)) for ranks (Spearman 1904)', () => {
    const a = [1, 2, 3, 4, 5, 6, 7];
    const b = [2, 1, 4, 3, 7, 5, 6];
    const squares = a.reduce((sum, rank, k) => sum + (rank - b[k]) ** 2, 0);
    expect(correlation(vector(...a), vector(...b))).toBeCloseTo(1 - (6 * squares) / (7 * 48), 14);
  });
  it('is 0 where one side never changes, or nothing was seen', () => {
    expect(correlation(vector(3, 3, 3), vector(1, 2, 3))).toBe(0);
    expect(correlation(vector(1, 2, 3), vector(5, 5, 5))).toBe(0);
    expect(correlation(vector(), vector())).toBe(0);
  });
});

describe('correlation ratio', () => {
  it('is what the textbook example of three subjects gives: η² = 6780 / 9640', () => {
    const algebra = [45, 70, 29, 15, 21];
    const geometry = [40, 20, 30, 42];
    const statistics = [65, 95, 80, 70, 85, 73];
    const scores = vector(...algebra, ...geometry, ...statistics);
    const subjects = vector(0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2);
    expect(correlationRatio(scores, subjects) ** 2).toBeCloseTo(6780 / 9640, 12);
  });
  it('is |r| for two classes', () => {
    const classes = x.map((v) => (v > 8 ? 1 : 0));
    expect(correlationRatio(first, classes)).toBeCloseTo(Math.abs(correlation(first, classes)), 14);
    expect(
      correlationRatio(
        first.map((v) => -v),
        classes,
      ),
    ).toBeCloseTo(Math.abs(correlation(first, classes)), 14);
  });
  it('does not mind how classes are numbered', () => {
    const classes = vector(0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1);
    const renamed = classes.map((c) => [7, -3, 1.5][c]);
    expect(correlationRatio(first, renamed)).toBeCloseTo(correlationRatio(first, classes), 14);
  });
  it('is 0 where the unit never changes and 1 where it knows the class', () => {
    expect(correlationRatio(vector(2, 2, 2), vector(0, 1, 2))).toBe(0);
    expect(correlationRatio(vector(5, -1, 5, 0), vector(0, 1, 0, 2))).toBeCloseTo(1, 14);
  });
});

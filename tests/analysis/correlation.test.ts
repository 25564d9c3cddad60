import { describe, expect, it } from 'vitest';
import { correlation } from '../../src/analysis/correlation.ts';

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
  it('is √(p q) (mean of one side − mean of the other) / deviation for a truth', () => {
    const truth = x.map((v) => (v > 8 ? 1 : 0));
    const [yes, no] = [1, 0].map((wanted) => [...first].filter((_, k) => truth[k] === wanted));
    const mean = (values: number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
    const all = [...first];
    const deviation = Math.sqrt(mean(all.map((v) => (v - mean(all)) ** 2)));
    const share = yes.length / all.length;
    const expected = (Math.sqrt(share * (1 - share)) * (mean(yes) - mean(no))) / deviation;
    expect(correlation(first, truth)).toBeCloseTo(expected, 14);
  });
  it('is 0 where one side never changes, or nothing was seen', () => {
    expect(correlation(vector(3, 3, 3), vector(1, 2, 3))).toBe(0);
    expect(correlation(vector(1, 2, 3), vector(5, 5, 5))).toBe(0);
    expect(correlation(vector(), vector())).toBe(0);
  });
});

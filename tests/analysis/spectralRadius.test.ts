import { describe, expect, it } from 'vitest';
import { spectralRadius } from '../../src/analysis/norms.ts';

describe('the size of the largest eigenvalue', () => {
  it('is that of a rotation, of a diagonal, of a matrix that stretches once and then nothing', () => {
    expect(spectralRadius([0, -3, 3, 0], 2)).toBeCloseTo(3, 3);
    expect(spectralRadius([0.5, 0, 0, -2], 2)).toBeCloseTo(2, 3);
    expect(spectralRadius([0.9, 100, 0, 0.9], 2)).toBeCloseTo(0.9, 2);
    expect(spectralRadius([0, 5, 0, 0], 2)).toBe(0);
  });
});

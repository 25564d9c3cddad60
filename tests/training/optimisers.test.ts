import { describe, expect, it } from 'vitest';
import { clipNorm, clipValue, normOf } from '../../src/training/clipping.ts';
import { noMoments, type OptimiserName, type Rates, step } from '../../src/training/optimisers.ts';

const rates: Rates = { rate: 0.1, momentum: 0.5, decay: 0 };

/** The weight after some steps with these derivatives. */
function after(optimiser: OptimiserName, derivatives: readonly number[], given: Rates, start = 1): number {
  const weights = { w: Float64Array.of(start) };
  const moments = noMoments(weights);
  for (const d of derivatives) step(optimiser, weights, { w: Float64Array.of(d) }, moments, given);
  return weights.w[0];
}

describe('weight decay', () => {
  it('of AdamW shrinks the weights by themselves, whatever the gradient', () => {
    const given = { ...rates, decay: 0.2 };
    expect(after('adamw', [0, 0, 0], given, 8)).toBeCloseTo(8 * 0.98 * 0.98 * 0.98, 14);
    expect(after('adamw', [3], given, 8)).toBeCloseTo(8 * 0.98 - 0.1, 8);
  });
  it.each(['sgd', 'momentum', 'rmsprop', 'adam'] as const)('of %s is the gradient of half the square', (optimiser) => {
    expect(after(optimiser, [0.5], { ...rates, decay: 0.2 }, 4)).toBe(after(optimiser, [0.5 + 0.2 * 4], rates, 4));
  });
});

describe('the first step', () => {
  it.each(['adam', 'adamw'] as const)('of %s is the learning rate, whatever the scale of the gradient', (optimiser) => {
    for (const scale of [1e-4, 1, 1e4]) expect(after(optimiser, [scale], rates)).toBeCloseTo(0.9, 4);
  });
  it('of RMSprop is ten times the learning rate', () => expect(after('rmsprop', [5], rates)).toBeCloseTo(0, 6));
});

it('momentum keeps a share of the step before', () => {
  expect(after('momentum', [1, 0, 0], rates)).toBeCloseTo(1 - 0.1 - 0.05 - 0.025, 14);
});

describe('clipping', () => {
  const gradient = () => ({ a: Float64Array.of(3, 0), b: Float64Array.of(-4) });
  it('by norm keeps the direction', () => {
    const clipped = gradient();
    expect(normOf(clipped)).toBe(5);
    clipNorm(clipped, 5, 1);
    expect(clipped.a[0] / clipped.b[0]).toBeCloseTo(-0.75, 14);
    expect(normOf(clipped)).toBeCloseTo(1, 6);
  });
  it('leaves a short gradient as it is', () => {
    const clipped = gradient();
    clipNorm(clipped, 5, 6);
    expect(clipped).toEqual(gradient());
  });
  it('by value cuts each derivative', () => {
    const clipped = gradient();
    clipValue(clipped, 3.5);
    expect([...clipped.a, ...clipped.b]).toEqual([3, 0, -3.5]);
  });
});

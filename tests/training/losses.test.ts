import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { softmax } from '../../src/ops/softmax.ts';
import { crossEntropy, type Loss, squaredError } from '../../src/training/losses.ts';

const value = fc.double({ min: -30, max: 30, noNaN: true });
/** A batch with K outputs and a target each, some of which do not count. */
const asked = fc
  .record({ K: fc.integer({ min: 1, max: 6 }), batch: fc.integer({ min: 1, max: 5 }) })
  .chain(({ K, batch }) =>
    fc.record({
      batch: fc.constant(batch),
      outputs: fc.array(value, { minLength: K * batch, maxLength: K * batch }),
      targets: fc.array(fc.oneof(fc.constant(Number.NaN), fc.integer({ min: 0, max: K - 1 })), {
        minLength: batch,
        maxLength: batch,
      }),
    }),
  );

const losses: readonly (readonly [string, Loss])[] = [
  ['cross-entropy', crossEntropy],
  ['the squared error', squaredError],
];

describe.each(losses)('%s', (name, loss) => {
  it('has the derivatives of finite differences', () => {
    fc.assert(
      fc.property(asked, ({ outputs, targets, batch }) => {
        const given = name === 'cross-entropy' ? outputs : outputs.slice(0, batch);
        const derivatives = new Float64Array(given.length);
        loss(given, targets, 0.25, derivatives);
        const step = 1e-4;
        for (let k = 0; k < given.length; k++) {
          const at = (d: number): number => loss(given.with(k, given[k] + d), targets, 0.25);
          expect(derivatives[k]).toBeCloseTo((at(step) - at(-step)) / (2 * step), 5);
        }
      }),
    );
  });
  it('counts nothing that is not asked', () => {
    const derivatives = new Float64Array(4);
    expect(loss([1, 2, 3, 4], [Number.NaN, Number.NaN], 1, derivatives)).toBe(0);
    expect([...derivatives]).toEqual([0, 0, 0, 0]);
  });
});

describe('cross-entropy', () => {
  it('is −ln of the probability that the softmax gives to the right class', () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 8 }), fc.nat(), (y, n) => {
        const right = n % y.length;
        const p = softmax(y)[right];
        if (p > 1e-300) expect(crossEntropy(y, [right], 1)).toBeCloseTo(-Math.log(p), 9);
      }),
    );
  });
  it('of equal outputs is ln K', () => expect(crossEntropy([7, 7, 7], [1], 1)).toBeCloseTo(Math.log(3), 14));
  it('of outputs beyond all exponentials is their distance', () => {
    expect(crossEntropy([1e4, -1e4], [1], 1)).toBe(2e4);
    expect(crossEntropy([1e4, -1e4], [0], 1)).toBe(0);
  });
  it('takes the outputs of a batch side by side', () => {
    const two = crossEntropy([1, 5, 2, -1, 0, 3], [2, 0], 1);
    expect(two).toBeCloseTo(crossEntropy([1, 2, 0], [2], 1) + crossEntropy([5, -1, 3], [0], 1), 14);
  });
});

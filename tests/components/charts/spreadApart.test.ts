import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spreadApart } from '../../../src/components/charts/spreadApart.ts';

describe('names at the ends of lines', () => {
  it('stay where they are wanted when they have room', () => {
    expect(spreadApart([0.9, 0.1, 0.5], 0.1)).toEqual([0.9, 0.1, 0.5]);
  });
  it('move apart evenly around where they are wanted', () => {
    const [a, b] = spreadApart([0.5, 0.5], 0.2);
    expect([a, b]).toEqual([expect.closeTo(0.4), expect.closeTo(0.6)]);
  });
  it('keep their order, their distance and the chart, as long as all have room', () => {
    const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(shares, (wanted) => {
        const apart = 0.1;
        const places = spreadApart(wanted, apart);
        const sorted = [...places].sort((a, b) => a - b);
        expect(sorted[0]).toBeGreaterThanOrEqual(-1e-9);
        expect(sorted[sorted.length - 1]).toBeLessThanOrEqual(1 + 1e-9);
        for (let k = 1; k < sorted.length; k++) expect(sorted[k] - sorted[k - 1]).toBeGreaterThan(apart - 1e-9);
        for (const [k, a] of wanted.entries())
          for (const [n, b] of wanted.entries()) if (a < b) expect(places[k]).toBeLessThan(places[n]);
      }),
    );
  });
});

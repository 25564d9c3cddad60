import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addMatrixVector } from '../../src/engine/kernels.ts';

test('a matrix times a vector, added to what was there, is the sum of the definition', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 13 }), fc.integer({ min: 1, max: 9 }), fc.nat(), (rows, columns, seed) => {
      // small whole numbers, so that every order of summation gives the same bits
      const entry = (k: number): number => ((k * 2654435761 + seed) % 17) - 8;
      const w = Float64Array.from({ length: rows * columns }, (_, k) => entry(k));
      const data = Float64Array.from({ length: columns + rows + 1 }, (_, k) => entry(k + 1000));
      const expected = data.slice();
      for (let r = 0; r < rows; r++)
        for (let c = 0; c < columns; c++) expected[columns + r] += w[r * columns + c] * data[c];
      const views = Array.from({ length: rows }, (_, r) => w.subarray(r * columns, (r + 1) * columns));
      addMatrixVector(data, columns, views, data.slice(0, columns));
      expect(data).toEqual(expected);
    }),
  );
});

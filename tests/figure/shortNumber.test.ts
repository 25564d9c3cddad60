import { expect, it } from 'vitest';
import { shortNumber } from '../../src/figure/paint.ts';
import { readBack } from '../../src/notation/number.ts';

it.each([
  [0, '0.00'],
  [-0.0023, '−0.0023'],
  [0.00499, '0.0050'],
  [-0.014, '−0.014'],
  [0.57, '0.57'],
  [-12.34, '−12.3'],
  [-0.00013, '−0.00013'],
  [0.0000134, '1.3×10⁻⁵'],
  [12345, '12345'],
  [-1234567, '−1.2×10⁶'],
])('the picture writes %d as %s', (value, text) => {
  expect(shortNumber(value)).toBe(text);
});

it('the picture never makes 0 of what is not, nor another size', () => {
  for (let size = 1e-7; size < 1e7; size *= 1.7) {
    const read = Math.abs(readBack(shortNumber(-size).replace('×', ' × ')));
    expect(Math.abs(read / size - 1), `${size}`).toBeLessThan(0.051);
  }
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decimalText } from '../../src/text/decimal.ts';

test.each([
  [1e-9, '0.000000001'],
  [-1.5e-7, '-0.00000015'],
  [1e21, '1000000000000000000000'],
  [0.25, '0.25'],
  [-3, '-3'],
])('%d in decimal digits is %s', (value, text) => expect(decimalText(value)).toBe(text));

test('the digits are those of the number, as far as a hundred places reach', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      expect(decimalText(value)).toMatch(/^-?\d+(\.\d+)?$/);
      if (Math.abs(value) > 1e-80) expect(Number(decimalText(value))).toBe(value);
    }),
  );
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { balanced } from '../../src/notation/balanced.ts';
import { amount, atLeast, displayed, percentage, readBack } from '../../src/notation/number.ts';

const share = fc.oneof(
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.double({ min: 1 - 1e-3, max: 1, noNaN: true }),
  fc.double({ min: 0, max: 1e-3, noNaN: true }),
  // where a percentage changes its number of digits
  fc.double({ min: 0.004, max: 0.012, noNaN: true }),
);

test('the least of several shares is never printed larger than it is, nor as “at least almost”', () => {
  expect(atLeast(0.9995)).toBe('above 99.9\u202f%');
  expect(atLeast(0.798)).toBe('above 79\u202f%');
  expect(atLeast(0.0075)).toBe('above 0\u202f%');
  expect(atLeast(1)).toBe('of at least 100\u202f%');
  fc.assert(
    fc.property(share, (one) => {
      const [, number] = /^(?:above|of at least) ([\d.]+)\s%$/.exec(atLeast(one)) ?? [];
      expect(Number(number) / 100).toBeLessThanOrEqual(one + 1e-12);
      expect(Number(number) / 100).toBeGreaterThan(one - 0.0101);
    }),
  );
});

describe('displayed numbers', () => {
  test.each([
    [0.92345, '0.92'],
    [-0.3, '−0.30'],
    [0, '0'],
    [-0, '0'],
    [1, '1'],
    [-12, '−12'],
    [0.0123, '0.012'],
    [-0.00056, '−0.00056'],
    [3.2e-7, '3.2 × 10⁻⁷'],
    [-1.25e9, '−1.3 × 10⁹'],
    [Number.NaN, 'NaN'],
    [Number.NEGATIVE_INFINITY, '−∞'],
  ])('%d is written %s', (value, text) => {
    expect(displayed(value)).toBe(text);
  });

  test.each([
    [3e30, '3 × 10³⁰'],
    [-2e-7, '−2 × 10⁻⁷'],
    [5.5, '6'],
    [50, '50'],
  ])('%d is written %s without decimals', (value, text) => {
    expect(displayed(value, 0)).toBe(text);
  });

  test('reading one back gives the value to two digits', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e300, max: 1e300, noNaN: true }), (value) => {
        const back = readBack(displayed(value));
        expect(Math.abs(back - value)).toBeLessThanOrEqual(0.051 * Math.abs(value) + 1e-320);
      }),
    );
  });
});

describe('percentages', () => {
  test.each([
    [0.5, '50\u202f%'],
    [0.996, '99.6\u202f%'],
    [0.99996, 'almost 100\u202f%'],
    [1, '100\u202f%'],
    [0, '0\u202f%'],
    [0.004, '0.4\u202f%'],
    [1e-9, 'almost 0\u202f%'],
    [-0.2, '−20\u202f%'],
    [1.00001, 'just over 100\u202f%'],
    [Number.NaN, 'NaN'],
  ])('%d is %s', (value, text) => {
    expect(percentage(value)).toBe(text);
  });

  test('100 % and 0 % are said of exactly 1 and 0 only', () => {
    fc.assert(
      fc.property(share, (value) => {
        expect(percentage(value) === '100\u202f%').toBe(value === 1);
        expect(percentage(value) === '0\u202f%').toBe(value === 0);
      }),
    );
  });
});

describe('amounts in words', () => {
  /** Range of percentages that each word allows. */
  const meaning: Record<string, readonly [number, number]> = {
    nothing: [0, 0],
    'almost nothing': [0, 5],
    little: [5, 25],
    'less than half': [25, 49],
    'about half': [45, 55],
    'more than half': [51, 75],
    most: [75, 95],
    'almost everything': [95, 100],
    everything: [100, 100],
  };

  const expectAgreement = (value: number): void => {
    const [low, high] = meaning[amount(value)];
    const printed = Number(/[\d.]+/.exec(percentage(value))?.[0]);
    expect(printed).toBeGreaterThanOrEqual(low);
    expect(printed).toBeLessThanOrEqual(high);
    if (amount(value) === 'everything') expect(value).toBe(1);
    if (amount(value) === 'nothing') expect(value).toBe(0);
  };

  test('a word never contradicts the percentage beside it', () => {
    fc.assert(fc.property(share, expectAgreement));
  });

  test('nor at any thousandth, where random doubles are rare', () => {
    for (let n = 0; n <= 1000; n++) expectAgreement(n / 1000);
  });

  test('more is never said with a word for less', () => {
    const order = Object.keys(meaning);
    fc.assert(
      fc.property(share, share, (a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        expect(order.indexOf(amount(low))).toBeLessThanOrEqual(order.indexOf(amount(high)));
      }),
    );
  });

  test.each([
    [4, 'almost nothing', 'little'],
    [24, 'little', 'less than half'],
    [44, 'less than half', 'about half'],
    [55, 'about half', 'more than half'],
    [74, 'more than half', 'most'],
    [94, 'most', 'almost everything'],
  ])('%d % is “%s”, one more “%s”', (percent, below, above) => {
    expect([amount(percent / 100), amount((percent + 1) / 100)]).toEqual([below, above]);
  });

  test('values outside 0…1 get words too', () => {
    expect([amount(-0.1), amount(1.5), amount(Number.NaN)]).toEqual([
      'less than nothing',
      'more than everything',
      'NaN',
    ]);
  });
});

describe('balanced rounding', () => {
  /** An exact decimal as a whole number of units of its last place, with its power of ten. */
  const units = (text: string): { n: bigint; places: number; power: string } => {
    const [mantissa, power = ''] = text.replace('−', '-').replace('+', '').split(' × ');
    return { n: BigInt(mantissa.replace('.', '')), places: mantissa.split('.')[1]?.length ?? 0, power };
  };
  const summands = fc.oneof(
    fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 1, maxLength: 8 }),
    fc.array(fc.double({ min: -1e-3, max: 1e-3, noNaN: true }), { minLength: 1, maxLength: 8 }),
    fc.array(fc.double({ min: -1e12, max: 1e12, noNaN: true }), { minLength: 1, maxLength: 8 }),
    fc.array(fc.double({ min: -1e-300, max: 1e-300, noNaN: true }), { minLength: 1, maxLength: 8 }),
  );

  test('the printed summands add up exactly to the printed total', () => {
    fc.assert(
      fc.property(summands, (values) => {
        const { texts, total } = balanced(
          values,
          values.reduce((s, v) => s + v, 0),
        );
        const end = units(total);
        const parts = texts.map(units);
        for (const part of parts) expect([part.places, part.power]).toEqual([end.places, end.power]);
        expect(parts.reduce((s, p) => s + p.n, 0n)).toBe(end.n);
      }),
    );
  });

  test('no printed summand is a whole unit of the last place away from its value', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -5e6, max: 5e6 }), { minLength: 1, maxLength: 8 }), (millionths) => {
        const values = [1, ...millionths.map((n) => n / 1e6)];
        const { texts } = balanced(
          values,
          values.reduce((s, v) => s + v, 0),
        );
        for (const [k, text] of texts.entries()) {
          const { n, places } = units(text);
          expect(Math.abs(Number(n) / 10 ** places - values[k]) * 10 ** places).toBeLessThan(1 + 1e-6);
        }
      }),
    );
  });

  test('three thirds make one', () => {
    expect(balanced([1 / 3, 1 / 3, 1 / 3], 1)).toEqual({ texts: ['+0.34', '+0.33', '+0.33'], total: '1.00' });
  });

  test('two summands are printed as they are by themselves, with another decimal where only that adds up', () => {
    // each alone: −0.13 and −0.055
    expect(balanced([-0.13495, -0.05464], -0.18959)).toEqual({ texts: ['−0.135', '−0.055'], total: '−0.190' });
    expect(balanced([0.62, 0.31], 0.93)).toEqual({ texts: ['+0.62', '+0.31'], total: '0.93' });
  });

  test('what is not finite is printed without a promise', () => {
    expect(balanced([Number.POSITIVE_INFINITY, 1], Number.POSITIVE_INFINITY)).toEqual({
      texts: ['∞', '+1'],
      total: '∞',
    });
  });
});

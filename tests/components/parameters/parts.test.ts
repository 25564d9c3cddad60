import { wcagContrast } from 'culori';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inkOn } from '../../../src/components/parameters/inkOn.ts';
import { nudged, typedNumber, typedWhole } from '../../../src/components/parameters/typedNumber.ts';
import { scrollTo, windowOf } from '../../../src/components/parameters/windowOf.ts';
import { signedColour } from '../../../src/theme/colour.ts';

describe('a typed number', () => {
  test.each([
    ['0.5', 0.5],
    ['0,5', 0.5],
    ['1,234', 1.234],
    [' −3 ', -3],
    ['1E-3', 0.001],
    ['+2', 2],
  ])('%j is %d', (text, value) => expect(typedNumber(text)).toBe(value));

  test.each(['', ' ', 'abc', '1..2', 'NaN', 'Infinity', '1e400', '0x10', '1 2', '--1'])('%j is none', (text) =>
    expect(typedNumber(text)).toBeNull(),
  );

  test.each([
    ['2000', 2000],
    ['2,000', 2000],
    ['1,000,000', 1e6],
    ['2,0000', 20_000],
    ['2.5', 2.5],
    ['2,5', null],
    ['2,00', null],
    [',000', null],
  ])('%j is %d where only whole numbers make sense', (text, value) => expect(typedWhole(text)).toBe(value));

  test('comes back as it was printed', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (v) => {
        expect(typedNumber(String(v))).toBe(v + 0);
      }),
    );
  });

  test('is changed without the dust of binary fractions', () => {
    expect(nudged(0.1, 0.2)).toBe(0.3);
    expect(nudged(0.7, -0.6)).toBe(0.1);
  });
});

describe('the window of a long row', () => {
  const geometry = fc.record({
    count: fc.integer({ min: 1, max: 512 }),
    size: fc.integer({ min: 10, max: 80 }),
    viewport: fc.integer({ min: 1, max: 2000 }),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    active: fc.nat(511),
  });

  test('holds every visible cell and the active one, once and in order, and little else', () => {
    fc.assert(
      fc.property(geometry, ({ count, size, viewport, at, active: wished }) => {
        const active = wished % count;
        const scroll = at * Math.max(0, count * size - viewport);
        const shown = windowOf(scroll, viewport, size, count, active);
        for (let k = 0; k < count; k++)
          if ((k + 1) * size > scroll && k * size < scroll + viewport) expect(shown).toContain(k);
        expect(shown).toContain(active);
        expect(shown).toEqual([...new Set(shown)].sort((a, b) => a - b));
        expect(shown.every((k) => k >= 0 && k < count)).toBe(true);
        expect(shown.length).toBeLessThanOrEqual(viewport / size + 8);
      }),
    );
  });

  test('scrolls no further than a cell needs to be seen whole', () => {
    fc.assert(
      fc.property(geometry, ({ count, size, viewport, at, active }) => {
        fc.pre(viewport >= size);
        const cell = active % count;
        const before = at * count * size;
        const after = scrollTo(cell, size, before, viewport);
        expect(after).toBeLessThanOrEqual(cell * size);
        expect(after + viewport).toBeGreaterThanOrEqual((cell + 1) * size);
        if (cell * size >= before && (cell + 1) * size <= before + viewport) expect(after).toBe(before);
      }),
    );
  });
});

test('the ink on every colour of the signed scale has a contrast of 4.5 : 1 or more, light and dark', () => {
  for (const dark of [false, true])
    for (let v = -12; v <= 12; v += 0.01) {
      const colour = signedColour(v, dark);
      expect(wcagContrast(colour, inkOn(colour)), `${v} on ${colour}`).toBeGreaterThanOrEqual(4.5);
    }
});

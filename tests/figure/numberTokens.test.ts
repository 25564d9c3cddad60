import { expect, test } from 'vitest';
import { attributesOf, type PictureState } from '../../src/figure/paint.ts';

const shown = (token: string, numbers: boolean, { size = 20, least = 16 } = {}): string => {
  const state = { token: () => token, numbers } as unknown as PictureState;
  return String(attributesOf({ kind: 'token', shift: 0, size, least }, state).text);
};

test.each([
  ['0.5', '0.5'],
  ['−0.25', '−0.25'],
  ['−0.254', '−0.25'],
  ['0.5, −0.25', '0.5 …'],
  ['−0.25, 0.5', '−0.3 …'],
  ['0, 1, 0', '0, 1, 0'],
  ['0.123, 0.456, 0.789, …', '0.1 …'],
  ['12300', '12300'],
  ['1987', '1987'],
  ['−1987, 12', '−1987 …'],
  ['1.23e-9', '1e−9'],
])('a neighbour shows the row %s as %s', (row, text) => {
  expect(shown(row, true)).toBe(text);
});

test('the cell itself has room for more of a row', () => {
  expect(shown('0.5, −0.25', true, { size: 21, least: 0 })).toBe('0.5, −0.25');
});

test('no number that is shown has another value in as many digits, and none is cut', () => {
  for (let k = 0; k < 400; k++) {
    const values = Array.from({ length: 1 + (k % 3) }, (_, n) =>
      Number((Math.sin(7 * k + n) * 10 ** ((k % 7) - 3)).toPrecision(3)),
    );
    const text = shown(values.map((value) => `${value}`.replace('-', '−')).join(', '), true);
    const parts = text
      .replace(' …', '')
      .split(', ')
      .map((part) => part.replaceAll('−', '-'));
    expect(parts.length === values.length || text.endsWith(' …'), text).toBe(true);
    for (const [n, part] of parts.entries()) {
      const digits = part
        .replace(/e.*/, '')
        .replace(/^-?[0.]*/, '')
        .replace('.', '')
        .replace(/0+$/, '').length;
      expect(Number(part), `${values} as ${text}`).toBe(Number(values[n].toPrecision(Math.max(1, digits))));
    }
  }
});

test('a word that looks like a number is cut, not rounded', () => {
  expect(shown('0.123456', false)).toBe('0.12…');
});

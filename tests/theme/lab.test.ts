import { converter, formatHex, interpolate } from 'culori';
import { expect, it } from 'vitest';
import { between, rgbOf } from '../../src/theme/lab.ts';

const rgb = converter('rgb');

it.each([
  ['#14306b', '#1f57a8'],
  ['#f1ede6', '#f6d3b0'],
  ['#ffffff', '#000000'],
  ['#7c2c04', '#c9f2d2'],
])('from %s to %s the colours are those of CIELAB as culori has them', (from, to) => {
  const own = between(from, to);
  const known = interpolate([from, to], 'lab');
  for (let k = 0; k <= 20; k++) {
    const { r, g, b } = rgb(known(k / 20)) ?? { r: 0, g: 0, b: 0 };
    for (const [n, value] of [r, g, b].entries())
      expect(Math.abs(own(k / 20)[n] - 255 * Math.min(1, Math.max(0, value)))).toBeLessThan(1);
  }
  expect(own(0)).toEqual(rgbOf(formatHex(from) ?? ''));
});

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { paletteNames } from '../../src/figure/shape.ts';
import { palettes } from '../../src/theme/palette.ts';

const css = readFileSync(new URL('../../src/theme/theme.css', import.meta.url), 'utf8');

describe('the literal palette', () => {
  test('has every colour that a picture asks for, and no other', () => {
    for (const palette of Object.values(palettes))
      expect(Object.keys(palette).sort()).toEqual([...paletteNames].sort());
  });

  test.each(paletteNames)('gives --%s as the style sheet does, light and dark', (name) => {
    const [, light, dark] = css.match(new RegExp(`--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\);`)) ?? [];
    expect([palettes.light[name], palettes.dark[name]]).toEqual([light, dark]);
  });
});

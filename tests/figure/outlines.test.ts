import { expect, test } from 'vitest';
import { figureOf, outlinedSvg } from '../../src/components/share/figureFile.ts';
import { opened } from '../../src/io/opening.ts';
import { home } from '../../src/presets/index.ts';
import { createDerive } from '../../src/store/derive.ts';
import faces from '../../src/theme/fonts/gatescope-math.woff2?outlines';

/** The texts that are left as text in the figure of a sequence. */
async function textsOf(text: string): Promise<readonly string[]> {
  const { moment } = await opened(`cell=lstm&text=${encodeURIComponent(text)}&t=2`, home);
  const svg = outlinedSvg(figureOf(createDerive()(moment.inputs), moment, null, { ground: 'light' }), faces);
  return [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, left]) => left);
}

test('Latin, Greek, Cyrillic, accents and the marks of white space have outlines', async () => {
  for (const text of ['naïve', 'łódź', 'λόγος', 'слово', 'a b', 'a\n\tb', '“½ − ×”'])
    expect(await textsOf(text), text).toEqual([]);
});

test('a character without an outline leaves its text as text, and that alone', async () => {
  expect(await textsOf('a猫b')).toEqual(['猫']);
});

test('the outlines of the letter C end where the font says', () => {
  // STIX Math 1.1.1: advance 667, capital height about 676 thousandths
  const [advance, outline] = faces.maths.C;
  const heights = [...outline.matchAll(/-?\d+ (-?\d+)/g)].map(([, y]) => Number(y));
  expect(advance).toBe(667);
  expect(Math.min(...heights)).toBeGreaterThan(-700);
  expect(Math.max(...heights)).toBeLessThan(30);
});

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';
import type { Plugin } from 'vite';
import type { Face, Faces } from '../src/figure/outlines.ts';

const SUFFIX = '?outlines';
/** Units of an em in which outlines are written. */
const EM = 1000;

/** Latin, Greek and Cyrillic letters, and punctuation. */
const WRITTEN = [
  [0x20, 0x7e],
  [0xa0, 0x17f],
  [0x386, 0x3ce],
  [0x400, 0x45f],
  [0x2009, 0x2026],
] as const;
/** Characters that figures write beside those: mathematics, and the marks of white space. */
const SYMBOLS = '\u0302\u0303′″−→⇥∂∅∈∘√∞≈≠≤≥⊙⋅⏎␍␣⍽◌€ₕₜ₁₂₃✓✗';
/** Letters in mathematics. */
const LETTERS_ONLY = [
  [0x20, 0x7e],
  [0x391, 0x3c9],
] as const;

const require = createRequire(import.meta.url);
const fontAt = (path: string): Font => create(readFileSync(path)) as Font;
const noto = (family: string, subset: string, weight: number): Font =>
  fontAt(require.resolve(`@fontsource/${family}/files/${family}-${subset}-${weight}-normal.woff2`));

type Ranges = readonly (readonly [from: number, to: number])[];

/** The outlines of characters, each in the first of the fonts that has it. */
function faceOf(ranges: Ranges, fonts: readonly Font[]): Face {
  const codes = ranges.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, k) => from + k));
  const symbols = Array.from(SYMBOLS, (symbol) => symbol.codePointAt(0) ?? 0);
  return Object.fromEntries(
    [...codes, ...symbols].flatMap((code) => {
      const font = fonts.find((one) => one.hasGlyphForCodePoint(code));
      if (!font) return [];
      const { path, advanceWidth } = font.glyphForCodePoint(code);
      const share = EM / font.unitsPerEm;
      const places = ({ command, args }: (typeof path.commands)[number]): string =>
        LETTERS[command] + args.map((place, k) => Math.round((k % 2 ? -place : place) * share)).join(' ');
      return [[String.fromCodePoint(code), [Math.round(advanceWidth * share), path.commands.map(places).join('')]]];
    }),
  );
}

const LETTERS = { moveTo: 'M', lineTo: 'L', quadraticCurveTo: 'Q', bezierCurveTo: 'C', closePath: 'Z' } as const;

/** The faces of figures: letters of mathematics in the font that is given, all else in Noto Sans with its symbols. */
function facesOf(maths: string): Faces {
  const symbols = [
    noto('noto-sans-math', 'latin', 400),
    ...['latin', 'latin-ext', 'math', 'symbols'].map((subset) => noto('noto-sans-symbols-2', subset, 400)),
  ];
  const sans = (weight: number): Font[] =>
    ['latin', 'latin-ext', 'greek', 'cyrillic'].map((subset) => noto('noto-sans', subset, weight));
  return {
    maths: faceOf(LETTERS_ONLY, [fontAt(maths)]),
    regular: faceOf(WRITTEN, [...sans(400), ...symbols]),
    bold: faceOf(WRITTEN, sans(600)),
  };
}

/** Makes the outlines of the characters of figures from fonts at build time, so that a page needs no reader of fonts: `gatescope-math.woff2?outlines`. */
export const outlinesModule: Plugin = {
  name: 'outlines',
  // before fonts become files
  enforce: 'pre',
  load: (id) =>
    id.endsWith(SUFFIX) ? `export default ${JSON.stringify(facesOf(id.slice(0, -SUFFIX.length)))};` : null,
};

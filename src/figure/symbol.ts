import type { Letter } from '../cell/declaration.ts';
import type { Pixel } from './measures.ts';
import { type Palette, type Shape, shape } from './shape.ts';

/** The font of letters; what takes no embedded font finds one of these on every common system. */
const MATHS =
  '"Gatescope Math", "STIX Two Text", "Latin Modern Roman", Cambria, "Times New Roman", "Liberation Serif", serif';

const ACCENTS = { tilde: '\u0303', hat: '\u0302', prime: '′' } as const;

/** A printed letter as plain text: C̃. */
export function letterText(symbol: string | Letter): string {
  return typeof symbol === 'string' ? symbol : symbol.letter + (symbol.accent ? ACCENTS[symbol.accent] : '');
}

/** A symbol with its timestep as subscript, C_{t−1}, or alone; the subscript is the smallest text. */
export function symbolShape(
  symbol: string | Letter,
  subscript: string,
  at: Pixel,
  palette: Palette,
  wanted = 23,
  least = 0,
): Shape {
  const size = Math.max(wanted, least * 1.3);
  const small = Math.max(size * 0.68, least);
  const tilde = typeof symbol !== 'string' && symbol.accent === 'tilde';
  const letter = tilde ? symbol.letter : letterText(symbol);
  const text = shape(
    'text',
    {
      x: at.x,
      y: at.y + size * 0.32,
      'text-anchor': 'middle',
      'font-family': MATHS,
      'font-size': size,
      fill: palette.ink,
      class: 'symbol',
    },
    [
      shape('tspan', { 'font-style': 'italic' }, [letter]),
      ...(subscript === ''
        ? []
        : [shape('tspan', { 'font-style': 'italic', 'font-size': small, dy: size * 0.24 }, [subscript])]),
    ],
  );
  return tilde ? shape('g', {}, [text, tildeShape(symbol.letter, subscript, at, size, palette)]) : text;
}

/** The tilde over a letter, drawn: fonts place the combining one anywhere. */
function tildeShape(letter: string, subscript: string, at: Pixel, size: number, palette: Palette): Shape {
  // half the width of the subscript, in which a t is narrower than a sign or a digit
  const below = size * (subscript === 't' ? 0.1 : 0.17 * subscript.length);
  // italics lean to the right
  const x = at.x - below + size * 0.09;
  const y = at.y - size * (/[A-Zbdfhkl]/.test(letter) ? 0.55 : 0.3);
  const w = size * 0.2;
  return shape('path', {
    d: `M${x - w},${y + 2}Q${x - w / 2},${y - 3} ${x},${y}T${x + w},${y - 2}`,
    fill: 'none',
    stroke: palette.ink,
    'stroke-width': size * 0.07,
    'stroke-linecap': 'round',
  });
}

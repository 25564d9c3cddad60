import { rgbOf } from '../theme/lab.ts';
import { type Drawn, drawnOf } from './drawn.ts';
import type { PictureState } from './paint.ts';
import type { Picture } from './picture.ts';
import { texText } from './texText.ts';

/** Texts, background and width of a TikZ picture. */
export interface TikzOptions {
  readonly title: string;
  readonly background: string;
  /** The line of the licence. */
  readonly metadata: string;
  /** The width in millimetres, such as that of a column. */
  readonly width: number;
}

/** TeX points in a millimetre. */
const POINTS = 72.27 / 25.4;

/**
 * The picture as a `tikzpicture` for LaTeX: paths as `svg` paths, texts as nodes in the fonts of the document, letters in
 * mathematics, every colour by a name.
 */
export function tikzOf({ viewBox, root }: Picture, state: PictureState, options: TikzOptions): string {
  const [x, y, width, height] = viewBox;
  const scale = (options.width * POINTS) / width;
  const colours = new Map<string, string>();
  const context: Context = {
    scale,
    colour(css) {
      const name = colours.get(css) ?? `gatescope${colours.size + 1}`;
      colours.set(css, name);
      return name;
    },
  };
  const drawn = drawnOf(root, state);
  const frame = `${at(x, y)} rectangle ${at(x + width, y + height)}`;
  const body = [
    `\\clip ${frame};`,
    `\\path[fill=${context.colour(options.background)}] ${frame};`,
    ...(drawn ? linesOf(drawn, context) : []),
  ];
  const definitions = [...colours].map(([css, name]) => `\\definecolor{${name}}{HTML}{${hexOf(css)}}%`);
  return [
    `% ${comment(options.title)}`,
    `% ${comment(options.metadata)}`,
    '% \\usepackage{tikz} \\usetikzlibrary{svg.path}; characters beyond those of LaTeX need LuaLaTeX or XeLaTeX',
    '\\begingroup%',
    ...definitions,
    `\\begin{tikzpicture}[x=1pt,y=1pt,xscale=${short(scale, 5)},yscale=-${short(scale, 5)},inner sep=0pt]`,
    ...body,
    '\\end{tikzpicture}%',
    '\\endgroup%',
    '',
  ].join('\n');
}

interface Context {
  readonly scale: number;
  readonly colour: (css: string) => string;
}

const short = (value: number, digits = 2): string => String(Number(value.toFixed(digits)));
const at = (x: number, y: number): string => `(${short(x)},${short(y)})`;
const comment = (text: string): string => text.replace(/\s+/g, ' ');

const hexOf = (css: string): string => {
  const [, r, g, b] = /^rgb\((\d+), (\d+), (\d+)\)$/.exec(css) ?? [];
  const rgb = r === undefined ? rgbOf(css) : [r, g, b].map(Number);
  return rgb
    .map((one) => Math.round(one).toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase();
};

/** The commands of an element; those of a pale group are in a scope. */
function linesOf(drawn: Drawn, context: Context): readonly string[] {
  if (drawn.tag === 'title') return [];
  if (drawn.tag === 'text') return textLine(drawn, context);
  if (drawn.tag !== 'g') return pathLine(drawn, context);
  const elements = drawn.children.filter((child) => typeof child !== 'string');
  // a printer may let the edge of a lane through under its cover: what is still to come is left out
  const shown = elements.some(isCover) ? elements.filter((child) => !isLane(child)) : elements;
  const inner = shown.flatMap((child) => linesOf(child, context));
  const pale = paleOf(drawn);
  return pale.length === 0 || inner.length === 0
    ? inner
    : [`\\begin{scope}[${pale.join(',')}]`, ...inner, '\\end{scope}'];
}

/** True for the cover of a wire into which nothing has run yet. */
const isCover = ({ attributes }: Drawn): boolean => attributes['stroke-dasharray'] === '0 0 1 0';

const isLane = ({ tag, attributes: { class: name, fill } }: Drawn): boolean =>
  tag === 'path' && fill === 'none' && (name === undefined || name === 'chosen');

const paleOf = ({ attributes }: Drawn): readonly string[] =>
  [
    ['opacity', 'opacity'],
    ['fill-opacity', 'fill opacity'],
  ].flatMap(([css, tikz]) => {
    const value = attributes[css];
    return value === undefined || Number(value) === 1 ? [] : [`${tikz}=${value}`];
  });

function pathLine(drawn: Drawn, { scale, colour }: Context): readonly string[] {
  const { attributes } = drawn;
  const { fill = '#000000', stroke = 'none' } = attributes;
  const place = fill === 'none' && stroke === 'none' ? null : placeOf(drawn);
  if (place === null) return [];
  const style = [
    ...(fill === 'none' ? [] : [`fill=${colour(String(fill))}`]),
    ...(stroke === 'none'
      ? []
      : [
          `draw=${colour(String(stroke))}`,
          `line width=${short(number(attributes['stroke-width'] ?? 1) * scale, 3)}pt`,
        ]),
    ...(attributes['stroke-linecap'] === 'round' ? ['line cap=round'] : []),
    ...(attributes.rx === undefined || drawn.tag === 'ellipse'
      ? []
      : [
          `rounded corners=${short(Math.min(number(attributes.rx), number(attributes.width) / 2, number(attributes.height) / 2) * scale, 3)}pt`,
        ]),
    ...dashesOf(drawn, scale),
    ...paleOf(drawn),
  ];
  return [`\\path[${style.join(',')}] ${place};`];
}

const number = (value: string | number | undefined): number => Number(value ?? 0);

/** Dashes in units of the picture; those in shares of a path cover the whole of it between two steps. */
function dashesOf({ attributes }: Drawn, scale: number): readonly string[] {
  const dashes = attributes['stroke-dasharray'];
  if (dashes === undefined || attributes.pathLength !== undefined) return [];
  const [on, off] = String(dashes).split(/[ ,]+/).map(Number);
  return [`dash pattern=on ${short(on * scale, 3)}pt off ${short(off * scale, 3)}pt`];
}

/** The path of an element; null where it has no extent. */
function placeOf({ tag, attributes }: Drawn): string | null {
  const of = (name: string): number => number(attributes[name]);
  switch (tag) {
    case 'rect':
      if (of('width') <= 0 || of('height') <= 0) return null;
      return `${at(of('x'), of('y'))} rectangle ${at(of('x') + of('width'), of('y') + of('height'))}`;
    case 'circle':
      return `${at(of('cx'), of('cy'))} circle[radius=${short(of('r'))}]`;
    case 'ellipse':
      return `${at(of('cx'), of('cy'))} circle[x radius=${short(of('rx'))},y radius=${short(of('ry'))}]`;
    case 'line':
      return `${at(of('x1'), of('y1'))} -- ${at(of('x2'), of('y2'))}`;
    default:
      return `svg {${String(attributes.d).replace(/-?\d+\.\d+/g, (n) => short(Number(n)))}}`;
  }
}

const anchors: Readonly<Record<string, string>> = { start: 'base west', middle: 'base', end: 'base east' };

/** A text as a node on its baseline; letters with their subscripts in mathematics. */
function textLine({ attributes, children }: Drawn, { scale, colour }: Context): readonly string[] {
  const [letter, subscript] = children.map((child) => (typeof child === 'string' ? child : child.children.join('')));
  if (letter === undefined || letter === '') return [];
  const maths = attributes.class === 'symbol';
  const size = number(attributes['font-size']) * scale;
  const written = maths
    ? `$${texText(letter, 'maths')}${subscript === undefined ? '' : `_{${texText(subscript, 'maths')}}`}$`
    : texText(letter, 'text');
  const bold = number(attributes['font-weight'] ?? 400) >= 600 ? '\\bfseries' : '';
  const font = `\\fontsize{${short(size)}}{${short(size * 1.2)}}\\selectfont${maths ? '' : `\\sffamily${bold}`}`;
  const style = [
    `anchor=${anchors[String(attributes['text-anchor'] ?? 'start')]}`,
    `text=${colour(String(attributes.fill))}`,
    'fill opacity=1',
    `font=${font}`,
  ];
  return [`\\node[${style.join(',')}] at ${at(number(attributes.x), number(attributes.y))} {${written}};`];
}

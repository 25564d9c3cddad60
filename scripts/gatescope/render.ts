import { writeFileSync } from 'node:fs';
import { extname } from 'node:path';
import type { RenderedImage, ResvgRenderOptions } from '@resvg/resvg-js';
import { type Figure, figureOf, figureSvg, figureTikz } from '../../src/components/share/figureFile.ts';
import {
  type FigureSize,
  figureSizes,
  movingSize,
  pixelsPerUnit,
  WIDEST,
} from '../../src/components/share/figureSizes.ts';
import { gifOf } from '../../src/components/share/gif.ts';
import { outlinedFigure } from '../../src/components/share/outlinedFigure.ts';
import { pausedAt, pausesOf, type Walk, walks } from '../../src/components/share/walk.ts';
import { figurePng } from '../../src/io/figure.ts';
import type { Moment } from '../../src/io/moment.ts';
import { tapeCsv, tapeFile } from '../../src/io/tapeFile.ts';
import { extentOf } from '../../src/store/cursor.ts';
import { createDerive, type Derived } from '../../src/store/derive.ts';
import { createTakeGradient } from '../../src/store/gradient/gradient.ts';
import { createIntervene } from '../../src/store/intervened.ts';
import type { Cursor } from '../../src/store/state.ts';
import { grounds } from '../../src/theme/palette.ts';
import type { CommandOption } from '../../src/training/commandLine.ts';
import { fail, type Given, systemMessage } from '../arguments.ts';
import { stripsFigure } from './overTime.ts';

const OVER_TIME = ['off', 'states', 'all'] as const;

export const renderOptions: readonly CommandOption[] = [
  {
    name: 'out',
    short: 'o',
    value: 'file',
    sentence: 'The file to write; its ending is its format. Without it, an SVG is printed.',
  },
  {
    name: 'size',
    value: 'page',
    sentence: `The place it is drawn for: ${Object.keys(figureSizes).join(', ')}; a column has larger text.`,
  },
  {
    name: 'ground',
    value: 'light',
    sentence: `The background: ${grounds.join(', ')}; print is white with black text. Default: that of --theme.`,
  },
  {
    name: 'over-time',
    value: 'states',
    sentence: `The strips over time in place of the diagram: ${OVER_TIME.slice(1).join(' or ')} signals. Default: off.`,
  },
  { name: 'letters', value: 'on', sentence: 'off: leave out the letters beside wires.' },
  { name: 'legend', value: 'on', sentence: 'off: leave out the keys to the colours.' },
  { name: 'paths', value: 'off', sentence: 'on: draw the text of an SVG as paths, for programs without its fonts.' },
  {
    name: 'scale',
    value: '2',
    sentence: 'Pixels of a PNG for each unit of the SVG, 0.1 to 8; a slide has 1,920 pixels.',
  },
  {
    name: 'width',
    value: '160',
    sentence: 'The width of a TikZ picture in millimetres. Default: that of its size.',
  },
  { name: 'walk', value: 'stages', sentence: `The content of a GIF: ${Object.keys(walks).join(' or ')}.` },
  { name: 'seconds', value: '1', sentence: 'The time for which a GIF shows each picture, 0.05 to 60.' },
];

interface Rendering {
  readonly moment: Moment;
  readonly derived: Derived;
  readonly figure: (cursor?: Cursor) => Figure;
  readonly write: (figure: Figure) => Promise<string>;
  /** Pixels for each unit; null for those of the size. */
  readonly scale: number | null;
  /** Millimetres; undefined for those of the size. */
  readonly width: number | undefined;
  readonly walk: Walk;
  readonly seconds: number;
}

/** The formats by ending, and what each holds. */
export const formats: Readonly<
  Record<string, { readonly holds: string; readonly make: (of: Rendering) => Promise<string | Uint8Array> | string }>
> = {
  '.svg': {
    holds: 'the diagram, with its font, legend and view',
    make: ({ figure, write }) => write(figure()),
  },
  '.png': { holds: 'the same in pixels; needs @resvg/resvg-js beside gatescope', make: pngOf },
  '.gif': { holds: 'the stages or timesteps one after the other; needs the same', make: gifFile },
  '.tikz': {
    holds: 'the diagram for LaTeX, to be read with \\input',
    make: ({ figure, width }) => figureTikz(figure(), width),
  },
  '.json': {
    holds: 'the tape: every number of the run',
    make: ({ derived, moment }) => tapeFile(derived.tape, moment, derived.encoded.tokens),
  },
  '.csv': { holds: 'the same as a table', make: ({ derived }) => tapeCsv(derived.tape, derived.encoded.tokens) },
};

/** Writes a moment in the format of the file's ending; without a file it returns the SVG. */
export async function render(moment: Moment, given: Given): Promise<string> {
  const { out } = given;
  const ending = out === undefined ? '.svg' : extname(out).toLowerCase();
  const format = Object.hasOwn(formats, ending) ? formats[ending] : null;
  if (!format) return fail(`-o is “${out}”; its ending must be one of ${Object.keys(formats).join(', ')}.`);
  const options = {
    letters: switchOf(given, 'letters', true),
    legend: switchOf(given, 'legend', true),
    size: wordOf(given, 'size', Object.keys(figureSizes) as FigureSize[], 'page'),
    ground: wordOf(given, 'ground', grounds, moment.view.theme === 'dark' ? 'dark' : 'light'),
  };
  const write = switchOf(given, 'paths', false) ? outlinedFigure : figureSvg;
  const scale = given.scale === undefined ? null : numberOf('scale', given.scale, 0.1, 8);
  const width = given.width === undefined ? undefined : numberOf('width', given.width, 20, 1000);
  const walk = wordOf(given, 'walk', Object.keys(walks) as Walk[], 'stages');
  const seconds = numberOf('seconds', given.seconds ?? '1', 0.05, 60);
  const overTime = wordOf(given, 'over-time', OVER_TIME, 'off');
  if (overTime !== 'off' && ending === '.gif') return fail('An animation shows the diagram: leave out --over-time.');
  const derive = createDerive(undefined, () => createIntervene());
  const derived = derive(moment.inputs);
  const { view } = moment;
  const gradient = view.shows === 'gradients' ? createTakeGradient()(derived, view) : null;
  const figure = (cursor?: Cursor): Figure => {
    if (derived.tape.length === 0) return fail('The sequence is empty: name one with --text or --rows.');
    if (overTime !== 'off') return stripsFigure(moment, derive, gradient, overTime, options);
    return figureOf(derived, cursor ? pausedAt(moment, cursor) : moment, gradient, options);
  };
  const content = await format.make({ moment, derived, figure, write, scale, width, walk, seconds });
  if (out === undefined) return String(content);
  try {
    writeFileSync(out, content);
  } catch (error) {
    return fail(`${out} cannot be written: ${systemMessage(error)}`);
  }
  return out;
}

function switchOf(given: Given, name: 'letters' | 'legend' | 'paths', initial: boolean): boolean {
  return wordOf(given, name, ['on', 'off'], initial ? 'on' : 'off') === 'on';
}

function wordOf<W extends string>(given: Given, name: string, words: readonly W[], initial: W): W {
  const { [name]: value = initial } = given;
  return words.find((word) => word === value) ?? fail(`--${name} is “${value}”; it can be ${listed(words)}.`);
}

const listed = (words: readonly string[]): string => `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;

function numberOf(name: 'scale' | 'width' | 'seconds', text: string, least: number, most: number): number {
  const number = Number(text);
  if (number >= least && number <= most) return number;
  return fail(`--${name} is “${text}”; it can be a number from ${least} to ${most}.`);
}

/** Draws figures in pixels by a renderer that is installed beside. Their text is outlines: it reads no font of a document. */
async function renderer(): Promise<
  (figure: Figure, fitTo: NonNullable<ResvgRenderOptions['fitTo']>) => Promise<RenderedImage>
> {
  const found = await import('@resvg/resvg-js').catch(() => null);
  if (!found)
    return fail('Pixels need a renderer: install it with npm install @resvg/resvg-js, or write an .svg instead.');
  return async (figure, fitTo) => new found.Resvg(await outlinedFigure(figure), { fitTo }).render();
}

async function pngOf({ figure, scale }: Rendering): Promise<Uint8Array> {
  const drawn = figure();
  const draw = await renderer();
  const value = scale ?? pixelsPerUnit(drawn.size, drawn.picture.viewBox[2]);
  return figurePng((await draw(drawn, { mode: 'zoom', value })).asPng(), drawn.view);
}

async function gifFile({ figure, moment, derived, walk, seconds }: Rendering): Promise<Uint8Array> {
  const { size, picture, ramps } = figure();
  const draw = await renderer();
  const { width: value } = movingSize(size, picture.viewBox, WIDEST.gif);
  async function* frames() {
    for (const { cursor, times } of pausesOf(walk, moment.cursor, extentOf(derived))) {
      const { pixels, width, height } = await draw(figure(cursor), { mode: 'width', value });
      yield { pixels: new Uint8Array(pixels), width, height, delay: times * seconds * 1000 };
    }
  }
  return gifOf(frames(), ramps);
}

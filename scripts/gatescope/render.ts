import { writeFileSync } from 'node:fs';
import { extname } from 'node:path';
import { type Figure, figureOf, figureSvg, figureTikz, TEXT_WIDTH } from '../../src/components/share/figureFile.ts';
import { figurePng } from '../../src/io/figure.ts';
import type { Moment } from '../../src/io/moment.ts';
import { tapeCsv, tapeFile } from '../../src/io/tapeFile.ts';
import { createDerive, type Derived } from '../../src/store/derive.ts';
import { createTakeGradient } from '../../src/store/gradient/gradient.ts';
import { createIntervene } from '../../src/store/intervened.ts';
import type { CommandOption } from '../../src/training/commandLine.ts';
import { fail, type Given, systemMessage } from '../arguments.ts';

export const renderOptions: readonly CommandOption[] = [
  {
    name: 'out',
    short: 'o',
    value: 'file',
    sentence: 'Where it is written, in the format of its ending; without it an SVG is printed.',
  },
  { name: 'letters', value: 'on', sentence: 'off: without the letters beside wires.' },
  { name: 'legend', value: 'on', sentence: 'off: without the keys to the colours.' },
  { name: 'scale', value: '2', sentence: 'Pixels of a PNG for each unit of the SVG, 0.1 to 8.' },
  {
    name: 'width',
    value: String(TEXT_WIDTH),
    sentence: 'The width of a TikZ picture in millimetres, such as that of a column.',
  },
];

interface Rendering {
  readonly moment: Moment;
  readonly derived: Derived;
  readonly figure: () => Figure;
  readonly scale: number;
  readonly width: number;
}

/** The formats by ending, and what each holds. */
export const formats: Readonly<
  Record<string, { readonly holds: string; readonly make: (of: Rendering) => Promise<string | Uint8Array> | string }>
> = {
  '.svg': { holds: 'the diagram, with its font, legend and view', make: ({ figure }) => figureSvg(figure()) },
  '.png': { holds: 'the same in pixels; needs @resvg/resvg-js beside gatescope', make: pngOf },
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
  if (!format) return fail(`-o is “${out}”; its ending has to be one of ${Object.keys(formats).join(', ')}.`);
  const [letters, legend] = [switchOf(given, 'letters'), switchOf(given, 'legend')];
  const scale = numberOf('scale', given.scale ?? '2', 0.1, 8);
  const width = numberOf('width', given.width ?? String(TEXT_WIDTH), 20, 1000);
  const derived = createDerive(undefined, () => createIntervene())(moment.inputs);
  const { view } = moment;
  const ground = view.theme === 'dark' ? 'dark' : 'light';
  const figure = (): Figure => {
    if (derived.tape.length === 0) return fail('The sequence is empty: name one with --text or --rows.');
    const gradient = view.shows === 'gradients' ? createTakeGradient()(derived, view) : null;
    return figureOf(derived, moment, gradient, { ground, letters, legend });
  };
  const content = await format.make({ moment, derived, figure, scale, width });
  if (out === undefined) return String(content);
  try {
    writeFileSync(out, content);
  } catch (error) {
    return fail(`${out} cannot be written: ${systemMessage(error)}`);
  }
  return out;
}

function switchOf(given: Given, name: 'letters' | 'legend'): boolean {
  const { [name]: value = 'on' } = given;
  return value === 'on' || value === 'off' ? value === 'on' : fail(`--${name} is “${value}”; it can be on or off.`);
}

function numberOf(name: 'scale' | 'width', text: string, least: number, most: number): number {
  const number = Number(text);
  if (number >= least && number <= most) return number;
  return fail(`--${name} is “${text}”; it can be a number from ${least} to ${most}.`);
}

/** A figure in pixels, drawn by a renderer that is installed beside. */
async function pngOf({ figure, scale }: Rendering): Promise<Uint8Array> {
  const drawn = figure();
  const svg = await figureSvg(drawn);
  const renderer = await import('@resvg/resvg-js').catch(() => null);
  if (!renderer)
    return fail('A PNG needs a renderer: install it with npm install @resvg/resvg-js, or write an .svg instead.');
  // it takes no font from the document, and of a list of fonts only the first
  const serif = process.platform === 'linux' ? 'Liberation Serif' : 'Times New Roman';
  const written = svg.replaceAll(/font-family="&quot;Gatescope Math[^"]*"/g, `font-family="${serif}"`);
  const png = new renderer.Resvg(written, { fitTo: { mode: 'zoom', value: scale } }).render().asPng();
  return figurePng(png, drawn.view);
}

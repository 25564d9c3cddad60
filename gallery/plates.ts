import { type Cell, cellOf } from '../src/cell/cell.ts';
import type { CellDeclaration } from '../src/cell/declaration.ts';
import { declarationOf, registry } from '../src/cells/index.ts';
import { createCell } from '../src/core.ts';
import { compactPictureOf } from '../src/figure/compactPicture.ts';
import type { PictureState } from '../src/figure/paint.ts';
import { type PictureOptions, pictureOf } from '../src/figure/picture.ts';
import { sceneOf } from '../src/figure/scene.ts';
import type { Palette } from '../src/figure/shape.ts';
import { scalesOf } from '../src/figure/signals.ts';
import { svgOf } from '../src/figure/svg.ts';
import type { ScaleKind } from '../src/theme/colour.ts';

/** One picture of the gallery: a cell, the way it is drawn and the moment it shows. */
export interface Plate {
  readonly title: string;
  readonly cell: Cell;
  readonly zoom: PictureOptions['zoom'];
  readonly chain: 'unfolded' | 'folded';
  /** The cell shown before, whose ghosts and marks are drawn. */
  readonly before: Cell | null;
  /** Number of hidden units. */
  readonly H: number;
  /** Number of signals computed so far; null for all. */
  readonly head: number | null;
  /** Spaced for a narrow screen. */
  readonly narrow?: boolean;
  /** The figure has arrows against the wires. */
  readonly backwards?: boolean;
}

/** Values and colours of a plate. */
export interface Ink {
  readonly palette: Palette;
  readonly colour: (scale: ScaleKind, value: number) => string;
  readonly read: (plate: Plate) => PictureState['read'];
}

const TOKENS = ['h', 'e', 'l', 'l', 'o'];

/** A plate of a cell: its lanes over unrolled time, all computed, unless `change` says otherwise. */
const plateOf = (cell: Cell, title: string, change: Partial<Plate>): Plate => ({
  title: `${cell.name}: ${title}`,
  cell,
  zoom: 'lanes',
  chain: 'unfolded',
  before: null,
  H: 4,
  head: null,
  ...change,
});

function platesOf(declaration: CellDeclaration): Plate[] {
  const cell = cellOf(declaration);
  const plate = (title: string, change: Partial<Plate>): Plate => plateOf(cell, title, change);
  return [
    plate('lanes', {}),
    plate('half computed', { zoom: 'unit', head: Math.floor(cell.signals.length / 2) + 0.3 }),
    plate('loop', { chain: 'folded' }),
    plate('loop of vectors', { zoom: 'vector', chain: 'folded', head: cell.signals.length - 0.2 }),
    ...changesOf(declaration).map(({ label, options }) =>
      plate(label, { cell: cellOf(declaration, options), before: cell }),
    ),
  ];
}

/** Each non-default value of each option; biases do not change the picture. */
function changesOf({
  options,
}: CellDeclaration): { readonly label: string; readonly options: Record<string, string | boolean> }[] {
  return Object.entries(options)
    .filter(([name]) => name !== 'bias')
    .flatMap(([name, info]) => {
      const values = info.kind === 'flag' ? [true, false] : Object.keys(info.choices);
      return values
        .filter((value) => value !== info.default)
        .map((value) => ({ label: `${name} = ${value}`, options: { [name]: value } }));
    });
}

const cellNamed = (id: string, options?: Record<string, string | boolean>): Cell =>
  cellOf(declarationOf(id) as CellDeclaration, options);

/** Plates of switches from one cell to another. */
function switches(): Plate[] {
  const pairs = [
    ['lstm', 'peephole'],
    ['peephole', 'lstm'],
    ['lstm', 'coupled'],
    ['lstm', 'gru'],
    ['gru', 'mgu'],
    ['peephole', 'fgr'],
  ] as const;
  return pairs.map(([from, to]) => {
    const [before, cell] = [cellNamed(from), cellNamed(to)];
    return plateOf(cell, `after ${before.name}`, { before });
  });
}

/** Plates of cells on a phone and of cells that show gradients. */
function forms(): Plate[] {
  const plate = (id: string, title: string, change: Partial<Plate>): Plate => plateOf(cellNamed(id), title, change);
  return [
    ...['rnn', 'lstm', 'peephole', 'gru', 'fgr', 'slstm'].map((id) => plate(id, 'on a phone', { narrow: true })),
    plate('lstm', 'one unit on a phone', { narrow: true, zoom: 'unit' }),
    plate('peephole', 'on a phone after LSTM', { narrow: true, before: cellNamed('lstm') }),
    ...['rnn', 'lstm', 'gru'].map((id) => plate(id, 'gradients', { backwards: true })),
    plate('lstm', 'gradients in a loop', { backwards: true, chain: 'folded', zoom: 'vector' }),
  ];
}

/** Plates with different numbers of units, from one lane to pools. */
function pools(): Plate[] {
  const cell = cellNamed('lstm');
  return [1, 9, 40].map((H) => plateOf(cell, `${H} ${H === 1 ? 'unit' : 'units'}`, { H }));
}

/** A covering set of pictures: every cell in every zoom, folded and not, and each of its options against its default. */
export const plates: readonly Plate[] = [...registry.flatMap(platesOf), ...switches(), ...pools(), ...forms()];

const DIMENSIONS = 3;
const SHOWN = 3;

/** Values of a seeded run of the plate's cell. */
export function readRun({ cell, H }: Plate): PictureState['read'] {
  const tape = createCell(cell.id, { D: DIMENSIONS, H, options: cell.options, seed: 4 }).run(
    TOKENS.map((_, t) => Array.from({ length: DIMENSIONS }, (_, d) => (t % DIMENSIONS === d ? 1 : 0))),
  );
  return (ref, shift) => (shift > 0 ? null : tape.read(ref, SHOWN + shift));
}

/** The plate as an SVG document. */
export function plateSvg(plate: Plate, { palette, colour, read }: Ink): string {
  const { title, cell, zoom, chain, before, H, head, narrow = false, backwards = false } = plate;
  const scale = scalesOf(cell);
  const sizeOf: PictureOptions['sizeOf'] = (ref) => (ref.kind === 'input' ? DIMENSIONS : H);
  const style = { zoom, palette, sizeOf, backwards };
  const picture = narrow
    ? compactPictureOf(cell, before, chain, style)
    : pictureOf(sceneOf(cell, chain), {
        ...style,
        neighbours: chain === 'unfolded' ? [2, 2] : [0, 0],
        before: before && sceneOf(before, chain),
      });
  const state: PictureState = {
    read: read(plate),
    head: head ?? cell.signals.length,
    unit: Math.min(1, H - 1),
    stage: null,
    lit: new Set(),
    inputs: new Set(),
    token: (shift) => TOKENS[SHOWN + shift - 1] ?? null,
    colour: (key, value) => colour(scale(key), value),
  };
  return svgOf(picture, state, { title });
}

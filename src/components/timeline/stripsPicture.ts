import type { Picture } from '../../figure/picture.ts';
import { type Palette, type Shape, shape } from '../../figure/shape.ts';
import { symbolShape } from '../../figure/symbol.ts';
import { tokenLabel } from '../../text/tokens.ts';
import type { ScaleKind } from '../../theme/colour.ts';
import { answerViewOf } from './answerView.ts';
import { type Block, stripName } from './blocks.ts';
import { framesOf } from './frames.ts';
import type { ShownStrips } from './shownStrips.ts';
import { headShapes, headsHeight } from './stripHeads.ts';
import { type Range, stripShape, words } from './stripShapes.ts';
import { layoutOf, type StripsLayout } from './stripsLayout.ts';
import { type StripView, stripHeightOf } from './stripView.ts';
import { stripViewOf } from './stripViewOf.ts';

/** The room for names before the strips, around everything, and the least height of a strip with its name. */
const GUTTER = 118;
const MARGIN = 14;
const LEAST = 34;
/** The distance between strips; that between lines, whose limits are written beside them; and that between rows of timesteps. */
const GAP = 6;
const LINE_GAP = 14;
const ROW_GAP = 18;
/** The height of the name of a run. */
const RUN = 28;
/** The size of the names of rows, the most characters of one, and the pixels that one takes. */
const NAME = 9;
const LONGEST = 8;
const CHARACTER = 5.4;

/** A picture of strips, and the scales of the colours in it. */
interface StripsPicture extends Picture {
  readonly kinds: readonly ScaleKind[];
}

const KINDS = ['gate', 'signed', 'gradient'] as const;

/** A strip with its name and those of its rows from unit 1 on; units have numbers. */
interface Row {
  readonly symbol: Block['symbol'];
  readonly label: string;
  readonly names: readonly string[] | null;
  readonly view: StripView;
}

/**
 * The strips of the page as a picture so many units wide, in as many rows of timesteps as that takes; of runs that are compared one
 * below the other, under their names.
 */
export function stripsPicture(runs: readonly ShownStrips[], width: number, palette: Palette): StripsPicture {
  const layout = layoutOf(runs, width - 2 * MARGIN - GUTTER, (wanted) =>
    runs.reduce((sum, strips) => sum + blockHeight(strips, wanted), 0),
  );
  const columns = { width: layout.column, bin: 1 };
  const children: Shape[] = [];
  const kinds = new Set<ScaleKind>();
  let top = MARGIN;
  for (const strips of runs) {
    const T = strips.encoded.tokens.length;
    const rows = rowsOf({ ...strips, columns });
    // a line has its scale beside it
    for (const { view } of rows) if (view.unit === null) kinds.add(view.kind);
    if (strips.run) {
      children.push(runShape(strips.run, top, palette));
      top += RUN;
    }
    for (let first = 0; first < T; first += layout.each) {
      const range: Range = [first, Math.min(T, first + layout.each)];
      const { shapes, bottom } = lineOfRows(strips, rows, range, layout, top, palette);
      children.push(...shapes);
      top = bottom + ROW_GAP;
    }
  }
  if (runs.some(({ computed, encoded }) => computed < encoded.tokens.length)) {
    children.push(words('Pale: still to come.', { x: MARGIN + GUTTER, y: top }, palette['ink-soft']));
    top += ROW_GAP;
  }
  return {
    viewBox: [0, 0, width, top - ROW_GAP + MARGIN],
    root: shape('g', { class: 'strips' }, children),
    kinds: KINDS.filter((kind) => kinds.has(kind)),
  };
}

/** The height of a run in a layout. */
function blockHeight(strips: ShownStrips, { each, reading }: StripsLayout): number {
  const gap = gapOf(strips);
  const height = rowsOf(strips).reduce((sum, { view }) => sum + heightOf(view) + gap, -gap);
  return Math.ceil(strips.encoded.tokens.length / each) * (headsHeight(strips, reading) + height + ROW_GAP);
}

/** The letter of a run in its box, and the name of its cell. */
const runShape = ({ letter, name, end }: NonNullable<ShownStrips['run']>, top: number, palette: Palette): Shape =>
  shape('g', { class: 'run' }, [
    shape('rect', { x: MARGIN, y: top, width: 20, height: 18, rx: 4, fill: palette.ink }),
    words(letter, { x: MARGIN + 10, y: top + 13.5 }, palette.panel, { size: 13, anchor: 'middle', weight: 600 }),
    words([name, end].filter(Boolean).join(', '), { x: MARGIN + 28, y: top + 13.5 }, palette.ink, { size: 14 }),
  ]);

/** The strips from the top down, each with its name. */
function rowsOf(strips: ShownStrips): readonly Row[] {
  const { blocks, encoded, answers, folded, computed, dark, columns } = strips;
  const { features } = encoded;
  const rows = blocks.map((block): Row => {
    const view = stripViewOf(block, strips);
    const names = block.id === 'x' ? features : null;
    return { symbol: block.symbol, label: stripName(block, view.unit, features), names, view };
  });
  if (!answers || folded) return rows;
  const { names, y, probabilities } = answers;
  const order = names.map((_, k) => k);
  const view = answerViewOf(answers, framesOf(probabilities ?? y, names.length), order, { dark, columns, computed });
  const label = view.unit === null ? 'answer' : `answer: ${tokenLabel(names[view.unit])}`;
  return [...rows, { symbol: null, label, names, view }];
}

const gapOf = ({ lines }: ShownStrips): number => (lines ? LINE_GAP : GAP);
const heightOf = (view: StripView): number => Math.max(LEAST, stripHeightOf(view));

/** The timesteps of a range: what stands over them, and the strips, with a frame around the present one. */
function lineOfRows(
  strips: ShownStrips,
  rows: readonly Row[],
  range: Range,
  { column, reading }: StripsLayout,
  top: number,
  palette: Palette,
): { readonly shapes: readonly Shape[]; readonly bottom: number } {
  const [first, end] = range;
  const { cursor } = strips;
  const left = MARGIN + GUTTER;
  const right = left + (end - first) * column + MARGIN;
  const shapes = [...headShapes(strips, reading, range, column, { names: MARGIN, left, top, right }, palette)];
  const stripsTop = top + headsHeight(strips, reading);
  const gap = gapOf(strips);
  let y = stripsTop;
  for (const row of rows) {
    const height = heightOf(row.view);
    const at = { x: left, y: y + (height - stripHeightOf(row.view)) / 2 };
    const names = rowNames(row);
    shapes.push(
      shape('g', { class: 'named-strip' }, [
        ...nameShapes(row, Math.max(0, ...names.map(({ text }) => text.length)), y + height / 2, palette),
        ...names.map(({ text, middle }) =>
          words(text, { x: left - 4, y: at.y + middle + 3 }, palette['ink-soft'], { size: NAME, anchor: 'end' }),
        ),
        stripShape(row.view, range, at, palette),
      ]),
    );
    y += height + gap;
  }
  const bottom = y - gap;
  if (cursor.t > first && cursor.t <= end)
    shapes.push(
      shape('rect', {
        class: 'now',
        x: left + (cursor.t - 1 - first) * column - 1.5,
        y: stripsTop - 2,
        width: Math.max(4, column + 2),
        height: bottom - stripsTop + 4,
        rx: 3,
        fill: 'none',
        stroke: palette.ink,
        'stroke-width': 2,
      }),
    );
  return { shapes, bottom };
}

/** The names of the rows of a strip that have room: numbers of units as often as they fit, other names where all of them do. */
function rowNames({ names, view }: Row): readonly { readonly text: string; readonly middle: number }[] {
  const { order, rowHeight, unit } = view;
  const every = Math.ceil(NAME / rowHeight);
  if (unit !== null || (names && every > 1)) return [];
  const textOf = (k: number): string => (names ? cutName(tokenLabel(names[k])) : String(k + 1));
  return order.flatMap((k, row) => (row % every === 0 ? [{ text: textOf(k), middle: (row + 0.5) * rowHeight }] : []));
}

const cutName = (name: string): string =>
  [...name].length > LONGEST ? `${[...name].slice(0, LONGEST - 1).join('')}…` : name;

/** The letter of a strip and its name, in several lines where one is too short beside so many characters of its rows' names. */
function nameShapes({ symbol, label }: Row, beside: number, middle: number, palette: Palette): readonly Shape[] {
  const x = MARGIN + (symbol === null ? 0 : 32);
  const lines = wrapped(label, Math.floor((MARGIN + GUTTER - 4 - CHARACTER * beside - x) / 6.1));
  return [
    ...(symbol === null ? [] : [symbolShape(symbol, 't', { x: MARGIN + 13, y: middle }, palette, 20)]),
    ...lines.map((line, k) =>
      words(line, { x, y: middle + 4 + (k - (lines.length - 1) / 2) * 14 }, palette['ink-soft']),
    ),
  ];
}

/** A text in lines of at most so many characters, where its words allow it. */
function wrapped(text: string, most: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

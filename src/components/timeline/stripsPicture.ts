import type { Picture } from '../../figure/picture.ts';
import { type Palette, type Shape, shape } from '../../figure/shape.ts';
import { symbolShape } from '../../figure/symbol.ts';
import { tokenLabel } from '../../text/tokens.ts';
import type { ScaleKind } from '../../theme/colour.ts';
import { labelsOf } from './answers.ts';
import { answerViewOf } from './answerView.ts';
import type { Block } from './blocks.ts';
import { baseWidthOf, nameEvery } from './columns.ts';
import { fittedRow } from './fittedRow.ts';
import { framesOf } from './frames.ts';
import type { ShownStrips } from './shownStrips.ts';
import { type Range, stripShape, words } from './stripShapes.ts';
import { type StripView, stripHeightOf } from './stripView.ts';
import { stripViewOf } from './stripViewOf.ts';

/** The room for names before the strips, around everything, and the least height of a strip with its name. */
const GUTTER = 118;
const MARGIN = 14;
const LEAST = 34;
const GAP = 6;
/** The distance between strips that are lines, whose limits are written beside them. */
const LINE_GAP = 14;
/** The widest column; the most rows in which tokens are written; the narrowest column, without tokens. */
const WIDEST = 124;
const ROWS = 3;
const NARROWEST = 1.5;
/** The heights of the rows of numbers, tokens and answers. */
const [NUMBERS, TOKENS, ANSWERS, LETTERS] = [16, 24, 20, 15];
/** The characters of the outputs' names, from the top row down, that fit under each other before their strip. */
const MOST_NAMES = 24;
/** The narrowest column under a single letter without a box. */
const LETTER = 8;

/** A strip with its name. */
interface Row {
  readonly symbol: Block['symbol'];
  readonly label: string;
  readonly view: StripView;
}

/** A picture of strips, and the scales of the colours in it. */
interface StripsPicture extends Picture {
  readonly kinds: readonly ScaleKind[];
}

const KINDS = ['gate', 'signed', 'gradient'] as const;

/** The strips of the page as a picture so many units wide, in as many rows of timesteps as that takes. */
export function stripsPicture(strips: ShownStrips, width: number, palette: Palette): StripsPicture {
  const { blocks, tokens, answers, folded, computed, dark } = strips;
  const T = tokens.length;
  const room = width - 2 * MARGIN - GUTTER;
  const column = columnWidth(tokens, room);
  const columns = { width: column, bin: 1 };
  const rows: Row[] = blocks.map((block) => ({ ...block, view: stripViewOf(block, { ...strips, columns }) }));
  if (answers && !folded) {
    const { names, y, probabilities } = answers;
    const order = names.map((_, k) => k);
    const view = answerViewOf(answers, framesOf(probabilities ?? y, names.length), order, { dark, columns, computed });
    const told = names.map(tokenLabel).join(', ');
    rows.push({ symbol: null, label: [...told].length <= MOST_NAMES ? `answer: ${told}` : 'answer', view });
  }
  const each = Math.floor(room / column);
  const children: Shape[] = [];
  let top = MARGIN;
  for (let first = 0; first < T; first += each) {
    const range: Range = [first, Math.min(T, first + each)];
    const { shapes, bottom } = lineOfRows(strips, rows, range, column, top, palette);
    children.push(...shapes);
    top = bottom + 3 * GAP;
  }
  if (computed < T) {
    children.push(words('Pale: still to come.', { x: MARGIN + GUTTER, y: top }, palette['ink-soft']));
    top += 3 * GAP;
  }
  return {
    viewBox: [0, 0, width, top - 3 * GAP + MARGIN],
    root: shape('g', { class: 'strips' }, children),
    // a line has its scale beside it
    kinds: KINDS.filter((kind) => rows.some(({ view }) => view.unit === null && view.kind === kind)),
  };
}

/** The width of a column: that of the tokens where a few rows hold them all, otherwise as narrow as one row needs. */
function columnWidth(tokens: readonly string[], room: number): number {
  const T = tokens.length;
  const base = baseWidthOf(tokens);
  if (T * base <= room) return Math.min(WIDEST, Math.floor(room / T));
  if (T <= ROWS * Math.floor(room / base)) return base;
  return Math.max(NARROWEST, Math.floor((2 * room) / T) / 2);
}

/** The timesteps of a range: their numbers and tokens, the answers, and the strips, with a frame around the present one. */
function lineOfRows(
  strips: ShownStrips,
  rows: readonly Row[],
  [first, end]: Range,
  column: number,
  start: number,
  palette: Palette,
): { readonly shapes: readonly Shape[]; readonly bottom: number } {
  const { tokens, answers, cursor } = strips;
  const left = MARGIN + GUTTER;
  const readable = column >= baseWidthOf(tokens);
  const steps = Array.from({ length: end - first }, (_, k) => first + k + 1);
  const middle = (t: number): number => left + (t - 1 - first + 0.5) * column;
  const name = (text: string, y: number): Shape => words(text, { x: MARGIN, y }, palette['ink-soft']);
  const every = readable ? 1 : nameEvery({ width: column, bin: 1 });
  const shapes: Shape[] = [
    name('timestep', start + 11),
    ...steps
      .filter((t) => (t - 1) % every === 0)
      .map((t) =>
        readable
          ? words(String(t), { x: middle(t), y: start + 11 }, palette['ink-soft'], { size: 11, anchor: 'middle' })
          : shape('g', {}, [
              shape('rect', { x: middle(t) - column / 2, y: start, width: 1, height: NUMBERS - 2, fill: palette.line }),
              words(String(t), { x: middle(t) - column / 2 + 3, y: start + 11 }, palette['ink-soft'], { size: 11 }),
            ]),
      ),
  ];
  let y = start + NUMBERS;
  if (readable) {
    shapes.push(
      name('reads', y + 16),
      ...steps.map((t) => tokenShape(tokens[t - 1], t, cursor.t, { x: middle(t), y, width: column }, palette)),
    );
    y += TOKENS + 2;
    if (answers) {
      const { texts } = labelsOf(answers);
      shapes.push(
        name('answers', y + 14),
        ...steps.map((t) =>
          shape('g', {}, answerShapes(strips, texts[t - 1], t, { x: middle(t), y: y + 14 }, column, palette)),
        ),
      );
      y += ANSWERS;
    }
  }
  if (!readable && column >= LETTER && tokens.every((token) => [...token].length <= 1)) {
    const { ink, 'ink-soft': soft } = palette;
    shapes.push(
      name('reads', y + 10),
      ...steps.map((t) =>
        words(tokenLabel(tokens[t - 1]), { x: middle(t), y: y + 10 }, t > cursor.t ? soft : ink, {
          size: 10,
          anchor: 'middle',
          weight: t > cursor.t ? 400 : 600,
        }),
      ),
    );
    y += LETTERS;
  }
  const stripsTop = y;
  const gap = strips.lines ? LINE_GAP : GAP;
  for (const { symbol, label, view } of rows) {
    const height = Math.max(LEAST, stripHeightOf(view));
    const at = { x: left, y: y + (height - stripHeightOf(view)) / 2 };
    shapes.push(
      shape('g', { class: 'named-strip' }, [
        ...nameShapes(
          symbol,
          view.unit === null ? label : `${symbol === null ? `${label}, ` : ''}unit\u00a0${view.unit + 1}`,
          y + height / 2,
          palette,
        ),
        stripShape(view, [first, end], at, palette),
      ]),
    );
    y += height + gap;
  }
  y -= gap;
  if (cursor.t > first && cursor.t <= end)
    shapes.push(
      shape('rect', {
        class: 'now',
        x: middle(cursor.t) - column / 2 - 1.5,
        y: stripsTop - 2,
        width: Math.max(4, column + 2),
        height: y - stripsTop + 4,
        rx: 3,
        fill: 'none',
        stroke: palette.ink,
        'stroke-width': 2,
      }),
    );
  return { shapes, bottom: y };
}

/** The letter of a strip and its name, in two lines where one is too short. */
function nameShapes(symbol: Block['symbol'], label: string, middle: number, palette: Palette): readonly Shape[] {
  const x = MARGIN + (symbol === null ? 0 : 32);
  const lines = wrapped(label, Math.floor((MARGIN + GUTTER - 4 - x) / 6.1));
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

interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** A token in its box: the present one stands out, what is still to come is pale. */
function tokenShape(token: string, t: number, now: number, { x, y, width }: Place, palette: Palette): Shape {
  const box = { x: x - width / 2 + 0.5, y, width: width - 1, height: TOKENS, rx: 4 };
  return shape('g', { class: 'token' }, [
    shape('rect', { ...box, fill: t === now ? palette.accent : palette.input, ...(t > now && { opacity: 0.35 }) }),
    words(cut(tokenLabel(token), width), { x, y: y + 16.5 }, t === now ? palette.panel : palette.ink, {
      size: 13,
      anchor: 'middle',
      weight: t > now ? 400 : 600,
    }),
  ]);
}

/** A text that fits into a column: a row of numbers as its first ones, any other cut. */
function cut(text: string, width: number): string {
  if (text.includes(',\u2009')) return fittedRow(text.replaceAll(',\u2009', ', '), width);
  const most = Math.max(2, Math.floor((width - 6) / 7.6));
  return [...text].length <= most ? text : `${[...text].slice(0, most - 1).join('')}…`;
}

/** The answer of a timestep once it is computed; a wrong one has a cross and a colour of its own. */
function answerShapes(
  { marks, computed }: ShownStrips,
  text: string,
  t: number,
  { x, y }: { readonly x: number; readonly y: number },
  width: number,
  palette: Palette,
): readonly Shape[] {
  const mark = marks?.[t - 1];
  if (t > computed || (marks && !mark)) return [];
  const sign = mark ? { true: '✓ ', false: '✗ ', null: '' }[String(mark.right) as 'true' | 'false' | 'null'] : '';
  const fill = mark?.right === false ? palette['op-line'] : palette.ink;
  return [words(`${sign}${cut(tokenLabel(text), width)}`, { x, y }, fill, { anchor: 'middle' })];
}

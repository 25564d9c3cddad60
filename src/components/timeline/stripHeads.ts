import { type Palette, type Shape, shape } from '../../figure/shape.ts';
import { tokenLabel } from '../../text/tokens.ts';
import { labelsOf } from './answers.ts';
import { labelWidthOf, nameEvery } from './columns.ts';
import { fittedRow } from './fittedRow.ts';
import type { ShownStrips } from './shownStrips.ts';
import { type Range, words } from './stripShapes.ts';

/**
 * What is written of the sequence over the strips: every token in its box, every letter of a text, or some of what is read, from
 * which the rest follows.
 */
export type Reading = 'tokens' | 'letters' | 'some';

/** The heights of the rows of numbers, tokens, answers, and of small text. */
const [NUMBERS, TOKENS, ANSWERS, SMALL] = [16, 24, 20, 15];
/** Pixels that a character of small text takes, in a text and in numbers. */
const CHARACTER = 6.6;
const DIGIT = 6.2;
/** The least room for the number of a timestep. */
const ROOM = 52;
/** The most room that a number or a word takes. */
const WIDE = 84;

/** The height of what stands over the strips of a row of timesteps. */
export function headsHeight(strips: ShownStrips, reading: Reading): number {
  const { encoded, answers } = strips;
  const labels = encoded.labels ? SMALL : 0;
  if (reading !== 'tokens') return NUMBERS + SMALL + labels;
  return NUMBERS + TOKENS + 2 + labels + (answers ? ANSWERS : 0) + (isWrong(strips) ? SMALL : 0);
}

/** True if an answer so far is wrong: the right one stands below it. */
const isWrong = ({ marks, computed }: ShownStrips): boolean =>
  marks?.slice(0, computed).some((mark) => mark?.right === false) ?? false;

/** The place of a row of timesteps: the left end of its names, that of its first column, the top, and the right end of the picture. */
export interface Place {
  readonly names: number;
  readonly left: number;
  readonly top: number;
  readonly right: number;
}

/** The numbers of the timesteps and what is read at them, over the strips of a range. */
export function headShapes(
  strips: ShownStrips,
  reading: Reading,
  [first, end]: Range,
  column: number,
  place: Place,
  palette: Palette,
): readonly Shape[] {
  const { encoded, answers, cursor } = strips;
  const { tokens, labels } = encoded;
  const { names, left, top } = place;
  const soft = palette['ink-soft'];
  const steps = Array.from({ length: end - first }, (_, k) => first + k + 1);
  const middle = (t: number): number => left + (t - 1 - first + 0.5) * column;
  const name = (text: string, y: number): Shape => words(text, { x: names, y }, soft);
  const shapes = [name('timestep', top + 11)];
  let y = top + NUMBERS;
  if (reading === 'tokens') {
    const small = { size: 11, anchor: 'middle' };
    shapes.push(
      ...steps.map((t) => words(String(t), { x: middle(t), y: top + 11 }, soft, small)),
      name('reads', y + 16),
      ...steps.map((t) => tokenShape(tokens[t - 1], t, cursor.t, { x: middle(t), y, width: column }, palette)),
    );
    y += TOKENS + 2;
    if (labels) {
      shapes.push(
        name('label', y + 11),
        ...steps.map((t) => words(cut(labels[t - 1], column / 0.8), { x: middle(t), y: y + 11 }, soft, small)),
      );
      y += SMALL;
    }
    if (answers) {
      const { texts } = labelsOf(answers);
      shapes.push(
        name('answers', y + 14),
        ...steps.map((t) => answerShape(strips, texts[t - 1], t, { x: middle(t), y: y + 14, width: column }, palette)),
      );
    }
    return shapes;
  }
  const room = Math.max(ROOM, labelWidthOf(labels), reading === 'some' ? labelWidthOf(tokens) : 0);
  const ticks = ticksOf([first, end], nameEvery({ width: column, bin: 1 }, room), Math.ceil(room / column));
  const at = (text: string, t: number, row: number): readonly Shape[] => {
    const x = middle(t) - column / 2 + 3;
    return x + DIGIT * [...text].length > place.right ? [] : [words(text, { x, y: row }, soft, { size: 11 })];
  };
  shapes.push(
    ...ticks.flatMap((t) => [
      shape('rect', { x: middle(t) - column / 2, y: top, width: 1, height: NUMBERS - 2, fill: palette.line }),
      ...at(String(t), t, top + 11),
    ]),
    name('reads', y + 10),
    ...(reading === 'letters'
      ? steps.map((t) =>
          words(tokenLabel(tokens[t - 1]), { x: middle(t), y: y + 10 }, t > cursor.t ? soft : palette.ink, {
            size: 10,
            anchor: 'middle',
            weight: t > cursor.t ? 400 : 600,
          }),
        )
      : ticks.flatMap((t, k) => at(readFrom(tokens, t, (ticks[k + 1] ?? end + 1) - t, column), t, y + 10))),
  );
  y += SMALL;
  if (labels) shapes.push(name('label', y + 10), ...ticks.flatMap((t) => at(labels[t - 1], t, y + 10)));
  return shapes;
}

/** The timesteps of a range that are named: its first one and the multiples of `every` that leave room for it. */
const ticksOf = ([first, end]: Range, every: number, room: number): readonly number[] => [
  first + 1,
  ...Array.from({ length: Math.floor(end / every) }, (_, k) => (k + 1) * every).filter((t) => t > first + room),
];

/** Returns what the cell reads from a timestep on, as far as it fits into so many columns: the letters of a text, or one number or word. */
function readFrom(tokens: readonly string[], t: number, steps: number, column: number): string {
  const room = steps * column - 6;
  // there is so much room at every timestep that is named but perhaps the last, where a number that is cut would be another one
  if (tokens.some((token) => [...token].length > 1)) return cut(tokenLabel(tokens[t - 1]), Math.max(room, WIDE) / 0.8);
  const whole = steps * CHARACTER <= room;
  const letters = tokens.slice(t - 1, t - 1 + (whole ? steps : Math.max(1, Math.floor(room / CHARACTER) - 1)));
  return `${letters.map(tokenLabel).join('')}${whole ? '' : '…'}`;
}

interface Cell {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** A token in its box: the present one stands out, what is still to come is pale. */
function tokenShape(token: string, t: number, now: number, { x, y, width }: Cell, palette: Palette): Shape {
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

/** The answer of a timestep once it is computed, with the signs of the page; below a wrong one stands the right one. */
function answerShape(
  { marks, computed }: ShownStrips,
  text: string,
  t: number,
  { x, y, width }: Cell,
  palette: Palette,
): Shape {
  const mark = marks?.[t - 1];
  const pending = t > computed;
  const right = mark && !pending ? mark.right : null;
  const sign = mark && (pending ? '?' : right === null ? '•' : right ? '✓' : '✗');
  const asked = mark || !marks;
  const answer = pending || !asked ? '' : cut(tokenLabel(text), width);
  const line = (one: string, at: number, ink: 'ink' | 'ink-soft' | 'op-line'): readonly Shape[] =>
    one === '' ? [] : [words(one, { x, y: at }, palette[ink], { anchor: 'middle' })];
  return shape('g', { class: 'answer' }, [
    ...line(
      asked ? [sign, answer].filter(Boolean).join(' ') : '·',
      y,
      right === false ? 'op-line' : pending ? 'ink-soft' : 'ink',
    ),
    ...(right === false && mark ? line(`→${cut(tokenLabel(mark.expected), width - 8)}`, y + 14, 'ink') : []),
  ]);
}

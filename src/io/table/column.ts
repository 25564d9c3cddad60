import { MAX_VALUE } from '../limits.ts';
import { quoted } from '../reading.ts';
import { isDate } from './dates.ts';
import { isMissing } from './missing.ts';
import {
  formatsOf,
  isNumeric,
  isPlain,
  type NumberFormat,
  numberIn,
  plainFormat,
  undecorated,
} from './numberFormat.ts';

/** The kind of the cells of a column. */
export type ColumnKind = 'number' | 'date' | 'word' | 'empty';

/** One way to read the numbers of a column. */
export interface NumberReading {
  readonly format: NumberFormat;
  /** NaN where a value is missing, or cannot be read. */
  readonly values: readonly number[];
}

/** A column of a table, understood as far as its own cells tell. */
export interface Column {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly cells: readonly string[];
  /** The ways to read its numbers, each with other values; one where nothing is open. */
  readonly readings: readonly NumberReading[];
  /** The mark around each number: a percent sign or a currency. */
  readonly mark: string;
  /** Rows without a value, from 0. */
  readonly missing: readonly number[];
  /** The first cell that is not what the others are: its row, from 0, and why, as the end of a sentence. */
  readonly fault: { readonly row: number; readonly why: string } | null;
}

/** The share of cells that are no numbers above which a column is one of words, rather than of numbers with faults. */
const MOSTLY = 0.7;

/** Understands the cells of one column. */
export function columnOf(name: string, cells: readonly string[]): Column {
  const missing: number[] = [];
  const others: number[] = [];
  for (let row = 0; row < cells.length; row++)
    if (isPlain(cells[row])) continue;
    else if (isMissing(cells[row])) missing.push(row);
    else others.push(row);
  const base = { name, cells, missing, mark: '', fault: null, readings: [] };
  if (missing.length === cells.length) return { ...base, kind: 'empty' };
  if (others.length > 0 && others.length + missing.length === cells.length && others.every((row) => isDate(cells[row])))
    return { ...base, kind: 'date' };
  return numbersOf(base, new Set(missing), others);
}

/** The column as numbers, or as words where most cells are none. */
function numbersOf(base: Omit<Column, 'kind'>, missing: ReadonlySet<number>, others: readonly number[]): Column {
  const { cells } = base;
  const plain = others.length === 0;
  const read = plain ? [] : cells.map((cell, row) => (missing.has(row) ? { text: '', mark: '' } : undecorated(cell)));
  const texts = plain ? cells : read.map(({ text }) => text);
  const wrong = plain ? [] : others.filter((row) => !isNumeric(texts[row]));
  const present = cells.length - missing.size;
  if (wrong.length > MOSTLY * present) return { ...base, kind: 'word' };
  const skip = new Set([...missing, ...wrong]);
  const known = texts.filter((_, row) => !skip.has(row));
  const found = plain ? plainFormats(known) : formatsOf(known);
  const valuesIn = (format: NumberFormat): readonly number[] =>
    texts.map((text, row) =>
      skip.has(row)
        ? Number.NaN
        : plain && format === plainFormat
          ? Number(text)
          : (numberIn(text, format) ?? Number.NaN),
    );
  const readings: NumberReading[] = [];
  for (const format of found.length > 0 ? found : mostIn(known)) {
    const values = valuesIn(format);
    if (!readings.some((other) => other.values.every((value, row) => Object.is(value, values[row]))))
      readings.push({ format, values });
  }
  const marks = new Set(read.filter((_, row) => !skip.has(row)).map(({ mark }) => mark));
  const [mark = ''] = marks;
  const { values } = readings[0];
  const unread = values.findIndex(
    (value, row) => !missing.has(row) && (Number.isNaN(value) || Math.abs(value) > MAX_VALUE),
  );
  const odd =
    marks.size > 1 && marks.has('%') ? read.findIndex(({ mark: one }, row) => !skip.has(row) && one !== mark) : -1;
  const fault =
    unread >= 0
      ? { row: unread, why: whyNot(cells[unread], values[unread]) }
      : odd >= 0
        ? {
            row: odd,
            why: `holds ${quoted(cells[odd])}; only some of the cells have a percent sign. Give one to all of them or to none.`,
          }
        : null;
  return { ...base, kind: 'number', readings, mark, fault };
}

/** Plain numbers, of which those such as 1.234 alone may also have dots between thousands. */
function plainFormats(known: readonly string[]): readonly NumberFormat[] {
  if (known.every((text) => !text.includes('.'))) return [plainFormat];
  return known.some((text) => text.includes('.') && !/^[+-]?[1-9]\d{0,2}\.\d{3}$/.test(text))
    ? [plainFormat]
    : formatsOf(known).filter(({ group }) => group === '' || group === '.');
}

/** The format that reads the most of these texts, where none reads all. */
function mostIn(known: readonly string[]): readonly NumberFormat[] {
  let best: NumberFormat = plainFormat;
  let most = -1;
  for (const format of formatsOf([])) {
    const n = known.filter((text) => numberIn(text, format) !== null).length;
    if (n > most) [best, most] = [format, n];
  }
  return [best];
}

function whyNot(cell: string, value: number): string {
  if (/^[+-]?(inf|infinity|∞)$/i.test(cell))
    return `holds ${quoted(cell)}, which is infinite. Put a finite number there.`;
  if (Number.isNaN(value)) return `holds ${quoted(cell)}, which is not a number. Correct it or leave the column out.`;
  return `holds ${quoted(cell)}, which is too large. Use numbers up to ${MAX_VALUE}.`;
}

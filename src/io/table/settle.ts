import { quoted } from '../reading.ts';
import type { TableChoices } from './choices.ts';
import type { Column, NumberReading } from './column.ts';
import { areCompactDates, datePartsOf } from './dates.ts';
import { sentinelIn } from './missing.ts';
import { undecorated } from './numberFormat.ts';
import type { TableQuestion } from './question.ts';

/** A column whose numbers are settled; NaN where a value is missing or cannot be read. */
export interface SettledColumn extends Column {
  readonly values: readonly number[];
}

type Settled = { readonly columns: readonly SettledColumn[]; readonly notes: readonly string[] } | TableQuestion;

const isOpen = ({ readings }: Column): boolean => readings.length > 1;
const hasDecimals = (columns: readonly Column[], decimal: '.' | ','): boolean =>
  columns.some(({ kind, readings, cells }) => {
    if (kind !== 'number' || readings.length !== 1 || readings[0].format.decimal !== decimal) return false;
    return cells.some((cell) => undecorated(cell).text.includes(decimal));
  });

/**
 * Settles what the numbers of every column are: by what the reader chose, else by what the other columns show, else by a
 * question. A point that may be a decimal point is one, unless other columns of the table have decimal commas.
 */
function settledNumbers(columns: readonly Column[], { decimal }: TableChoices): Settled {
  const open = columns.filter(isOpen);
  const notes: string[] = [];
  const points = open.length > 0 && hasDecimals(columns, '.');
  const commas = open.length > 0 && hasDecimals(columns, ',');
  const settled: SettledColumn[] = [];
  for (const column of columns) {
    const chosen = isOpen(column) ? chosenReading(column, decimal, points, commas) : column.readings[0];
    if (!chosen && isOpen(column)) return decimalQuestion(open[0]);
    if (chosen && isOpen(column)) {
      const row = exampleRows(column)[0];
      const other = column.readings.find((reading) => reading !== chosen);
      notes.push(
        `In ${quoted(column.name)} ${column.cells[row]} was read as ${chosen.values[row]}, not ${other?.values[row]}.`,
      );
    } else if (chosen && chosen.format.decimal === ',' && column.cells.some((cell) => cell.includes(',')))
      notes.push(`In ${quoted(column.name)} commas were read as decimal commas.`);
    else if (chosen && chosen.format.group !== '') notes.push(groupNote(column, chosen));
    if (column.mark !== '') notes.push(`In ${quoted(column.name)} the ${column.mark} was left off the numbers.`);
    settled.push({ ...column, values: chosen?.values ?? [] });
  }
  return { columns: settled, notes };
}

function groupNote({ name, cells }: Column, { values, format }: NumberReading): string {
  const row = cells.findIndex((cell) => undecorated(cell).text.includes(format.group === 'lakh' ? ',' : format.group));
  return `In ${quoted(name)} ${cells[row]} was read as ${values[row]}.`;
}

function chosenReading(
  { readings }: Column,
  decimal: TableChoices['decimal'],
  points: boolean,
  commas: boolean,
): NumberReading | undefined {
  const by = (sign: '.' | ','): NumberReading | undefined => readings.find(({ format }) => format.decimal === sign);
  if (decimal) return by(decimal === 'comma' ? ',' : '.') ?? readings[0];
  const withComma = readings.some(({ format }) => format.decimal === ',' && format.group === '');
  if (withComma && points !== commas) return by(points ? '.' : ',');
  return withComma || commas ? undefined : by('.');
}

/** Two rows whose values differ between the readings; the same twice where there is one. */
function exampleRows({ readings: [one, other] }: Column): readonly [number, number] {
  const rows: number[] = [];
  for (let row = 0; row < one.values.length && rows.length < 2; row++)
    if (!Number.isNaN(one.values[row]) && one.values[row] !== other.values[row]) rows.push(row);
  return [rows[0] ?? 0, rows[1] ?? rows[0] ?? 0];
}

function decimalQuestion(column: Column): TableQuestion {
  const rows = [...new Set(exampleRows(column))];
  const written = rows.map((row) => column.cells[row]).join(' and ');
  const as = (decimal: 'comma' | 'point'): string => {
    const sign = decimal === 'comma' ? ',' : '.';
    const reading = column.readings.find(({ format }) => format.decimal === sign) ?? column.readings[0];
    return rows.map((row) => reading.values[row]).join(' and ');
  };
  return {
    ok: 'question',
    question: `In ${quoted(column.name)}, ${rows.length > 1 ? 'do' : 'does'} ${written} mean ${as('comma')}, or ${as('point')}?`,
    choices: [
      { label: `${as('comma')}: decimal comma`, written: '--decimal comma', given: { decimal: 'comma' } },
      { label: `${as('point')}: decimal point`, written: '--decimal point', given: { decimal: 'point' } },
    ],
  };
}

/** Whole numbers that look like dates become labels, as chosen; asked where it is open. */
function settledDates(
  columns: readonly SettledColumn[],
  { dates }: TableChoices,
): readonly SettledColumn[] | TableQuestion {
  const found = columns.find((column) => column.kind === 'number' && looksLikeDates(column));
  if (!found || dates === 'number') return columns;
  if (dates === 'label')
    return columns.map((column) => (looksLikeDates(column) ? { ...column, kind: 'date', values: [] } : column));
  return {
    ok: 'question',
    question: `${quoted(found.name)} has numbers that look like dates, for instance ${found.cells[0]}. Are they labels of the timesteps, or numbers for the cell?`,
    choices: [
      { label: 'Dates: keep them as labels', written: '--dates label', given: { dates: 'label' } },
      { label: 'Numbers', written: '--dates number', given: { dates: 'number' } },
    ],
  };
}

const looksLikeDates = ({ kind, values }: SettledColumn): boolean => kind === 'number' && areCompactDates(values);

/** Numbers that mark a missing value become missing, as chosen; asked where it is open. */
function settledSentinels(
  columns: readonly SettledColumn[],
  { sentinels }: TableChoices,
  lineOf: (row: number) => number,
): readonly SettledColumn[] | TableQuestion {
  if (sentinels === 'number') return columns;
  const marked: SettledColumn[] = [];
  for (const column of columns) {
    const mark = column.kind === 'number' ? sentinelIn(column.values) : null;
    if (mark === null) {
      marked.push(column);
      continue;
    }
    const rows = column.values.flatMap((value, row) => (value === mark ? [row] : []));
    if (sentinels === undefined) return sentinelQuestion(column, mark, rows.map(lineOf));
    const values = column.values.map((value) => (value === mark ? Number.NaN : value));
    marked.push({ ...column, values, missing: [...column.missing, ...rows].toSorted((a, b) => a - b) });
  }
  return marked;
}

function sentinelQuestion({ name }: Column, mark: number, lines: readonly number[]): TableQuestion {
  const shown = String(mark).replace('-', '−');
  const where =
    lines.length === 1 ? `row ${lines[0]}` : `rows ${lines.slice(0, 3).join(', ')}${lines.length > 3 ? ', …' : ''}`;
  return {
    ok: 'question',
    question: `In ${quoted(name)}, ${where} ${lines.length === 1 ? 'is' : 'are'} ${shown}, far from all other values. Does ${shown} mean that the value is missing?`,
    choices: [
      { label: `Yes, ${shown} means missing`, written: '--sentinels missing', given: { sentinels: 'missing' } },
      { label: `No, ${shown} is a value`, written: '--sentinels number', given: { sentinels: 'number' } },
    ],
  };
}

/** Settles numbers, dates and marks for missing values, or asks the first question about them. */
export function settledColumns(
  columns: readonly Column[],
  choices: TableChoices,
  lineOf: (row: number) => number,
): Settled {
  const numbers = settledNumbers(columns, choices);
  if ('ok' in numbers) return numbers;
  const dated = settledDates(numbers.columns, choices);
  if ('ok' in dated) return dated;
  const marked = settledSentinels(dated, choices, lineOf);
  return 'ok' in marked ? marked : { columns: marked, notes: numbers.notes };
}

/** Numbers made of the dates of a column: month, day of the month and weekday, as far as the dates give them. */
export const partsOfDates = ({ cells, kind }: Column): ReturnType<typeof datePartsOf> =>
  datePartsOf(kind === 'date' ? cells.map(withSigns) : []);

/** 20200131 as 2020-01-31. */
const withSigns = (cell: string): string => cell.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');

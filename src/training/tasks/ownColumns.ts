import { withCommas } from '../../text/counts.ts';
import { Refusal } from '../../text/refusal.ts';
import { scaled, standardScale } from '../../text/scales.ts';
import type { Rival, Task } from '../task.ts';
import { fewDigits } from './fewDigits.ts';
import { heldOutFrom, longestWindow, MAX_DISTINCT, MAX_ROWS, neededFor } from './ownData.ts';
import { nameAfter, needsBefore, needsPositive, type Transform, transformed, transforms } from './transform.ts';

/** Rows under the names of their columns; a cell is a number, or the text of one. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (number | string)[])[];
}

/** The fewest rows: windows of three timesteps. */
export const MIN_ROWS = neededFor(3);
const MAX_VALUE = 1e100;

function numberOf(cell: number | string, row: number, column: string): number {
  const value = typeof cell === 'number' ? cell : cell.trim() === '' ? Number.NaN : Number(cell);
  if (Number.isFinite(value) && Math.abs(value) <= MAX_VALUE) return value;
  const holds = String(cell).trim() === '' ? 'is empty' : `holds “${String(cell).trim()}”`;
  throw new Refusal(
    `Row ${row} of column “${column}” ${holds}; it must be a number up to ${MAX_VALUE}. Correct it, or leave the column out.`,
  );
}

/** The columns as numbers. Throws a sentence for what cannot be learned from. */
function numbersOf({ columns, rows }: Table): readonly (readonly number[])[] {
  if (columns.length > MAX_DISTINCT)
    throw new Refusal(
      `There are ${withCommas(columns.length)} columns; at most ${MAX_DISTINCT} are read. Leave some out.`,
    );
  if (rows.length > MAX_ROWS)
    throw new Refusal(
      `There are ${withCommas(rows.length)} rows; at most ${withCommas(MAX_ROWS)} are read. Use only some of them.`,
    );
  if (rows.length < MIN_ROWS)
    throw new Refusal(
      `There ${rows.length === 1 ? 'is 1 row' : `are ${rows.length} rows`}, of which a fifth is held out; at least ${MIN_ROWS} are needed. Add rows.`,
    );
  for (const [r, row] of rows.entries())
    if (row.length !== columns.length)
      throw new Refusal(
        `Row ${r + 1} has ${row.length} cells for ${columns.length} columns. Give every row one cell per column.`,
      );
  return columns.map((column, k) => rows.map((row, r) => numberOf(row[k], r + 1, column)));
}

/** The options of learning a table. */
export interface ForecastOptions {
  /** Rows from one season to the next, where the reader knows of one: 12 for months. */
  readonly season?: number | undefined;
  readonly transform?: Transform;
}

/** Refuses a column from which nothing can be learned. */
function checkColumn(numbers: readonly (readonly number[])[], columns: readonly string[], transform: Transform): void {
  if (!needsPositive(transform)) return;
  for (const [k, values] of numbers.entries()) {
    const row = values.findIndex((value) => value <= 0);
    if (row >= 0)
      throw new Refusal(
        `Row ${row + 1} of column “${columns[k]}” is ${values[row]}, which has no logarithm. Take differences, or leave the column out.`,
      );
  }
}

/**
 * One column of a table, one timestep ahead, from all columns up to now. Every column is changed as `transform` says and
 * scaled to mean 0 and standard deviation 1 over the first four fifths of the rows; windows of these are trained on,
 * windows of the last fifth are held out. Its rivals are “the last value again” and, where a season is told, “the value a
 * season ago”. Refuses what cannot be read with a sentence that names it.
 */
export function ownColumns(table: Table, column: string, { season, transform = 'none' }: ForecastOptions = {}): Task {
  const predicted = table.columns.indexOf(column);
  if (predicted < 0)
    throw new Refusal(
      `There is no column “${column}”. Choose one of ${table.columns.map((one) => `“${one}”`).join(', ')}.`,
    );
  const numbers = numbersOf(table);
  const n = table.rows.length;
  const boundary = heldOutFrom(n);
  const first = needsBefore(transform) ? 1 : 0;
  if (season !== undefined && !(Number.isInteger(season) && season >= 2 && season < boundary))
    throw new Refusal(`A season is a whole number of rows from 2 to ${boundary - 1}, not ${season}.`);
  checkColumn(numbers, table.columns, transform);
  /** Transforms a value of column k in a row for the input. */
  const entering = (k: number, value: number, row: number): number =>
    transformed(transform, value, numbers[k][row - 1] ?? Number.NaN);
  const changed = numbers.map((values, k) => values.map((value, row) => entering(k, value, row)));
  const trained = changed[predicted].slice(first, boundary);
  if (trained.every((value) => value === trained[0]))
    throw new Refusal(`“${column}” is ${trained[0]} in every row that is trained on. Choose a column that changes.`);
  const scales = changed.map((values) => standardScale(values.slice(first, boundary)));
  const onScale = changed.map((values, k) => values.map((value) => scaled(value, scales[k])));
  const named = table.columns.map((name) => nameAfter(transform, name));
  /** A value as a forecast of the row after this one, on the scale of the targets. */
  const forecast = (value: number | undefined, row: number): number =>
    value === undefined ? Number.NaN : scaled(entering(predicted, value, row + 1), scales[predicted]);
  const rivals: readonly Rival[] = [
    { id: 'last', label: 'the last value again' },
    ...(season === undefined ? [] : [{ id: 'season', label: 'the value a season ago' }]),
  ];
  const longest = longestWindow(n);
  const { sentence } = transforms[transform];
  const windowsOf = (start: number, end: number): Task => ({
    id: 'own-columns',
    title: `Next value of ${column}`,
    sentence: `Read the columns row by row and predict “${column}” one row ahead. ${sentence === '' ? '' : `${sentence} `}The cell reads each column scaled to mean 0 and standard deviation 1, as in the example.`,
    asks: 'value',
    level: { label: 'window', min: 1, max: longest, initial: Math.min(longest, 25) },
    inputs: named,
    symbols: false,
    outputs: [named[predicted]],
    tracks: [
      { id: 'value', label: `“${named[predicted]}”, scaled` },
      { id: 'change', label: `the change of “${named[predicted]}” since the row before, scaled` },
    ],
    scales,
    rivals,
    example(random, T) {
      const from = start + random.whole(end - start - T);
      const at = Array.from({ length: T }, (_, t) => from + t);
      const values = onScale[predicted];
      return {
        x: Float64Array.from(at.flatMap((row) => onScale.map((one) => one[row]))),
        tokens: at.map((row) => fewDigits(changed[predicted][row])),
        targets: at.map((row) => values[row + 1]),
        forecasts: {
          last: at.map((row) => forecast(numbers[predicted][row], row)),
          ...(season !== undefined && { season: at.map((row) => forecast(numbers[predicted][row + 1 - season], row)) }),
        },
        tracks: {
          value: at.map((row) => values[row]),
          change: at.map((row) => (row === start ? Number.NaN : values[row] - values[row - 1])),
        },
      };
    },
  });
  return {
    ...windowsOf(first, boundary),
    heldOut: windowsOf(boundary, n),
    heldOutWords: 'the last fifth of the table',
  };
}

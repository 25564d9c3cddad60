import { withCommas } from '../../text/counts.ts';
import { Refusal } from '../../text/refusal.ts';
import { scaled, standardScale } from '../../text/scales.ts';
import type { Task } from '../task.ts';
import { fewDigits } from './fewDigits.ts';
import { heldOutFrom, longestWindow, MAX_DISTINCT, MAX_ROWS, neededFor } from './ownData.ts';

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
    `Row ${row} of column “${column}” ${holds}; a number up to ${MAX_VALUE} is needed. Correct it, or leave the column out.`,
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
      `There are ${withCommas(rows.length)} rows; at most ${withCommas(MAX_ROWS)} are read. Take a part of them.`,
    );
  if (rows.length < MIN_ROWS)
    throw new Refusal(
      `There ${rows.length === 1 ? 'is 1 row' : `are ${rows.length} rows`}, of which a fifth is held out; at least ${MIN_ROWS} are needed. Add rows.`,
    );
  for (const [r, row] of rows.entries())
    if (row.length !== columns.length)
      throw new Refusal(
        `Row ${r + 1} has ${row.length} cells for ${columns.length} columns. Give every row one cell a column.`,
      );
  return columns.map((column, k) => rows.map((row, r) => numberOf(row[k], r + 1, column)));
}

/**
 * One column of a table, one timestep ahead, from all columns up to now. Every column is scaled to mean 0 and standard
 * deviation 1 over the first four fifths of the rows; windows of these are trained on, windows of the last fifth are
 * held out. Throws a sentence that names what cannot be read.
 */
export function ownColumns(table: Table, column: string): Task {
  const predicted = table.columns.indexOf(column);
  if (predicted < 0)
    throw new Refusal(
      `There is no column “${column}”. Choose one of ${table.columns.map((one) => `“${one}”`).join(', ')}.`,
    );
  const numbers = numbersOf(table);
  const n = table.rows.length;
  const boundary = heldOutFrom(n);
  const trained = numbers[predicted].slice(0, boundary);
  if (trained.every((value) => value === trained[0]))
    throw new Refusal(`“${column}” is ${trained[0]} in every row that is trained on. Choose a column that changes.`);
  const scales = numbers.map((values) => standardScale(values.slice(0, boundary)));
  const onScale = numbers.map((values, k) => values.map((value) => scaled(value, scales[k])));
  const longest = longestWindow(n);
  const windowsOf = (start: number, end: number): Task => ({
    id: 'own-columns',
    title: `Next value of ${column}`,
    sentence: `Read the columns row by row and predict “${column}” one row ahead. The cell reads each column scaled to mean 0 and standard deviation 1, as in the example.`,
    asks: 'value',
    level: { label: 'window', min: 1, max: longest, initial: Math.min(longest, 25) },
    inputs: table.columns,
    symbols: false,
    outputs: [column],
    tracks: [
      { id: 'value', label: `“${column}”, scaled` },
      { id: 'change', label: `the change of “${column}” since the row before, scaled` },
    ],
    scales,
    example(random, T) {
      const from = start + random.whole(end - start - T);
      const at = Array.from({ length: T }, (_, t) => from + t);
      const values = onScale[predicted];
      return {
        x: Float64Array.from(at.flatMap((row) => onScale.map((one) => one[row]))),
        tokens: at.map((row) => fewDigits(numbers[predicted][row])),
        targets: at.map((row) => values[row + 1]),
        tracks: {
          value: at.map((row) => values[row]),
          change: at.map((row) => (row === start ? Number.NaN : values[row] - values[row - 1])),
        },
      };
    },
  });
  return { ...windowsOf(0, boundary), heldOut: windowsOf(boundary, n) };
}

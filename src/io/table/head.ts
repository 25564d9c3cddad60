import { quoted } from '../reading.ts';
import type { Row } from './cut.ts';
import { isDate } from './dates.ts';
import { isMissing } from './missing.ts';
import { isNumeric } from './numberFormat.ts';

/** The names of the columns, where the file has them, and the rows beneath. */
export interface Head {
  readonly names: readonly string[] | null;
  readonly body: readonly Row[];
  readonly notes: readonly string[];
}

const INFINITE = /^[+-]?(inf|infinity|∞)$/i;

/** True if the first row has names; `open` if its only word is also one for a missing value. */
function isNamed(rows: readonly Row[]): boolean | 'open' {
  const [{ cells: first }] = rows;
  const below = rows[1]?.cells;
  const isWord = (cell: string): boolean => !isNumeric(cell) && !isMissing(cell) && !INFINITE.test(cell);
  if (first.every((cell) => !isNumeric(cell))) {
    const written = first.filter((cell) => cell !== '');
    if (written.some((cell) => isWord(cell) && !isDate(cell))) return true;
    if (written.some((cell) => isDate(cell)))
      return below?.some((cell, k) => isNumeric(cell) && isDate(first[k] ?? '')) ?? false;
    if (written.length === 0 || !below?.some((cell) => isNumeric(cell))) return false;
    return new Set(written.map((cell) => cell.toLowerCase())).size > 1 || 'open';
  }
  if (!below) return false;
  // a word or a date above a number is a name
  if (first.some((cell, k) => isWord(cell) && isNumeric(below[k] ?? ''))) return true;
  return areYears(first);
}

/** True if a row has words followed by ascending years, like the head of a table with one series in each row. */
function areYears(cells: readonly string[]): boolean {
  const years = cells.filter((cell) => isNumeric(cell)).map(Number);
  const others = cells.length - years.length;
  return (
    others > 0 &&
    years.length > 1 &&
    years.every((year, k) => Number.isInteger(year) && year >= 1000 && year < 3000 && (k === 0 || year > years[k - 1]))
  );
}

/** Rows without the empty cell that a separator at the end of each makes. */
function withoutTrailing(rows: readonly Row[]): { readonly rows: readonly Row[]; readonly trailing: boolean } {
  const [first, ...rest] = rows;
  const ends = (row: Row): boolean => row.cells.length > 1 && row.cells.at(-1) === '';
  const cut = (row: Row): Row => ({ ...row, cells: row.cells.slice(0, -1) });
  if (rest.length === 0 || !rest.every(ends)) return { rows, trailing: false };
  const n = rest[0].cells.length;
  if (!rest.every(({ cells }) => cells.length === n)) return { rows, trailing: false };
  if (ends(first) && first.cells.length === n) return { rows: rows.map(cut), trailing: true };
  if (first.cells.length === n - 1) return { rows: [first, ...rest.map(cut)], trailing: true };
  return { rows, trailing: false };
}

/** Finds the names of the columns and the units beneath them. `given` decides where it is known; open without it is asked. */
export function headOf(all: readonly Row[], given: boolean | undefined): Head | { readonly open: string } {
  const { rows, trailing } = withoutTrailing(all);
  const notes = trailing ? ['The separator at the end of each row was left out.'] : [];
  const named = given ?? isNamed(rows);
  const [first, ...body] = rows;
  if (named === 'open') return { open: first.cells.join(', ') };
  if (!named) return { names: null, body: rows, notes };
  // R leaves out the name above the names of the rows
  const short = body.length > 0 && body.every(({ cells }) => cells.length === first.cells.length + 1);
  const names = short ? ['', ...first.cells] : first.cells;
  const units = unitsIn(names, body);
  const said = [...notes, 'The first row was read as column names.'];
  if (!units) return { names, body, notes: said };
  return {
    names: names.map((name, k) => (units[k] === '' ? name : `${name} (${units[k]})`)),
    body: body.slice(1),
    notes: [...said, `The row below it was read as units: ${quoted(units.filter((unit) => unit !== '').join(', '))}.`],
  };
}

/** The row of units beneath the names: words above numbers. Null where there is none. */
function unitsIn(names: readonly string[], [row, next]: readonly Row[]): readonly string[] | null {
  if (!row || !next || row.cells.length !== names.length) return null;
  if (row.cells.some((cell) => isNumeric(cell) || isDate(cell))) return null;
  const above = row.cells.some((cell, k) => !isMissing(cell) && !INFINITE.test(cell) && isNumeric(next.cells[k] ?? ''));
  return above ? row.cells.map((cell) => (isMissing(cell) ? '' : cell.replace(/^[[(](.*)[\])]$/, '$1'))) : null;
}

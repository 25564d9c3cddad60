import { withCommas } from '../text/counts.ts';
import { limitSentences, MOST_ROWS } from './limits.ts';
import { quoted, type Refused, refused } from './reading.ts';
import type { Row } from './table/cut.ts';

type Cell = number | string | boolean | null;

const isCell = (value: unknown): value is Cell =>
  value === null || typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean';
const isRow = (value: unknown): value is readonly Cell[] => Array.isArray(value) && value.every(isCell);
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The rows of a table in JSON, and whether the first has the names of the columns. */
export interface JsonRows {
  readonly rows: readonly Row[];
  readonly named: boolean;
}

/** The deepest nesting that is parsed: tables and the files of this page have less than ten levels. */
const DEEPEST = 64;

/** True if JSON is nested deeper than anything that can be read here. Takes time in proportion to the text it reads. */
export function isTooDeep(text: string): boolean {
  let depth = 0;
  let quote = false;
  for (let k = 0; k < text.length; k++) {
    const code = text.charCodeAt(k);
    if (quote) {
      if (code === 92) k++;
      else if (code === 34) quote = false;
    } else if (code === 34) quote = true;
    else if (code === 91 || code === 123) {
      if (++depth > DEEPEST) return true;
    } else if (code === 93 || code === 125) depth--;
  }
  return false;
}

/** The rows of JSON numbers: [1, 2], [[1, 2], …], [{"a": 1}, …] or {"columns": […], "rows": [[…], …]}. */
export function rowsOfJson(text: string): JsonRows | Refused {
  if (isTooDeep(text)) return refused(`This JSON is nested more than ${DEEPEST} levels deep, so it is not a table.`);
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    if (/\b(NaN|-?Infinity)\b/.test(text))
      return refused('This JSON contains NaN or Infinity, which JSON does not allow. Put a finite number there.');
    return refused('This looks like JSON but cannot be read: it is broken or cut off. Correct it, or export it again.');
  }
  if (Array.isArray(data) && data.length > MOST_ROWS)
    return refused(
      `This JSON has ${withCommas(data.length)} entries. ${limitSentences.numbers} Use only some of them.`,
    );
  if (Array.isArray(data) && data.length > 0) {
    if (data.every(isCell))
      return rowsFrom(
        null,
        data.map((value) => [value]),
      );
    if (data.every(isRow)) return rowsFrom(null, data);
    if (data.every(isObject)) return rowsOfObjects(data);
  }
  if (isObject(data)) {
    const { columns, rows } = data;
    const named = Array.isArray(columns) && columns.every((name): name is string => typeof name === 'string');
    if (named && Array.isArray(rows) && rows.every(isRow)) return rowsFrom(columns, rows);
  }
  return refused(
    'This JSON is not a table of numbers. It can be [1, 2, …], [[1, 2], …], [{"a": 1}, …] or {"columns": […], "rows": [[…], …]}.',
  );
}

function rowsOfObjects(objects: readonly Record<string, unknown>[]): JsonRows | Refused {
  const names = Object.keys(objects[0]);
  const known = new Set(names);
  const rows: (readonly Cell[])[] = [];
  for (const [k, object] of objects.entries()) {
    const extra = Object.keys(object).find((name) => !known.has(name));
    if (extra !== undefined)
      return refused(
        `Object ${k + 1} has ${quoted(extra)}, which object 1 does not have. Give every object the same names.`,
      );
    const values = names.map((name) => (Object.hasOwn(object, name) ? object[name] : null));
    const wrong = values.findIndex((value) => !isCell(value));
    if (wrong >= 0)
      return refused(`Object ${k + 1}, ${quoted(names[wrong])} is not a number.`, { row: k + 1, column: wrong + 1 });
    rows.push(values as readonly Cell[]);
  }
  return rowsFrom(names, rows);
}

function rowsFrom(names: readonly string[] | null, rows: readonly (readonly Cell[])[]): JsonRows {
  const written = rows.map((cells, k) => ({
    line: k + 1,
    cells: cells.map((one) => (one === null ? '' : String(one).trim())),
  }));
  return { rows: names ? [{ line: 0, cells: names }, ...written] : written, named: names !== null };
}

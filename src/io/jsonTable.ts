import * as v from 'valibot';
import { quoted, type Refused, refused } from './reading.ts';
import type { Grid } from './table.ts';

const cell = v.union([v.number(), v.string(), v.null(), v.boolean()]);
const row = v.array(cell);
const shapes = {
  values: v.pipe(v.array(v.union([v.number(), v.null()])), v.minLength(1)),
  rows: v.pipe(v.array(row), v.minLength(1)),
  table: v.object({ columns: v.array(v.string()), rows: v.array(row) }),
  objects: v.pipe(
    v.array(v.custom<Record<string, unknown>>((o) => typeof o === 'object' && o !== null && !Array.isArray(o))),
    v.minLength(1),
  ),
};

/** The cells of JSON numbers: [1, 2], [[1, 2], …], [{"a": 1}, …] or {"columns": […], "rows": [[…], …]}. */
export function gridOfJson(text: string): Grid | Refused {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    if (/\b(NaN|-?Infinity)\b/.test(text))
      return refused('This JSON holds NaN or Infinity, which JSON does not know. Put a finite number there.');
    return refused(
      `This looks like JSON but cannot be read: ${error instanceof Error ? error.message : 'unknown fault'}. Correct it there.`,
    );
  }
  if (v.is(shapes.values, data))
    return gridFrom(
      null,
      data.map((value) => [value]),
    );
  if (v.is(shapes.rows, data)) return gridFrom(null, data);
  if (v.is(shapes.table, data)) return gridFrom(data.columns, data.rows);
  if (v.is(shapes.objects, data)) return gridOfObjects(data);
  return refused(
    'This JSON is no table of numbers. It can be [1, 2, …], [[1, 2], …], [{"a": 1}, …] or {"columns": […], "rows": [[…], …]}.',
  );
}

function gridOfObjects(objects: readonly Record<string, unknown>[]): Grid | Refused {
  const names = Object.keys(objects[0]);
  const rows: v.InferOutput<typeof row>[] = [];
  for (const [k, object] of objects.entries()) {
    const extra = Object.keys(object).find((name) => !names.includes(name));
    if (extra !== undefined)
      return refused(`Object ${k + 1} has ${quoted(extra)}, which object 1 has not. Give every object the same names.`);
    const values = names.map((name) => (Object.hasOwn(object, name) ? object[name] : null));
    const wrong = values.findIndex((value) => !v.is(cell, value));
    if (wrong >= 0)
      return refused(`Object ${k + 1}, ${quoted(names[wrong])} is not a number.`, { row: k + 1, column: wrong + 1 });
    rows.push(values as v.InferOutput<typeof row>);
  }
  return gridFrom(names, rows);
}

function gridFrom(header: readonly string[] | null, rows: readonly v.InferOutput<typeof row>[]): Grid {
  return {
    header,
    rows: rows.map((cells, k) => ({ line: k + 1, cells: cells.map((c) => (c === null ? '' : String(c))) })),
  };
}

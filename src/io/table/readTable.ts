import { counted, withCommas } from '../../text/counts.ts';
import { limitSentences, MAX_TIMESTEPS, MOST_COLUMNS, MOST_ROWS } from '../limits.ts';
import { quoted, type Refused, refused } from '../reading.ts';
import { columnName } from '../sequence.ts';
import type { TableChoices } from './choices.ts';
import { type Column, columnOf } from './column.ts';
import type { Row } from './cut.ts';
import { headOf } from './head.ts';
import { outlineOf, rolesOf } from './outline.ts';
import type { TableQuestion, TableReading } from './question.ts';
import { sequenceOf, tooMany } from './sequenceOf.ts';
import { settledColumns } from './settle.ts';

/** Receives the progress of reading a table, from 0 to 1. */
export type OnProgress = (share: number) => void;

/** Reads rows of cells as a sequence of numbers with labels, as chosen. */
export function readTable(
  all: readonly Row[],
  choices: TableChoices,
  said: readonly string[] = [],
  onProgress?: OnProgress,
): TableReading {
  const widest = all.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  if (all.length > 1 && (choices.transpose ? all.length : widest) > MOST_COLUMNS)
    return tooMany(choices.transpose ? all.length : widest);
  if (widest > MOST_ROWS || all.length > MOST_ROWS)
    return refused(
      `There are ${withCommas(Math.max(widest, all.length))} rows. ${limitSentences.numbers} Use only some of them.`,
    );
  const known = widest > MOST_COLUMNS ? { ...choices, names: false } : choices;
  const head = headOf(choices.transpose ? transposed(all) : all, known.names);
  if ('open' in head) return namesQuestion(head.open);
  const { names, rows } = oneLine(head.names, head.body);
  const unfolded = rows === head.body ? [] : ['One line: read as one column over time.'];
  if (rows.length === 0) return refused('There are no numbers here. Paste at least one row.');
  const ragged = raggedRow(names, rows);
  if (ragged) return ragged;
  const headings = columnNames(names, rows[0].cells.length);
  const notes = [...said, ...head.notes, ...unfolded, ...unnamed(names, headings)];
  const taken = takenRows(rows, choices);
  if (taken.length === 0) return refused('No timestep is left. Choose other rows.');
  if (taken.length > MAX_TIMESTEPS) return tooLong(taken.length);
  const columns = headings.map((name, k) => {
    onProgress?.(k / headings.length);
    return columnOf(
      name,
      taken.map(({ cells }) => cells[k]),
    );
  });
  return settledTable(
    columns,
    taken,
    names !== null && (names[0] === '' || choices.transpose === true),
    choices,
    notes,
  );
}

/** The numbers of the columns settled, their roles, and the sequence of those that are chosen. */
function settledTable(
  columns: readonly Column[],
  taken: readonly Row[],
  corner: boolean,
  choices: TableChoices,
  said: readonly string[],
): TableReading {
  if (columns.every(({ kind }) => kind !== 'number'))
    return refused('There are no numbers here. Paste at least one column of numbers.');
  const used = columns.filter(({ name }) => choices.columns?.includes(name) ?? true);
  const settled = settledColumns(used, choices, (row) => taken[row].line);
  const known = new Map('ok' in settled ? [] : settled.columns.map((column) => [column.name, column]));
  const all = columns.map(
    (column) => known.get(column.name) ?? { ...column, values: column.readings[0]?.values ?? [] },
  );
  const roles = rolesOf(all, corner, choices);
  if ('ok' in roles) return roles;
  const outline = outlineOf(all, roles, taken);
  if ('ok' in settled) return { ...settled, outline };
  return { ...sequenceOf(all, roles, taken, choices, [...said, ...settled.notes]), outline };
}

function namesQuestion(row: string): TableQuestion {
  return {
    ok: 'question',
    question: `Is the first row, ${quoted(row)}, the names of the columns or a missing value?`,
    choices: [
      { label: 'Names of the columns', written: '--names yes', given: { names: true } },
      { label: 'A missing value', written: '--names no', given: { names: false } },
    ],
  };
}

/** One row of many numbers is one column over time. */
function oneLine(
  names: readonly string[] | null,
  rows: readonly Row[],
): { readonly names: readonly string[] | null; readonly rows: readonly Row[] } {
  const [only] = rows;
  if (names || rows.length !== 1 || only.cells.length === 1) return { names, rows };
  return { names: null, rows: only.cells.map((cell) => ({ line: only.line, cells: [cell] })) };
}

function raggedRow(names: readonly string[] | null, rows: readonly Row[]): Refused | null {
  const [first] = rows;
  const n = names?.length ?? first.cells.length;
  const ragged = rows.find(({ cells }) => cells.length !== n);
  if (!ragged) return null;
  return refused(
    `Row ${ragged.line} has ${counted(ragged.cells.length, 'cell')}, but ${names ? 'the header' : `row ${first.line}`} has ${n}. Give every row the same number of cells.`,
    { row: ragged.line, column: Math.min(ragged.cells.length, n) + 1 },
  );
}

/** Column names, made up where missing and numbered where two are the same. */
function columnNames(names: readonly string[] | null, n: number): readonly string[] {
  const taken = new Set<string>();
  return Array.from({ length: n }, (_, k) => {
    const wished = names?.[k]?.replace(/\s+/g, ' ').trim() || columnName(k, n);
    let name = wished;
    for (let copy = 2; taken.has(name); copy++) name = `${wished} (${copy})`;
    taken.add(name);
    return name;
  });
}

/** Describes the unnamed columns of a table with a header. */
function unnamed(names: readonly string[] | null, headings: readonly string[]): readonly string[] {
  const missing = headings.flatMap((name, k) => (names && (names[k] ?? '').trim() === '' ? [{ name, k }] : []));
  if (missing.length === 0) return [];
  const [{ name, k }] = missing;
  if (missing.length > 1)
    return [`${missing.length} columns have no name; here they are called ${inWords(missing.map((one) => one.name))}.`];
  return [`${k === 0 ? 'The first column' : `Column ${k + 1}`} has no name; here it is called ${quoted(name)}.`];
}

/** Names in quotes; of many, only the first few. */
const inWords = (names: readonly string[]): string =>
  names.slice(0, 6).map(quoted).join(', ') + (names.length > 6 ? ', …' : '');

function takenRows(rows: readonly Row[], { from = 1, to = rows.length, every = 1 }: TableChoices): readonly Row[] {
  const range = from === 1 && to >= rows.length ? rows : rows.slice(from - 1, to);
  return every === 1 ? range : range.filter((_, k) => k % every === 0);
}

function transposed(rows: readonly Row[]): readonly Row[] {
  const n = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  return Array.from({ length: n }, (_, k) => ({ line: k + 1, cells: rows.map(({ cells }) => cells[k] ?? '') }));
}

function tooLong(n: number): TableQuestion {
  const every = Math.ceil(n / MAX_TIMESTEPS);
  return {
    ok: 'question',
    question: `There are ${withCommas(n)} rows. ${limitSentences.numbers} Which are to be read?`,
    choices: [
      {
        label: `Every ${every === 2 ? 'second' : every === 3 ? 'third' : `${every}th`}`,
        written: `--every ${every}`,
        given: { every },
      },
      {
        label: `The first ${withCommas(MAX_TIMESTEPS)}`,
        written: `--to ${MAX_TIMESTEPS}`,
        given: { from: 1, to: MAX_TIMESTEPS },
      },
      {
        label: `The last ${withCommas(MAX_TIMESTEPS)}`,
        written: `--from ${n - MAX_TIMESTEPS + 1}`,
        given: { from: n - MAX_TIMESTEPS + 1 },
      },
    ],
  };
}

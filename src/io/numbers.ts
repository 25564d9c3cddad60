import { dsvFormat } from 'd3-dsv';
import { textOf } from './bytes.ts';
import { type Comma, commaIn, numberIn } from './decimal.ts';
import { gridOfJson } from './jsonTable.ts';
import { MAX_TABLE_BYTES } from './limits.ts';
import { type Reading, refused } from './reading.ts';
import { type Grid, sequenceOf } from './table.ts';

/** Numbers pasted or dropped: CSV, TSV, semicolons, spaces, one a line, or JSON; with a header or without. */
export function readNumbers(data: string | Uint8Array): Reading {
  const read = textOf(data, MAX_TABLE_BYTES);
  if (!read.ok) return read;
  const text = read.text.trim();
  if (text === '') return refused('There is nothing here. Paste at least one number.');
  if (text.startsWith('[') || text.startsWith('{')) {
    const grid = gridOfJson(text);
    return 'ok' in grid ? grid : sequenceOf(grid, 'none');
  }
  return readDelimited(read.text);
}

const DELIMITERS = { '\t': 'tabs', ';': 'semicolons', ',': 'commas', ' ': 'spaces' } as const;
type Delimiter = keyof typeof DELIMITERS;

function readDelimited(text: string): Reading {
  if (['\t', ';'].every((d) => !text.includes(d)) && /\d,\d/.test(text)) {
    const ambiguous = commasBothWays(text);
    if (ambiguous) return ambiguous;
  }
  const delimiter = delimiterOf(text);
  const grid = gridOf(text, delimiter);
  const cells = grid.rows.flatMap((row) => row.cells);
  const comma = delimiter === ',' ? quotedComma(cells) : commaIn(cells);
  const notes = notesOn(grid, delimiter);
  const read = (as: Comma) =>
    sequenceOf(
      grid,
      as,
      as === 'none'
        ? notes
        : [...notes, `Commas read as ${as === 'decimal' ? 'decimal commas' : 'thousands separators'}.`],
    );
  if (comma !== 'both') return read(comma);
  const example = cells.find((cell) => cell.includes(','))?.trim() ?? '';
  return {
    ok: 'question',
    question: `Does ${example} mean ${shown(example, 'decimal')} or ${shown(example, 'thousands')}?`,
    choices: [
      { label: `Decimal comma: ${shown(example, 'decimal')}`, reading: read('decimal') },
      { label: `Thousands separator: ${shown(example, 'thousands')}`, reading: read('thousands') },
    ],
  };
}

const shown = (cell: string, comma: Comma): string => String(numberIn(cell, comma));

/** Commas that stand inside quotes are part of a number; unquoted ones separate. */
function quotedComma(cells: readonly string[]): Comma | 'both' {
  return commaIn(cells.filter((cell) => cell.includes(',') || /\d\.\d/.test(cell)));
}

/**
 * Lines such as “1,5” (one comma each, no other separator, no header with a comma): two columns or one column with
 * decimal commas. A header of one name decides for the decimal comma. Null where nothing is open.
 */
function commasBothWays(text: string): Reading | null {
  const lines = linesOf(text);
  const [head] = lines;
  const named = head !== undefined && !/\d/.test(head.text) ? head.text : null;
  const body = named === null ? lines : lines.slice(1);
  if (named?.includes(',')) return null;
  if (body.length === 0 || !body.every(({ text: cell }) => /\d$/.test(cell) && numberIn(cell, 'decimal') !== null))
    return null;
  if (!body.some((line) => line.text.includes(',')) || body.some((line) => line.text.includes('.'))) return null;
  const grid: Grid = {
    header: named === null ? null : [named],
    rows: body.map(({ text: cell, line }) => ({ line, cells: [cell] })),
  };
  const decimal = sequenceOf(grid, 'decimal', ['Commas read as decimal commas.']);
  if (named !== null || body.some((line) => !line.text.includes(','))) return decimal;
  const example = body[0].text;
  const separated = gridOf(text, ',');
  return {
    ok: 'question',
    question: `Is ${example} one number with a decimal comma, or two numbers?`,
    choices: [
      { label: `One column: ${shown(example, 'decimal')}`, reading: decimal },
      {
        label: `Two columns: ${separated.rows[0].cells.join(' and ')}`,
        reading: sequenceOf(separated, 'none', notesOn(separated, ',')),
      },
    ],
  };
}

function linesOf(text: string): readonly { readonly text: string; readonly line: number }[] {
  return text
    .split(/\r\n?|\n/)
    .map((line, k) => ({ text: line.trim(), line: k + 1 }))
    .filter(({ text: line }) => line !== '');
}

/** The first separator found, in the order in which they cannot be taken for something else. */
function delimiterOf(text: string): Delimiter {
  const found = (['\t', ';', ','] as const).find((d) => text.includes(d));
  if (found === ',' && !/[^\s\d],|,(\s|$|[^\d])|\d,\d+[^\d\s]/.test(text) && /\S +\S/.test(text)) return ' ';
  return found ?? (/\d +[\d+.-]/.test(text) ? ' ' : ',');
}

function gridOf(text: string, delimiter: Delimiter): Grid {
  const lined = text.replace(/\r\n?/g, '\n');
  const parsed = dsvFormat(delimiter).parseRows(
    delimiter === ' ' ? lined.replace(/^ +| +$/gm, '').replace(/ {2,}/g, ' ') : lined,
  );
  const rows = parsed
    .map((cells, k) => ({ line: k + 1, cells }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const [first] = rows;
  const header = first?.cells.every(
    (cell) => !/^[+\-−]?[\d.,]*\d/.test(cell.trim()) && !/^[+-]?(nan|na|null|none|inf|infinity)?$/i.test(cell.trim()),
  )
    ? first.cells
    : null;
  const body = header ? rows.slice(1) : rows;
  if (header || body.length !== 1) return { header, rows: body };
  return { header, rows: body[0].cells.map((cell) => ({ line: 1, cells: [cell] })) };
}

function notesOn({ header, rows }: Grid, delimiter: Delimiter): readonly string[] {
  const columns = rows[0]?.cells.length ?? 0;
  const separated = columns > 1 ? [`Columns separated by ${DELIMITERS[delimiter]}.`] : [];
  if (header) return [...separated, 'The first row was read as column names.'];
  return rows.length > 1 && rows.every((row) => row.line === 1)
    ? [...separated, 'One line: read as one column over time.']
    : separated;
}

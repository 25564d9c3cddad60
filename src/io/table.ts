import { type Comma, numberIn } from './decimal.ts';
import { limitSentences, MAX_FEATURES, MAX_TIMESTEPS, MAX_VALUE } from './limits.ts';
import { quoted, type Refused, refused, type Understood } from './reading.ts';
import { columnName } from './sequence.ts';

/** Cells as they stand, row by row; `line` is the number of a row in its file. */
export interface Grid {
  readonly header: readonly string[] | null;
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
}

/** The grid as a sequence of numbers, or a sentence that names the row and the column that cannot be read. */
export function sequenceOf(grid: Grid, comma: Comma, notes: readonly string[] = []): Understood | Refused {
  const [first] = grid.rows;
  if (!first) return refused('There are no numbers here. Paste at least one row.');
  const columns = columnsOf(grid.header, grid.header?.length ?? first.cells.length);
  if (columns.length > MAX_FEATURES)
    return refused(`There are ${columns.length} columns. ${limitSentences.numbers} Leave some out.`);
  if (grid.rows.length > MAX_TIMESTEPS)
    return refused(`There are ${grid.rows.length} rows. ${limitSentences.numbers} Take a part of them.`);
  const rows: number[][] = [];
  for (const { line, cells } of grid.rows) {
    if (cells.length !== columns.length)
      return refused(
        `Row ${line} has ${cells.length} cell${cells.length === 1 ? '' : 's'}, but ${grid.header ? 'the header' : `row ${first.line}`} has ${columns.length}. Give every row the same number of cells.`,
        { row: line, column: Math.min(cells.length, columns.length) + 1 },
      );
    const row: number[] = [];
    for (const [k, cell] of cells.entries()) {
      const value = numberIn(cell, comma);
      const fault = faultOf(cell, value);
      if (fault || value === null)
        return refused(`Row ${line}, column ${quoted(columns[k])} ${fault}`, { row: line, column: k + 1 });
      row.push(value);
    }
    rows.push(row);
  }
  return { ok: true, sequence: { kind: 'numbers', columns, rows, scaling: 'none' }, notes };
}

function faultOf(cell: string, value: number | null): string | null {
  const text = cell.trim();
  if (text === '') return 'is empty. Fill it in or leave the row out.';
  if (/^[+-]?(nan|na|null|none|n\/a)$/i.test(text))
    return `holds ${quoted(text)}: a missing value. Fill it in or leave the row out.`;
  if (/^[+-]?(inf|infinity|∞)$/i.test(text))
    return `holds ${quoted(text)}, which is infinite. Put a finite number there.`;
  if (value === null) return `holds ${quoted(text)}, which is not a number. Correct it or leave the column out.`;
  if (Math.abs(value) > MAX_VALUE) return `holds ${quoted(text)}, which is too large. Use numbers up to ${MAX_VALUE}.`;
  return null;
}

/** Column names, made up where missing and numbered where two are the same. */
function columnsOf(header: readonly string[] | null, n: number): readonly string[] {
  const taken = new Set<string>();
  return Array.from({ length: n }, (_, k) => {
    const wished = header?.[k]?.trim() || columnName(k, n);
    let name = wished;
    for (let copy = 2; taken.has(name); copy++) name = `${wished} (${copy})`;
    taken.add(name);
    return name;
  });
}

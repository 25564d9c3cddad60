import { textOf } from './bytes.ts';
import { rowsOfJson } from './jsonTable.ts';
import { MAX_TABLE_BYTES } from './limits.ts';
import { refused } from './reading.ts';
import type { Separator, TableChoices } from './table/choices.ts';
import { namedSeparator, normalised, rowsOf } from './table/cut.ts';
import { isMissing } from './table/missing.ts';
import { commaReadings, isNumeric } from './table/numberFormat.ts';
import type { TableQuestion, TableReading } from './table/question.ts';
import { type OnProgress, readTable } from './table/readTable.ts';
import { separationOf } from './table/separator.ts';

/**
 * Numbers pasted or dropped: CSV, TSV, semicolons, pipes, spaces, one a line, or JSON; with a header or without. What is
 * open is asked; `choices` are the answers so far.
 */
export function readNumbers(
  data: string | Uint8Array,
  choices: TableChoices = {},
  onProgress?: OnProgress,
): TableReading {
  const read = textOf(data, MAX_TABLE_BYTES);
  if (!read.ok) return read;
  const text = read.text.trim();
  if (text === '') return refused('There is nothing here. Paste at least one number.');
  if (text.startsWith('[') || text.startsWith('{')) {
    const rows = rowsOfJson(text);
    return 'ok' in rows ? rows : readTable(rows.rows, { names: rows.named, ...choices }, read.notes, onProgress);
  }
  return readDelimited(read.text, choices, read.notes, onProgress);
}

/** A table as text with separators. */
function readDelimited(
  given: string,
  choices: TableChoices,
  notes: readonly string[],
  onProgress?: OnProgress,
): TableReading {
  const text = normalised(given);
  const named = namedSeparator(text);
  const body = named ? text.slice(text.indexOf('\n') + 1) : withoutComments(text);
  const separation = named ? { settled: named } : separationOf(body);
  if (!choices.separator && 'open' in separation) return separatorQuestion(separation.open, separation.example);
  const separator = choices.separator ?? ('settled' in separation ? separation.settled : 'none');
  const rows = rowsOf(body, separator);
  const several = rows.length > 1 && rows.some(({ cells }) => cells.length > 1);
  const said = several ? [...notes, `Columns separated by ${SPOKEN[separator]}.`] : notes;
  return readTable(rows, choices, said, onProgress);
}

const SPOKEN: Readonly<Record<Separator, string>> = {
  tab: 'tabs',
  semicolon: 'semicolons',
  pipe: 'pipes',
  comma: 'commas',
  space: 'spaces',
  none: 'nothing',
};

/** The text with the lines that begin with # on top made blank, so that rows keep their numbers. */
function withoutComments(text: string): string {
  return text.replace(/^(?:#(?!N\/A)[^\n]*\n|[ \t]*\n)+/, (comments) => '\n'.repeat(comments.split('\n').length - 1));
}

function separatorQuestion([one, several]: readonly [Separator, Separator], example: string): TableQuestion {
  const parts = example.split(several === 'comma' ? ',' : / +/);
  const readings = commaReadings(example);
  return {
    ok: 'question',
    question: `Is ${example} one number${several === 'space' ? '' : readings.length > 1 ? ' with a comma in it' : ' with a decimal comma'}, or ${parts.length === 2 ? 'two numbers' : `${parts.length} numbers`}?`,
    choices: [
      { label: `One column: ${readings.join(' or ')}`, written: `--separator ${one}`, given: { separator: one } },
      {
        label: `${parts.length === 2 ? 'Two' : parts.length} columns: ${parts.join(' and ')}`,
        written: `--separator ${several}`,
        given: { separator: several },
      },
    ],
  };
}

/** Lines of a text that are looked at to tell a table from a text. */
const LOOKED_AT = 200;

/** True if a text is a table of numbers, perhaps a faulty one, rather than a text to be read letter by letter. */
export function looksLikeTable(text: string): boolean {
  const start = text.trimStart();
  if (/^[[{]/.test(start)) return true;
  const head = normalised(start.slice(0, 100_000)).split('\n').slice(0, LOOKED_AT).join('\n');
  const body = namedSeparator(head) ? head.slice(head.indexOf('\n') + 1) : withoutComments(head);
  const separation = separationOf(body);
  const rows = rowsOf(body, 'settled' in separation ? separation.settled : separation.open[0]);
  const unnamed = rows.length > 1 ? rows.slice(1) : rows;
  // beneath the names there may be a row of units
  const units = unnamed.length > 2 && !unnamed[0].cells.some((cell) => isNumeric(cell));
  const cells = (units ? unnamed.slice(1) : unnamed).map((row) => row.cells);
  const n = cells[0]?.length ?? 0;
  const even = cells.filter((row) => row.length === n).length;
  if (even < 0.8 * cells.length) return rows.some(({ cells: row }) => row.length > 1) && share(cells.flat()) > 0.8;
  return Array.from({ length: n }, (_, k) => share(cells.map((row) => row[k] ?? ''))).some((part) => part >= 0.8);
}

/** The share of the cells that are numbers, of those that are not missing. */
function share(cells: readonly string[]): number {
  const present = cells.filter((cell) => !isMissing(cell));
  return present.length === 0 ? 0 : present.filter((cell) => isNumeric(cell)).length / present.length;
}

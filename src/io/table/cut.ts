import { dsvFormat } from 'd3-dsv';
import type { Separator } from './choices.ts';

/** A row of cells as written; `line` is the number of its first line in the file. */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

const SIGNS: Readonly<Record<Separator, string>> = {
  tab: '\t',
  semicolon: ';',
  pipe: '|',
  comma: ',',
  space: ' ',
  none: '\u001f',
};

/** A text with its line ends made one character, and without what is not part of the table: “sep=;”, comments on top. */
export function normalised(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/** The separator that a first line “sep=;” names, as spreadsheets write it. */
export function namedSeparator(text: string): Separator | null {
  const sign = /^sep=(.)\n/.exec(text)?.[1];
  const found = (Object.keys(SIGNS) as Separator[]).find((name) => SIGNS[name] === sign);
  return found ?? null;
}

/** The rows of a text, blank ones left out. Quotes may hold separators and line ends, and may have spaces around them. */
export function rowsOf(text: string, separator: Separator): readonly Row[] {
  const sign = SIGNS[separator];
  const tidy = separator === 'space' ? text.replace(/^ +| +$/gm, '').replace(/ {2,}/g, ' ') : unspaced(text, sign);
  let line = 1;
  const quoted = tidy.includes('"');
  const rows: Row[] = [];
  for (const cells of dsvFormat(sign).parseRows(tidy)) {
    let blank = true;
    let breaks = 0;
    for (let k = 0; k < cells.length; k++) {
      if (quoted) breaks += cells[k].split('\n').length - 1;
      cells[k] = cells[k].trim();
      blank &&= cells[k] === '';
    }
    if (!blank) rows.push({ line, cells });
    line += 1 + breaks;
  }
  return rows;
}

/** Quoted cells without the spaces around their quotes, which would make the quotes part of the cell. */
function unspaced(text: string, sign: string): string {
  if (!text.includes('"')) return text;
  const ends = sign === '|' ? '\\|' : sign;
  return text.replace(new RegExp(`(^|[${ends}\\n])[ ]*("(?:[^"]|"")*")[ ]*(?=[${ends}\\n]|$)`, 'g'), '$1$2');
}

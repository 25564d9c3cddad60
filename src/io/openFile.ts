import { textOf } from './bytes.ts';
import { detect } from './files.ts';
import { MAX_FILE_BYTES } from './limits.ts';
import { readNumbers } from './numbers.ts';
import type { Home, Opened, OpenedFile } from './opening.ts';
import { type ParametersChange, readParametersFile } from './parametersFile.ts';
import type { Reading, Refused } from './reading.ts';
import { readTapeFile } from './tapeFile.ts';
import { readText } from './tokens.ts';
import { readViewFile } from './viewFile.ts';

/** What a dropped file gives: a whole moment, a change of the inputs, a sequence (or a question about it), or a sentence. */
export type DroppedFile =
  | ({ readonly kind: 'moment' } & Opened)
  | { readonly kind: 'inputs'; readonly change: ParametersChange }
  | { readonly kind: 'sequence'; readonly reading: Reading }
  | { readonly kind: 'refused'; readonly refused: Refused };

/**
 * Opens any file that the page can read: its own JSON files, tables of numbers, text. `features` are the names of
 * the inputs that are read now.
 */
export async function openFile(
  data: Uint8Array | string,
  home: Home,
  features: readonly string[],
): Promise<DroppedFile> {
  const read = textOf(data, MAX_FILE_BYTES);
  if (!read.ok) return { kind: 'refused', refused: read };
  const kind = detect(read.text);
  if (kind === 'parameters') {
    const result = readParametersFile(read.text, features);
    return result.ok ? { kind: 'inputs', change: result.change } : { kind: 'refused', refused: result };
  }
  if (kind === 'view' || kind === 'tape') {
    const file: OpenedFile = await (kind === 'view' ? readViewFile : readTapeFile)(read.text, home);
    return file.ok
      ? { kind: 'moment', moment: file.moment, notices: file.notices }
      : { kind: 'refused', refused: file };
  }
  return { kind: 'sequence', reading: kind === 'text' ? readTextOrTable(read.text) : readNumbers(read.text) };
}

/** A file that begins like JSON, or whose lines hold mostly numbers, is a faulty table rather than a text. */
function readTextOrTable(text: string): Reading {
  const lines = text.split(/\r\n?|\n/).filter((line) => line.trim() !== '');
  const numeric = lines.filter((line) => /\d/.test(line) && /[\t;,]/.test(line)).length;
  const table = /^\s*[[{]/.test(text) || (lines.length > 1 && numeric >= (lines.length - 1) * 0.8);
  return table ? readNumbers(text) : readText(text, 'characters');
}

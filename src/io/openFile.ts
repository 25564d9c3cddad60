import { type DecodedText, textOf } from './bytes.ts';
import { detect } from './files.ts';
import { MAX_FILE_BYTES } from './limits.ts';
import { readNumbers } from './numbers.ts';
import type { Home, Opened, OpenedFile } from './opening.ts';
import { type ParametersChange, readParametersFile } from './parametersFile.ts';
import type { Reading, Refused } from './reading.ts';
import type { FileChoices } from './table/choices.ts';
import { readTapeFile } from './tapeFile.ts';
import { readText } from './tokens.ts';
import { readViewFile } from './viewFile.ts';

/** What a dropped file gives: a whole moment, a change of the inputs, a sequence (or a question about it), or a sentence. */
export type DroppedFile =
  | ({ readonly kind: 'moment' } & Opened)
  | { readonly kind: 'inputs'; readonly change: ParametersChange; readonly notices: readonly string[] }
  | { readonly kind: 'model'; readonly text: string }
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
  choices: FileChoices = {},
): Promise<DroppedFile> {
  const read = textOf(data, MAX_FILE_BYTES);
  if (!read.ok) return { kind: 'refused', refused: read };
  const kind = detect(read.text);
  if (kind === 'parameters') {
    const result = readParametersFile(read.text, features, choices);
    if (result.ok === true) return { kind: 'inputs', change: result.change, notices: result.notices };
    return result.ok === false ? { kind: 'refused', refused: result } : { kind: 'sequence', reading: result };
  }
  if (kind === 'model') return { kind, text: read.text };
  if (kind === 'view' || kind === 'tape') {
    const file: OpenedFile = await (kind === 'view' ? readViewFile : readTapeFile)(read.text, home);
    return file.ok
      ? { kind: 'moment', moment: file.moment, notices: file.notices }
      : { kind: 'refused', refused: file };
  }
  const reading = kind === 'text' ? readAsText(read) : readNumbers(data, choices);
  return { kind: 'sequence', reading };
}

function readAsText({ text, notes }: DecodedText): Reading {
  const reading = readText(text, 'characters');
  return reading.ok === true ? { ...reading, notes: [...notes, ...reading.notes] } : reading;
}

import { textOf } from '../../io/bytes.ts';
import { MAX_TABLE_BYTES } from '../../io/limits.ts';
import { type Refused, refused } from '../../io/reading.ts';
import type { Sequence, TokenUnit } from '../../io/sequence.ts';
import { tokensOf } from '../../io/tokens.ts';
import type { Subject } from '../../training/subject.ts';
import { longestWindow, MAX_CHARACTERS, neededFor } from '../../training/tasks/ownData.ts';

/** The largest file of each kind of data, in bytes. */
export const MOST_BYTES = { text: MAX_CHARACTERS, table: MAX_TABLE_BYTES } as const;

/** The text of a file, or a sentence where it is too large, no text, or cannot be read. */
export async function textOfFile(
  file: File,
  limit: number,
): Promise<{ readonly ok: true; readonly text: string } | Refused> {
  if (file.size > limit)
    return refused(
      `The file has ${Math.ceil(file.size / 2 ** 20)} MB; at most ${Math.round(limit / 2 ** 20)} MB are read. Use only part of it.`,
    );
  try {
    return textOf(new Uint8Array(await file.arrayBuffer()), limit);
  } catch {
    return refused('The browser could not read the file. Choose it again.');
  }
}

/** A text as it is learned: cut as the page cuts it, so that the cell can read it there. */
export function subjectOfText(given: string, unit: TokenUnit, window: number): Extract<Subject, { kind: 'text' }> {
  const text = given.replace(/\r\n?/g, '\n');
  // what has no marks that join others is cut the same way at every character, without a search for them
  const plain = unit === 'characters' && /^[\n\x20-\u02ff\u2010-\u2027]*$/.test(text);
  return { kind: 'text', text: plain || text.length > MAX_CHARACTERS ? text : [...tokensOf(text, unit)], window };
}

/** The usual window of a text, in timesteps. */
export const WINDOW = 25;

/**
 * A sentence as a text to learn from: written again and again where it is too short, because a window of it and a fifth
 * that is held out are needed.
 */
export function subjectOfSentence(sentence: string, unit: TokenUnit): Subject {
  const n = tokensOf(sentence, unit).length;
  if (n === 0 || longestWindow(n) >= WINDOW) return subjectOfText(sentence, unit, WINDOW);
  const window = Math.min(WINDOW, n);
  // a sentence with spaces gets one more at its end: no new token, so that the cell can read it as it is
  const spaced = unit === 'words' || /\S*\s.*\S$/s.test(sentence);
  const once = spaced ? `${sentence} ` : sentence;
  return subjectOfText(once.repeat(Math.ceil(neededFor(window) / n)), unit, window);
}

/** Numbers as a table to learn from, of which the last column is predicted. */
export function subjectOfNumbers({ columns, rows }: Sequence & { readonly kind: 'numbers' }): Subject {
  return {
    kind: 'table',
    columns: [...columns],
    rows: rows.map((row) => [...row]),
    column: columns[columns.length - 1],
  };
}

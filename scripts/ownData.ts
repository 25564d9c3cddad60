import { readNumbers } from '../src/io/numbers.ts';
import type { Subject } from '../src/training/subject.ts';
import { fail, fileText } from './arguments.ts';

/** A text of the reader's own as it is learned, in windows of so many timesteps. */
export function textSubject(file: string, window: number): Subject {
  return { kind: 'text', text: fileText(file), window };
}

/** A table of the reader's own as it is learned; what is no table of numbers ends the command with a sentence. */
export function tableSubject(file: string, column: string): Subject {
  const read = readNumbers(fileText(file));
  if (read.ok === false) return fail(`${file}: ${read.message}`);
  if (read.ok === 'question') return fail(`${file}: ${read.question} Write it so that it can be read in one way only.`);
  if (read.sequence.kind !== 'numbers') return fail(`${file} holds no table of numbers.`);
  const { columns, rows } = read.sequence;
  return { kind: 'table', columns: [...columns], rows: rows.map((row) => [...row]), column };
}

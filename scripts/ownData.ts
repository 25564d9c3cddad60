import { readNumbers } from '../src/io/numbers.ts';
import { choicesIn } from '../src/io/table/options.ts';
import type { TableQuestion } from '../src/io/table/question.ts';
import { subjectOfText } from '../src/store/training/ownData.ts';
import type { Subject } from '../src/training/subject.ts';
import type { Transform } from '../src/training/tasks/transform.ts';
import { fail, fileBytes, fileText, type Given } from './arguments.ts';

/** The reader's own text as a task, cut into tokens as on the page and into windows of the given length. */
export function textSubject(file: string, window: number): Subject {
  return subjectOfText(fileText(file), 'characters', window);
}

/** Ends the command with the open question about a file and the options that answer it. */
export function failAsking(file: string, { question, choices }: TableQuestion): never {
  const answers = choices.map(({ label, written }) => `  ${written}    ${label}`);
  return fail([`${file}: ${question}`, ...answers].join('\n'));
}

/**
 * The reader's own table as a task. A table that cannot be read ends the command with a sentence; an open question names
 * the options that answer it. The column to predict may be omitted if there is only one.
 */
export function tableSubject(
  file: string,
  column: string | undefined,
  given: Given,
): { readonly subject: Subject; readonly notes: readonly string[] } {
  const chosen = choicesIn(given);
  if (!chosen.ok) return fail(chosen.message);
  const predicted = column === undefined ? {} : { predicted: column };
  const read = readNumbers(fileBytes(file), { ...chosen.choices, ...predicted });
  if (read.ok === false) return fail(`${file}: ${read.message}`);
  if (read.ok === 'question') return failAsking(file, read);
  const { columns, rows } = read.sequence;
  const target = column ?? (columns.length === 1 ? columns[0] : undefined);
  if (target === undefined) return fail(`Name the column to predict with --column: ${columns.join(', ')}.`);
  const { season, transform } = given;
  const subject = {
    kind: 'table' as const,
    columns: [...columns],
    rows: rows.map((row) => [...row]),
    column: target,
    ...(season !== undefined && { season: Number(season) }),
    ...(transform !== undefined && { transform: transform as Transform }),
  };
  return { subject, notes: read.notes };
}

import * as v from 'valibot';
import type { Task } from './task.ts';
import { taskOf } from './tasks/index.ts';
import { ownColumns } from './tasks/ownColumns.ts';
import { MAX_CHARACTERS, MAX_DISTINCT, MAX_ROWS, MAX_WINDOW } from './tasks/ownData.ts';
import { ownText } from './tasks/ownText.ts';

const name = v.pipe(v.string(), v.maxLength(1000));

/** What is to be learned, as it is handed over: a task by its id, or data of the reader's own. */
export const subjectSchema = v.variant('kind', [
  v.object({ kind: v.literal('task'), id: name }),
  v.object({
    kind: v.literal('text'),
    /** Characters as they stand, or words already cut. */
    text: v.union([
      v.pipe(v.string(), v.maxLength(MAX_CHARACTERS)),
      v.pipe(v.array(v.string()), v.maxLength(MAX_CHARACTERS)),
    ]),
    window: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MAX_WINDOW)),
  }),
  v.object({
    kind: v.literal('table'),
    columns: v.pipe(v.array(name), v.maxLength(MAX_DISTINCT)),
    rows: v.pipe(v.array(v.array(v.number())), v.maxLength(MAX_ROWS)),
    /** The column to be predicted. */
    column: name,
  }),
]);
export type Subject = v.InferOutput<typeof subjectSchema>;

/** The task that a subject means. Throws a sentence where there is none, or where nothing can be learned from the data. */
export function taskFor(subject: Subject): Task {
  if (subject.kind === 'text') return ownText(subject.text, subject.window);
  if (subject.kind === 'table') return ownColumns(subject, subject.column);
  const task = taskOf(subject.id);
  if (!task) throw new Error(`There is no task “${subject.id}”.`);
  return task;
}

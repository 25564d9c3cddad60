import * as v from 'valibot';
import { Refusal } from '../text/refusal.ts';
import type { Task } from './task.ts';
import { taskOf } from './tasks/index.ts';
import { ownColumns } from './tasks/ownColumns.ts';
import { ownText } from './tasks/ownText.ts';
import { type Transform, transforms } from './tasks/transform.ts';

const transformNames = Object.keys(transforms) as [Transform, ...Transform[]];

const name = v.pipe(v.string(), v.maxLength(1000, 'A name has at most 1,000 characters. Choose a shorter one.'));

/**
 * The subject to learn, as it is passed on: a task by its id, or data of the reader's own. How much of them there may
 * be, the tasks say (`taskFor`).
 */
export const subjectSchema = v.variant('kind', [
  v.object({ kind: v.literal('task'), id: name }),
  v.object({
    kind: v.literal('text'),
    /** Single characters, or words that are cut already. */
    text: v.union([v.string(), v.array(v.string())]),
    window: v.union([v.number(), v.nan()]),
  }),
  v.object({
    kind: v.literal('table'),
    columns: v.array(name),
    rows: v.array(v.array(v.number())),
    /** The column to be predicted. */
    column: name,
    /** Rows from one season to the next. */
    season: v.exactOptional(v.number('A season is a whole number of rows.')),
    /** The transform of each column before it is scaled. */
    transform: v.exactOptional(v.picklist(transformNames, `Choose from ${transformNames.join(', ')}.`)),
  }),
]);
export type Subject = v.InferOutput<typeof subjectSchema>;

/** The task that a subject means. Throws a sentence where there is none, or where nothing can be learned from the data. */
export function taskFor(subject: Subject): Task {
  if (subject.kind === 'text') return ownText(subject.text, subject.window);
  if (subject.kind === 'table') return ownColumns(subject, subject.column, subject);
  const task = taskOf(subject.id);
  if (!task) throw new Refusal(`There is no task “${subject.id}”.`);
  return task;
}

import * as v from 'valibot';
import { numberSchema } from '../../training/field.ts';
import { levelField } from '../../training/fields.ts';
import type { Subject } from '../../training/subject.ts';
import type { Task } from '../../training/task.ts';
import { taskOf } from '../../training/tasks/index.ts';
import type { State } from '../state.ts';
import type { Run } from './run.ts';
import { sameCell } from './shownInputs.ts';

/** What the cell that is shown was trained on. */
export interface TrainedOn {
  readonly task: Task;
  /** The task as it is handed to a worker, with data of the reader's own. */
  readonly subject: Subject;
  readonly level: number;
}

/**
 * What the weights that are shown were trained on: what the run of the page learns, else what preset, link or file said
 * that brought them, whatever is read now. Null where nobody knows.
 */
export function trainedOn(
  { inputs, past }: Pick<State, 'inputs' | 'past'>,
  run: Pick<Run, 'task' | 'settings'> | null,
): TrainedOn | null {
  if (run) return { task: run.task, subject: run.settings.subject, level: run.settings.level };
  const source = [...past, inputs].findLast(
    (one) => one.trained && one.edited === inputs.edited && one.H === inputs.H && sameCell(one, inputs),
  );
  const { task: id, level } = source?.trained ?? { task: '', level: 0 };
  const task = taskOf(id);
  if (!task || !v.is(numberSchema(levelField(task)), level)) return null;
  return { task, subject: { kind: 'task', id }, level };
}

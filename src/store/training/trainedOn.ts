import * as v from 'valibot';
import type { TaskLevel } from '../../io/moment.ts';
import { numberSchema } from '../../training/field.ts';
import { levelField } from '../../training/fields.ts';
import type { Subject } from '../../training/subject.ts';
import type { Task } from '../../training/task.ts';
import { taskOf } from '../../training/tasks/index.ts';
import { learnedAt, type TrainingRun } from './run.ts';

/** The task or the data on which the cell shown was trained. */
export interface TrainedOn {
  readonly task: Task;
  /** The task as it is handed to a worker, with data of the reader's own. */
  readonly subject: Subject;
  readonly level: number;
}

/**
 * The data that the weights shown were trained on, whatever the present sequence: data of the reader's own by the `run` that is
 * shown, else what the run, preset, link or file said that brought them. Null where nobody knows.
 */
export function trainedOn(trained: TaskLevel | null, run: TrainingRun | null): TrainedOn | null {
  const own = run && run.settings.subject.kind !== 'task' ? learnedAt(run) : null;
  if (run && own !== null) return { task: run.task, subject: run.settings.subject, level: own };
  const task = trained && taskOf(trained.task);
  if (!task || !v.is(numberSchema(levelField(task)), trained.level)) return null;
  return { task, subject: { kind: 'task', id: task.id }, level: trained.level };
}

import { trainedOf } from '../../presets/trained/catalogue.ts';
import type { State } from '../../store/state.ts';
import type { Run } from '../../store/training/run.ts';
import { sameCell } from '../../store/training/shownInputs.ts';
import type { Subject } from '../../training/subject.ts';
import type { Task } from '../../training/task.ts';
import { taskOf } from '../../training/tasks/index.ts';

/** What the cell that is shown was trained on. */
export interface TrainedOn {
  readonly task: Task;
  /** The task as it is handed to a worker, with data of the reader's own. */
  readonly subject: Subject;
  readonly level: number;
}

/**
 * What the weights that are shown were trained on: the run of the page that they belong to, else the trained preset that
 * they came with, whatever is read now. Null where nobody knows.
 */
export function trainedOn(
  { inputs, past }: Pick<State, 'inputs' | 'past'>,
  run: Pick<Run, 'task' | 'settings'> | null,
): TrainedOn | null {
  if (run) return { task: run.task, subject: run.settings.subject, level: run.settings.level };
  const source = [...past, inputs].findLast(
    (one) => one.preset !== null && one.edited === inputs.edited && one.H === inputs.H && sameCell(one, inputs),
  );
  const found = source?.preset ? trainedOf(source.preset) : undefined;
  const task = found && taskOf(found.task.id);
  return found && task ? { task, subject: { kind: 'task', id: task.id }, level: found.trained.level } : null;
}

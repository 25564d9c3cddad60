import { sameFeatures } from '../../io/encode.ts';
import type { Task, Track } from '../../training/task.ts';
import { tasks } from '../../training/tasks/index.ts';
import type { Derived } from '../derive.ts';
import { fitsTask } from '../training/sequenceFor.ts';
import type { TrainedOn } from '../training/trainedOn.ts';
import type { SearchRequest } from './search.ts';
import type { UnitRequest } from './unit.ts';

/** The tasks whose sequences a cell can read that reads inputs of these names; data of the reader's own come first. */
export function searchable(features: readonly string[], trained: TrainedOn | null): readonly Task[] {
  const own = trained && !tasks.some(({ id }) => id === trained.task.id) ? [trained.task] : [];
  return [...own, ...tasks].filter((task) => fitsTask(task, features));
}

/** The task and the track to search for. */
export interface Choice {
  readonly task: Task;
  readonly track: Track;
}

/** The task and the track that are wished for where there are such, else the task that was trained on and its first track. */
export function chosen(
  fitting: readonly Task[],
  wished: { readonly task?: string; readonly track?: string },
  trained: TrainedOn | null,
): Choice | null {
  const withId = (id: string | undefined): Task | undefined => fitting.find((task) => task.id === id);
  const task = withId(wished.task) ?? withId(trained?.task.id) ?? fitting[0];
  const track = task?.tracks.find(({ id }) => id === wished.track) ?? task?.tracks[0];
  return track ? { task, track } : null;
}

/** The cell that is shown, with the fresh sequences of a task, at the level at which it was trained where that is known. */
export function readerOf(
  { cell, sizes, parameters, initial }: Derived,
  task: Task,
  trained: TrainedOn | null,
): Omit<SearchRequest, 'track'> {
  return {
    cell: cell.id,
    options: cell.options,
    H: sizes.H,
    parameters,
    initial: Object.fromEntries(Object.entries(initial).map(([id, values]) => [id, Float64Array.from(values)])),
    ...(trained?.task.id === task.id
      ? { subject: trained.subject, level: trained.level }
      : { subject: { kind: 'task', id: task.id } }),
  };
}

/** The search for a track in the cell that is shown. */
export const requestFor = (derived: Derived, { task, track }: Choice, trained: TrainedOn | null): SearchRequest => ({
  ...readerOf(derived, task, trained),
  track: track.id,
});

/** Builds the request about one unit of the cell shown, over fresh sequences of a task. */
export function unitRequestFor(
  derived: Derived,
  task: Task,
  trained: TrainedOn | null,
  { signal, unit }: Pick<UnitRequest, 'signal' | 'unit'>,
): UnitRequest {
  const head = derived.predictions?.head ?? null;
  const fits = head !== null && head.asks === task.asks && sameFeatures(head.outputs, task.outputs);
  return { ...readerOf(derived, task, trained), signal, unit, head: fits ? { W: head.W, b: head.b } : null };
}

/** The contributions per 1 of a unit's hidden state to each output, largest first; none without a head. */
export function unitVotes({ predictions, sizes: { H } }: Derived, unit: number): readonly UnitVote[] {
  const head = predictions?.head;
  if (!head || unit >= H) return [];
  const votes = head.outputs.map((output, k): UnitVote => ({ output, weight: head.W[k * H + unit] }));
  return votes.sort((a, b) => b.weight - a.weight);
}

/** The weight of a unit for an output. */
export interface UnitVote {
  readonly output: string;
  readonly weight: number;
}

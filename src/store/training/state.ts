import type { Settings } from '../../training/settings.ts';
import type { Task } from '../../training/task.ts';
import type { TrainingRun } from './run.ts';

/** Training beside one instance of the page. */
export interface TrainingState {
  /** The settings of the next run; its cell and options are those of the page. */
  readonly plan: Settings;
  /** The task of the plan. */
  readonly task: Task;
  /** The kind of own data that is being given and not yet learned from, or null. */
  readonly giving: 'text' | 'table' | null;
  /** True if the next run begins with the weights of the page instead of new ones from the seed. */
  readonly fromPage: boolean;
  /** The runs that are kept, oldest first. */
  readonly runs: readonly TrainingRun[];
  /** The run that the page shows and the controls are for, by its id. */
  readonly current: number | null;
  /** The run that the page has left, and why: a sentence, which the progress of the run follows. */
  readonly left: { readonly run: number; readonly why: string } | null;
  /** The reason why the last request failed: a sentence. */
  readonly fault: string | null;
  /** The layer that the page shows, from 0, the bottom. */
  readonly layer: number;
}

/** The run that the page shows, or null. */
export function currentRun({ runs, current }: TrainingState): TrainingRun | null {
  return runs.find(({ id }) => id === current) ?? null;
}

/** The runs with a part of one changed. */
export function patched(
  runs: readonly TrainingRun[],
  id: number,
  change: Partial<TrainingRun>,
): readonly TrainingRun[] {
  return runs.map((run) => (run.id === id ? { ...run, ...change } : run));
}

/** The most runs that are kept. */
export const MOST_RUNS = 6;

/** The runs with one more: one that never began makes room for it, then the oldest. */
export function withRun(runs: readonly TrainingRun[], run: TrainingRun): readonly TrainingRun[] {
  return [...runs.filter(({ updates }) => updates > 0).slice(1 - MOST_RUNS), run];
}

import type { TaskLevel } from '../../io/moment.ts';
import type { Checkpoint, Progress } from '../../training/messages.ts';
import type { Network } from '../../training/network.ts';
import type { Settings } from '../../training/settings.ts';
import type { Task } from '../../training/task.ts';

/** The measurement on held-out sequences after a number of updates. */
export type Point = Progress['measured'][number];

/** A setting that took another value while the run went on, after about so many updates. */
export interface Change<K extends keyof Settings = keyof Settings> {
  readonly updates: number;
  readonly setting: K;
  readonly from: Settings[K];
  readonly to: Settings[K];
}

/** The state of a run. */
export type RunStatus =
  /** It has made no update. */
  | { readonly kind: 'ready' }
  /** It makes `pace` updates a second; 0 before that is known. */
  | { readonly kind: 'running'; readonly pace: number }
  | { readonly kind: 'paused' }
  /** It has made all updates that it was told to make. */
  | { readonly kind: 'finished' }
  /** It cannot go on with these settings; `why` is a sentence. */
  | { readonly kind: 'diverged'; readonly why: string };

/** One training run of one cell on one task, as far as it has come. */
export interface TrainingRun {
  readonly id: number;
  readonly task: Task;
  readonly settings: Settings;
  readonly status: RunStatus;
  readonly updates: number;
  /** The update up to which it was last told to go. */
  readonly until: number;
  /** Oldest first; of a long run not every one. */
  readonly curve: readonly Point[];
  /** Oldest first. */
  readonly changes: readonly Change[];
  /** The last update on its own batch, or null before the first. */
  readonly last: Progress['last'];
  /** The score of the best constant guess. */
  readonly chance: number | null;
  readonly examples: NonNullable<Progress['examples']>;
  /** The present weights in the digits shown, or null before the first report. */
  readonly network: Network | null;
  /** The number of reports received. */
  readonly reports: number;
  /** The task on which the initial weights were trained, or null. */
  readonly began: TaskLevel | null;
  /** The point from which the worker can go on. */
  readonly checkpoint: Checkpoint | null;
}

/** A run before its first update. */
export function newRun(
  id: number,
  task: Task,
  settings: Settings,
  checkpoint: Checkpoint | null = null,
  began: TaskLevel | null = null,
): TrainingRun {
  return {
    id,
    task,
    settings,
    status: { kind: 'ready' },
    updates: 0,
    until: 0,
    curve: [],
    changes: [],
    last: null,
    chance: null,
    examples: [],
    network: null,
    reports: 0,
    began,
    checkpoint,
  };
}

/** The level at which the weights of a run were learned; null where they still are, or again, those that it began with. */
export function learnedAt({ updates, status, checkpoint, changes, settings }: TrainingRun): number | null {
  if (updates === 0) return null;
  // what has diverged may have gone back to before its first update
  if (status.kind !== 'running' && checkpoint?.moments.steps === 0 && !checkpoint.best?.updates) return null;
  // a level at which no update was made yet
  const since = changes.find((one): one is Change<'level'> => one.setting === 'level' && one.updates >= updates);
  return since?.from ?? settings.level;
}

/** The most points that are kept of a curve. */
const MOST = 400;

/** A curve that goes on: points from the first new one on are replaced, every second one is left out where there are too many. */
function extended(curve: readonly Point[], points: readonly Point[]): readonly Point[] {
  if (points.length === 0) return curve;
  const all = [...curve.filter(({ updates }) => updates < points[0].updates), ...points];
  return all.length <= MOST ? all : all.filter((_, k) => k % 2 === 0 || k === all.length - 1);
}

/** The most changes that are kept. */
const MOST_CHANGES = 12;

/** The run with another value of a setting. What nothing was measured with counts as one change with what follows. */
export function withChange<K extends keyof Settings>(run: TrainingRun, setting: K, to: Settings[K]): TrainingRun {
  const { updates, changes, curve } = run;
  const measured = curve.at(-1)?.updates ?? 0;
  const same = changes.find((change) => change.setting === setting && change.updates >= measured);
  const from = (same ?? { from: run.settings[setting] }).from;
  const before = changes.filter((change) => change !== same);
  // how long a run goes on changes nothing of what it learns
  const all = to === from || setting === 'updates' ? before : [...before, { updates, setting, from, to }];
  return { ...run, settings: { ...run.settings, [setting]: to }, changes: all.slice(-MOST_CHANGES) };
}

/** The status of a run that nothing drives. */
export function restingStatus({ updates, until }: Pick<TrainingRun, 'updates' | 'until'>): RunStatus {
  if (updates === 0) return { kind: 'ready' };
  return { kind: until > 0 && updates >= until ? 'finished' : 'paused' };
}

/** The status after a report. A run that was told to pause or to go on does so, whatever was on its way. */
function statusAfter({ status, until }: TrainingRun, { updates, stopped, going, pace }: Progress): RunStatus {
  if (stopped !== null) return { kind: 'diverged', why: stopped };
  if (status.kind !== 'running' || !(going || updates < until)) return restingStatus({ updates, until });
  return { kind: 'running', pace: going ? pace : status.pace };
}

/** The run after a report. */
export function withProgress(run: TrainingRun, progress: Progress): TrainingRun {
  const { updates, last, measured, chance, examples, network, checkpoint } = progress;
  return {
    ...run,
    status: statusAfter(run, progress),
    updates,
    last,
    chance,
    curve: extended(run.curve, measured),
    examples: examples ?? run.examples,
    network,
    reports: run.reports + 1,
    checkpoint: checkpoint ?? run.checkpoint,
  };
}

import type { TaskLevel } from '../../io/moment.ts';
import type { Checkpoint, Progress } from '../../training/messages.ts';
import type { Network } from '../../training/network.ts';
import type { Settings } from '../../training/settings.ts';
import type { Task } from '../../training/task.ts';

/** What was measured on held-out sequences after so many updates. */
export type Point = Progress['measured'][number];

/** A setting that took another value while the run went on, after about so many updates. */
export interface Change<K extends keyof Settings = keyof Settings> {
  readonly updates: number;
  readonly setting: K;
  readonly from: Settings[K];
  readonly to: Settings[K];
}

/** One training run of one cell on one task, as far as it has come. */
export interface Run {
  readonly id: number;
  readonly task: Task;
  readonly settings: Settings;
  /** `stopped`: it cannot go on with these settings. */
  readonly status: 'running' | 'paused' | 'stopped';
  readonly updates: number;
  /** The update up to which it was last told to go. */
  readonly until: number;
  /** Updates a second. */
  readonly pace: number;
  /** Oldest first; of a long run not every one. */
  readonly curve: readonly Point[];
  /** Oldest first. */
  readonly changes: readonly Change[];
  /** The last update on its own batch, or null before the first. */
  readonly last: Progress['last'];
  /** What the best constant guess reaches. */
  readonly chance: number | null;
  readonly examples: NonNullable<Progress['examples']>;
  /** The present weights in the digits shown, or null before the first report. */
  readonly network: Network | null;
  /** How many reports have come. */
  readonly reports: number;
  /** What the weights that it began with were trained on, or null. */
  readonly began: TaskLevel | null;
  /** From where the worker can go on. */
  readonly checkpoint: Checkpoint | null;
  /** Why it stands still, where it did so by itself: a sentence. */
  readonly why: string | null;
}

/** A run before its first update. */
export function newRun(
  id: number,
  task: Task,
  settings: Settings,
  checkpoint: Checkpoint | null = null,
  began: TaskLevel | null = null,
): Run {
  return {
    id,
    task,
    settings,
    status: 'paused',
    updates: 0,
    until: 0,
    pace: 0,
    curve: [],
    changes: [],
    last: null,
    chance: null,
    examples: [],
    network: null,
    reports: 0,
    began,
    checkpoint,
    why: null,
  };
}

/** The level at which the weights of a run were learned; null where they still are, or again, those that it began with. */
export function learnedAt({ updates, status, checkpoint, changes, settings }: Run): number | null {
  if (updates === 0) return null;
  // what has diverged may have gone back to before its first update
  if (status !== 'running' && checkpoint?.moments.steps === 0 && !checkpoint.best?.updates) return null;
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
export function withChange<K extends keyof Settings>(run: Run, setting: K, to: Settings[K]): Run {
  const { updates, changes, curve } = run;
  const measured = curve.at(-1)?.updates ?? 0;
  const same = changes.find((change) => change.setting === setting && change.updates >= measured);
  const from = (same ?? { from: run.settings[setting] }).from;
  const before = changes.filter((change) => change !== same);
  // how long a run goes on changes nothing of what it learns
  const all = to === from || setting === 'updates' ? before : [...before, { updates, setting, from, to }];
  return { ...run, settings: { ...run.settings, [setting]: to }, changes: all.slice(-MOST_CHANGES) };
}

/** The run after a report. A run that was told to pause or to go on does so, whatever was on its way. */
export function withProgress(run: Run, progress: Progress): Run {
  const { updates, stopped, going, last, pace, measured, chance, examples, network, checkpoint } = progress;
  const goesOn = run.status === 'running' && (going || updates < run.until);
  const status = stopped !== null ? 'stopped' : goesOn ? 'running' : 'paused';
  return {
    ...run,
    status,
    updates,
    pace: going ? pace : run.pace,
    last,
    chance,
    curve: extended(run.curve, measured),
    examples: examples ?? run.examples,
    network,
    reports: run.reports + 1,
    checkpoint: checkpoint ?? run.checkpoint,
    why: stopped,
  };
}

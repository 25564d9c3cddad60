import type { Checkpoint, Progress } from '../../training/messages.ts';
import type { Network } from '../../training/network.ts';
import type { Settings } from '../../training/settings.ts';
import type { Task } from '../../training/task.ts';

/** What was measured on held-out sequences after so many updates. */
export type Point = Progress['measured'][number];

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
  /** The last update on its own batch, or null before the first. */
  readonly last: Progress['last'];
  /** What the best constant guess reaches. */
  readonly chance: number | null;
  readonly examples: NonNullable<Progress['examples']>;
  /** The present weights in the digits shown, or null before the first report. */
  readonly network: Network | null;
  /** From where the worker can go on. */
  readonly checkpoint: Checkpoint | null;
  /** Why it stands still, where it did so by itself: a sentence. */
  readonly why: string | null;
}

/** A run before its first update. */
export function newRun(id: number, task: Task, settings: Settings, checkpoint: Checkpoint | null = null): Run {
  return {
    id,
    task,
    settings,
    status: 'paused',
    updates: 0,
    until: 0,
    pace: 0,
    curve: [],
    last: null,
    chance: null,
    examples: [],
    network: null,
    checkpoint,
    why: null,
  };
}

/** The most points that are kept of a curve. */
const MOST = 400;

/** A curve that goes on: points from the first new one on are replaced, every second one is left out where there are too many. */
function extended(curve: readonly Point[], points: readonly Point[]): readonly Point[] {
  if (points.length === 0) return curve;
  const all = [...curve.filter(({ updates }) => updates < points[0].updates), ...points];
  return all.length <= MOST ? all : all.filter((_, k) => k % 2 === 0 || k === all.length - 1);
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
    checkpoint: checkpoint ?? run.checkpoint,
    why: stopped,
  };
}

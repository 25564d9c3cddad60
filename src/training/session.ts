import type { Single, SingleShape } from '../engine/single/single.ts';
import { Refusal, sentenceOf } from '../text/refusal.ts';
import { narrowed } from './batch.ts';
import { type Checkpoint, type Order, orderIn, type Progress, type Report } from './messages.ts';
import { readSettings } from './settings.ts';
import { baselineOf } from './tasks/baseline.ts';
import { createTrainer, heldOutSeed, type Snapshot, type Trainer, type Update } from './trainer.ts';
import { createWatch, type Sight } from './watch.ts';
import { mapNetwork, shown } from './weights.ts';

/** The environment of a session. */
export interface Surroundings {
  readonly create: (shape: SingleShape) => Single;
  readonly post: (report: Report) => void;
  /** Milliseconds. */
  readonly now: () => number;
  /** Does something after the messages that wait have been read. */
  readonly later: (work: () => void) => void;
}

/** Milliseconds of updates between two looks at the messages, two reports, two reports of what was measured, two checkpoints. */
const SLICE = 12;
const REPORT = 50;
const CURVE = 250;
const CHECKPOINT = 1000;
/** Held-out sequences on which a run is measured, whose gates are looked at, and whose answers are shown. */
export const MEASURED = 200;
const WATCHED = 16;
const SHOWN = 8;

/** The number of updates between measurements: the same for every run, so that curves are comparable. */
function strideAt(updates: number): number {
  if (updates < 400) return 20;
  return updates < 2000 ? 50 : 100;
}

type Point = Progress['measured'][number];

interface Course {
  readonly run: number;
  readonly trainer: Trainer;
  until: number;
  last: Update | null;
  measured: Point[];
  measuredAt: number;
  sight: Sight | null;
  /** The score of the best constant guess at this level. */
  chance: number;
  reported: { at: number; updates: number; measured: number; checkpoint: number };
}

/** Trains as it is ordered, in slices, and reports: the whole of the worker but for its threads and clocks. */
export function createSession({ create, post, now, later }: Surroundings): { take(message: unknown): void } {
  let course: Course | null = null;
  let waiting = false;
  let orders = 0;
  const look = createWatch(create);

  const measure = (on: Course): void => {
    const { trainer } = on;
    const { seed, level } = trainer.settings;
    const result = trainer.evaluate(MEASURED);
    const where = { task: trainer.task, level, seed: heldOutSeed(seed), width: WATCHED, shown: SHOWN };
    on.sight = look(where, trainer.architecture, trainer.network());
    on.measured.push({ ...result, updates: trainer.updates, gates: on.sight.gates });
    on.measuredAt = trainer.updates;
  };
  const report = (on: Course, going: boolean): void => {
    const { trainer, last, reported } = on;
    const at = now();
    if (!going && on.measuredAt !== trainer.updates) measure(on);
    const seconds = (at - reported.at) / 1000;
    const soon = going && at - reported.measured < CURVE;
    const examples = soon ? null : (on.sight?.examples ?? null);
    const checkpoint = going && at - reported.checkpoint < CHECKPOINT ? null : checkpointOf(trainer);
    const measured = soon ? [] : on.measured;
    if (!soon) {
      on.measured = [];
      on.sight = null;
    }
    on.reported = {
      at,
      updates: trainer.updates,
      measured: soon ? reported.measured : at,
      checkpoint: checkpoint ? at : reported.checkpoint,
    };
    post({
      kind: 'progress',
      run: on.run,
      orders,
      updates: trainer.updates,
      going,
      stopped: trainer.stopped,
      last: last && { loss: last.loss, reaches: last.reaches, whole: last.whole, norm: last.norm },
      pace: seconds > 0 ? (trainer.updates - reported.updates) / seconds : 0,
      measured,
      chance: on.chance,
      examples,
      network: mapNetwork(trainer.network(), shown),
      checkpoint,
    });
  };
  const update = (on: Course): void => {
    const { trainer } = on;
    const made = trainer.update();
    if (made) on.last = made;
    if (made && trainer.updates % strideAt(trainer.updates) === 0) measure(on);
  };
  const isGoing = ({ trainer, until }: Course): boolean => !trainer.stopped && trainer.updates < until;

  const slice = (): void => {
    waiting = false;
    const on = course;
    if (!on || !isGoing(on)) return;
    guarded(on, () => {
      for (const end = now() + SLICE; isGoing(on) && now() < end; ) update(on);
      const going = isGoing(on);
      if (!going || now() - on.reported.at >= REPORT) report(on, going);
      if (going) goOn();
    });
  };
  const goOn = (): void => {
    if (waiting) return;
    waiting = true;
    later(slice);
  };
  /** Reports a refusal; the run stops at the updates it has made. */
  const guarded = (on: Pick<Course, 'run'> & Partial<Course>, work: () => void): void => {
    try {
      work();
    } catch (error) {
      if (on.trainer) on.until = on.trainer.updates;
      post({ kind: 'refused', run: on.run, orders, sentence: sentenceOf(error) });
    }
  };

  const begin = ({ run, settings, from }: Extract<Order, { kind: 'begin' }>): void =>
    guarded({ run }, () => {
      course = null;
      const read = readSettings(settings);
      if (!read.ok) throw new Refusal(read.wrong.map(({ sentence }) => sentence).join(' '));
      const trainer = createTrainer(read.settings, read.task, create);
      if (from) trainer.restore(snapshotOf(from, read.settings.subject));
      const at = now();
      const reported = { at, updates: trainer.updates, measured: Number.NEGATIVE_INFINITY, checkpoint: at };
      course = {
        run,
        trainer,
        until: trainer.updates,
        last: null,
        measured: [],
        measuredAt: -1,
        sight: null,
        chance: chanceOf(trainer),
        reported,
      };
      report(course, false);
    });

  return {
    take(message) {
      const order = orderIn(message);
      if (order) orders++;
      if (order?.kind === 'begin') begin(order);
      const on = course;
      if (!order || !on || order.kind === 'begin') return;
      guarded(on, () => {
        if (order.kind === 'go') {
          on.until = order.until;
          on.reported = { ...on.reported, at: now(), updates: on.trainer.updates };
          if (isGoing(on)) goOn();
          else report(on, false);
        }
        if (order.kind === 'change') {
          const going = isGoing(on);
          on.trainer.change(order.change);
          on.measuredAt = -1;
          on.chance = chanceOf(on.trainer);
          if (!going) report(on, false);
        }
        if (order.kind === 'step') {
          on.until = on.trainer.updates;
          update(on);
          report(on, false);
        }
        if (order.kind === 'pause') {
          on.until = on.trainer.updates;
          report(on, false);
        }
      });
    },
  };
}

function chanceOf({ task, settings }: Trainer): number {
  const { level, seed, asked } = settings;
  return baselineOf(narrowed(task, asked), level, heldOutSeed(seed), MEASURED).reaches;
}

function checkpointOf(trainer: Trainer): Checkpoint {
  const { settings, ...snapshot } = trainer.snapshot();
  const { subject: _, ...rest } = settings;
  return { settings: rest, ...snapshot };
}

const snapshotOf = ({ settings, ...rest }: Checkpoint, subject: Snapshot['settings']['subject']): Snapshot => ({
  ...rest,
  settings: { ...settings, subject },
});

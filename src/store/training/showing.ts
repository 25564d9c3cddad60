import { sameCell } from '../../io/cellChoice.ts';
import type { Sequence } from '../../io/sequence.ts';
import type { RunOrigin } from '../../io/weights.ts';
import { randomOf } from '../../training/random.ts';
import type { Clock } from '../clock.ts';
import type { Gatescope } from '../gatescope.ts';
import type { Inputs } from '../state.ts';
import type { TrainingRun } from './run.ts';
import { fitsTask, sequenceFor, sequenceKnownBy, sequenceOnScale } from './sequenceFor.ts';
import { readByLayer, shownIn, shownOf } from './shownInputs.ts';

/** Milliseconds from one picture of changing weights to the next: at least, for readers who want little motion, and at most. */
const GAP = 50;
const CALM = 500;
const LONGEST = 1000;
/** Milliseconds from one frame to the next from which on the page is slow. */
const LATE = 34;

/** A run, and which of its layers the page shows (from 0, the bottom). */
export interface Picked {
  readonly run: TrainingRun;
  readonly layer: number;
}

/** Puts the weights of runs into the page. */
export interface Showing {
  /** Shows what is picked then at the next frame, or later where the page is slow. */
  soon(): void;
  /** Shows it at once, reading `sequence` (the bottom layer), else what is read now where that fits, else an example. */
  now(picked: Picked, sequence?: Sequence): void;
  /** True if the run has been shown before. */
  has(run: TrainingRun): boolean;
  /** True if these inputs are those in which the run was last shown, whatever the sequence. */
  holds(run: TrainingRun, inputs: Inputs): boolean;
  /** True if the reader has chosen another sequence since. */
  readsOther(inputs: Inputs): boolean;
  /** No frame is waited for any more. */
  rest(): void;
}

interface Put extends Picked {
  readonly origin: RunOrigin;
  /** The sequence of the bottom layer, which the page replaces while it shows a higher one. */
  readonly base: Sequence;
  readonly sequence: Sequence;
}

const sameOrigin = (a: RunOrigin, b: RunOrigin | null): boolean =>
  a.run === b?.run && a.layer === b.layer && a.report === b.report;

export function createShowing(gatescope: Gatescope, clock: Clock, picked: () => Picked | null): Showing {
  /** The inputs last shown for each run, by its id. */
  const puts = new Map<number, RunOrigin>();
  let put: Put | null = null;
  let cancel: (() => void) | null = null;
  let gap = GAP;
  let due = 0;

  const baseFor = (run: TrainingRun): Sequence => {
    const { task, settings } = run;
    const { sequence } = gatescope.getState().inputs;
    if (put && sequence === put.sequence && put.run.task === task) return put.base;
    if (fitsTask(task, gatescope.derived().encoded.features)) return sequenceOnScale(run, sequence) ?? sequence;
    const known = sequenceKnownBy(task, sequence);
    if (known) return known;
    return sequenceFor(task, task.example(randomOf(settings.seed), settings.level));
  };
  const now = ({ run, layer }: Picked, given?: Sequence): void => {
    const { inputs } = gatescope.getState();
    const shown = shownOf(run, layer, inputs.weights.initialisation);
    if (!shown) return;
    const origin = { run: run.id, layer, report: run.reports };
    const base = given ?? baseFor(run);
    if (put && sameOrigin(put.origin, origin) && put.base === base && sameOrigin(origin, shownIn(inputs))) return;
    const sequence = readByLayer(run, layer, base);
    const options = sameCell(shown, inputs) ? inputs.options : { ...inputs.options, ...shown.options };
    put = { run, layer, origin, base, sequence };
    puts.set(run.id, origin);
    gatescope.actions.replaceInputs({ ...inputs, ...shown, options, sequence }, `training ${run.id}`);
  };
  /** Notices how long the frame after a change takes, and leaves the page more time where that is long. */
  const pace = (started: number): void => {
    cancel = clock.frame((after) => {
      cancel = null;
      const least = clock.reducedMotion?.() ? CALM : GAP;
      gap = after - started > LATE ? Math.min(LONGEST, gap * 1.5) : Math.max(least, gap * 0.9);
      due = started + gap;
      soon();
    });
  };
  const tick = (at: number): void => {
    cancel = null;
    const which = picked();
    if (!which?.run.network || puts.get(which.run.id)?.report === which.run.reports) return;
    if (at < due) {
      cancel = clock.frame(tick);
      return;
    }
    now(which);
    pace(at);
  };
  const soon = (): void => {
    cancel ??= clock.frame(tick);
  };
  return {
    soon,
    now,
    has: ({ id }) => puts.has(id),
    holds({ id }, inputs) {
      const last = puts.get(id);
      return last !== undefined && sameOrigin(last, shownIn(inputs));
    },
    readsOther: ({ sequence }) => put?.sequence !== sequence,
    rest() {
      cancel?.();
      cancel = null;
    },
  };
}

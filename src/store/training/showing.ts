import type { Sequence } from '../../io/sequence.ts';
import { randomOf } from '../../training/random.ts';
import type { Clock } from '../clock.ts';
import { sameCell } from '../derive.ts';
import type { Gatescope } from '../gatescope.ts';
import type { Inputs } from '../state.ts';
import type { Run } from './run.ts';
import { fitsTask, sequenceFor } from './sequenceFor.ts';
import { isShown, readByLayer, type Shown, shownOf } from './shownInputs.ts';

/** Milliseconds from one picture of changing weights to the next: at least, for readers who want little motion, and at most. */
const GAP = 50;
const CALM = 500;
const LONGEST = 1000;
/** Milliseconds from one frame to the next from which on the page is slow. */
const LATE = 34;

/** A run, and which of its layers the page shows (from 0, the bottom). */
export interface Picked {
  readonly run: Run;
  readonly layer: number;
}

/** Puts the weights of runs into the page. */
export interface Showing {
  /** Whether the page is being changed from here. */
  readonly busy: boolean;
  /** Shows what is picked then at the next frame, or later where the page is slow. */
  soon(): void;
  /** Shows it at once, reading `sequence` (the bottom layer), else what is read now where that fits, else an example. */
  now(picked: Picked, sequence?: Sequence): void;
  /** Whether the run was put there yet. */
  has(run: Run): boolean;
  /** Whether these inputs are those in which the run was put there last, whatever is read. */
  holds(run: Run, inputs: Inputs): boolean;
  /** Whether what the page reads was chosen by the reader since. */
  readsOther(inputs: Inputs): boolean;
  /** No frame is waited for any more. */
  rest(): void;
}

interface Put extends Picked {
  readonly shown: Shown;
  /** What the bottom layer reads, and what stands on the page in its place. */
  readonly base: Sequence;
  readonly sequence: Sequence;
}

export function createShowing(gatescope: Gatescope, clock: Clock, picked: () => Picked | null): Showing {
  /** What was put there last of each run. */
  const puts = new Map<number, Shown>();
  let put: Put | null = null;
  let busy = false;
  let cancel: (() => void) | null = null;
  let gap = GAP;
  let due = 0;

  const baseFor = ({ task, settings }: Run): Sequence => {
    const { sequence } = gatescope.getState().inputs;
    if (put && sequence === put.sequence && put.run.task === task) return put.base;
    if (fitsTask(task, gatescope.derived().encoded.features)) return sequence;
    return sequenceFor(task, task.example(randomOf(settings.seed), settings.level));
  };
  const now = ({ run, layer }: Picked, given?: Sequence): void => {
    const shown = shownOf(run, layer);
    if (!shown) return;
    const { inputs } = gatescope.getState();
    const base = given ?? baseFor(run);
    if (put && put.shown.edited === shown.edited && put.base === base && isShown(shown, inputs)) return;
    const sequence = readByLayer(run, layer, base);
    const options = sameCell(shown, inputs) ? inputs.options : { ...inputs.options, ...shown.options };
    busy = true;
    try {
      gatescope.actions.replaceInputs({ ...inputs, ...shown, options, sequence, preset: null }, `training ${run.id}`);
    } finally {
      busy = false;
    }
    put = { run, layer, shown, base, sequence };
    puts.set(run.id, shown);
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
    const shown = which && shownOf(which.run, which.layer);
    if (!which || !shown || puts.get(which.run.id)?.edited === shown.edited) return;
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
    get busy() {
      return busy;
    },
    soon,
    now,
    has: ({ id }) => puts.has(id),
    holds: (run, inputs) => isShown(puts.get(run.id) ?? NOTHING, inputs),
    readsOther: ({ sequence }) => put?.sequence !== sequence,
    rest() {
      cancel?.();
      cancel = null;
    },
  };
}

/** What no inputs show. */
const NOTHING: Shown = { cell: '', options: {}, H: 0, edited: {}, head: null, trained: null };

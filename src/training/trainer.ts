import { uniform } from '../engine/parameters.ts';
import type { Single, SingleShape } from '../engine/single/single.ts';
import { Refusal } from '../text/refusal.ts';
import { batchOf, drawn, narrowed, writeInputs } from './batch.ts';
import { clipNorm, clipValue, normOf } from './clipping.ts';
import { type Measured, tallyOf } from './measure.ts';
import { type Architecture, type Network, programsOf } from './network.ts';
import { type Arrays, type Moments, noMoments, step } from './optimisers.ts';
import { type Random, randomOf } from './random.ts';
import { architectureOf, readSettings, type Settings } from './settings.ts';
import type { Task } from './task.ts';
import { arraysOf, initialNetwork, keepOverlap, mapNetwork } from './weights.ts';

/** The result of one update, on its own batch and before the weights were changed. */
export interface Update extends Measured {
  /** Counted from 1. */
  readonly update: number;
  /** The norm of the gradient before it was clipped. */
  readonly norm: number;
}

/** The weights that have done best on held-out sequences, at the present size and level. */
export interface Best {
  /** The number of updates made before the measurement. */
  readonly updates: number;
  readonly loss: number;
  readonly network: Network;
}

/** All that a run is: whoever restores it goes on with the same numbers. Plain data. */
export interface Snapshot {
  readonly settings: Settings;
  readonly updates: number;
  /** The number of random numbers drawn. */
  readonly drawn: number;
  readonly network: Network;
  readonly moments: Moments;
  /** The state to which the run returns if it diverges; null before the first measurement. */
  readonly best: Best | null;
}

/** The settings that may change during a run. */
export type Change = Partial<
  Omit<Settings, 'subject' | 'cell' | 'options' | 'layers' | 'seed' | 'gain' | 'forgetBias'>
>;

/** A training run. Same settings, same changes after the same updates: same numbers, on every machine. */
export interface Trainer {
  readonly task: Task;
  readonly settings: Settings;
  readonly architecture: Architecture;
  /** The number of updates so far. */
  readonly updates: number;
  /**
   * The reason why the run cannot go on: a sentence. The weights are then the best that were measured, or before any measurement the
   * last with which the loss was a finite number; moments start at 0 again.
   */
  readonly stopped: string | null;
  /** One update; null where the run has stopped or stops now. */
  update(): Update | null;
  /**
   * Measures on this many sequences of the held-out seed, the same at every call and level. Weights that do better than
   * all before are kept, to go back to.
   */
  evaluate(sequences: number): Measured;
  /** Throws a sentence for a value out of bounds. A new H keeps the weights that both sizes have. */
  change(change: Change): void;
  /** The weights as they are now: copies. */
  network(): Network;
  snapshot(): Snapshot;
  restore(snapshot: Snapshot): void;
}

/** The distance of the seeds of held-out and of fresh sequences from that of a run, so that streams do not overlap. */
const HELD_OUT = 1_000_000;
const FRESH = 2_000_000;

/** The seed of the sequences on which a run is watched. */
export const heldOutSeed = (seed: number): number => seed + HELD_OUT;
/** The seed of the sequences on which a finished run is measured. */
export const freshSeed = (seed: number): number => seed + FRESH;

/** The most sequences × timesteps × units × layers of one pass, which bounds the memory. */
const MAX_EXTENT = 4_000_000;

const copyOf = (network: Network): Network => mapNetwork(network, (value) => value);
const copyOfBest = (best: Best | null): Best | null => best && { ...best, network: copyOf(best.network) };

function copiesOf(arrays: Arrays): Arrays {
  return Object.fromEntries(Object.entries(arrays).map(([name, values]) => [name, values.slice()]));
}

export function createTrainer(given: Settings, task: Task, create: (shape: SingleShape) => Single): Trainer {
  let settings = given;
  let architecture = architectureOf(settings, task);
  let network = initialNetwork(architecture, settings);
  let weights = arraysOf(network);
  let moments = noMoments(weights);
  let good = copyOf(network);
  let best: Best | null = null;
  let single: Single | null = null;
  let updates = 0;
  let position = 0;
  let stopped: string | null = null;
  const real = (): number => (uniform(settings.seed, position++) + 1) / 2;
  const training: Random = { real, whole: (n) => Math.floor(real() * n) };

  /** The network in single precision, wide and long enough, with the weights as they are. */
  const loaded = (T: number): Single => {
    const { batch } = settings;
    if (batch * T * architecture.H * architecture.layers > MAX_EXTENT)
      throw new Refusal(
        `A batch of ${batch} sequences of ${T} timesteps with ${architecture.layers} × ${architecture.H} units is too large: choose a smaller batch, fewer units or a lower level.`,
      );
    if (!single || single.shape.timesteps < T) {
      const timesteps = Math.max(T, Math.ceil(1.5 * (single?.shape.timesteps ?? 0)));
      single = create({ programs: programsOf(architecture), outputs: architecture.outputs, batch, timesteps });
    }
    single.load(network);
    return single;
  };

  const adopt = (next: Settings, nextNetwork: Network, nextMoments: Moments, nextBest: Best | null): void => {
    settings = next;
    architecture = architectureOf(next, task);
    network = nextNetwork;
    weights = arraysOf(network);
    moments = nextMoments;
    good = copyOf(network);
    best = nextBest;
    single = null;
    stopped = null;
  };

  const stop = (what: string): null => {
    for (const [name, values] of Object.entries(arraysOf(best?.network ?? good))) weights[name].set(values);
    moments = noMoments(weights);
    stopped = `After update ${updates} ${what} is no longer a finite number, so the run has stopped. These are the ${best ? `weights after update ${best.updates}, the best on held-out sequences` : 'last weights with a finite loss'}. Choose a learning rate smaller than ${settings.rate}${settings.clipNorm === null ? ', or clip the gradient norm at 1' : ''}.`;
    return null;
  };

  return {
    task,
    get settings() {
      return settings;
    },
    get architecture() {
      return architecture;
    },
    get updates() {
      return updates;
    },
    get stopped() {
      return stopped;
    },
    update() {
      if (stopped) return null;
      const { asked, batch: width, level, optimiser, window } = settings;
      const batch = batchOf(drawn(narrowed(task, asked), level, training, width), width);
      const running = loaded(batch.T);
      writeInputs(batch, architecture.D, running.x);
      running.forward(batch.T);
      const measured = tallyOf(task).count(batch, running.outputs, running.outputGradients);
      if (!Number.isFinite(measured.loss)) return stop('the loss');
      running.backward(window ?? undefined);
      const gradients = arraysOf(running.gradients());
      const norm = normOf(gradients);
      if (!Number.isFinite(norm)) return stop('the gradient');
      for (const [name, values] of Object.entries(arraysOf(good))) values.set(weights[name]);
      if (settings.clipNorm !== null) clipNorm(gradients, norm, settings.clipNorm);
      if (settings.clipValue !== null) clipValue(gradients, settings.clipValue);
      step(optimiser, weights, gradients, moments, settings);
      updates++;
      return { ...measured, update: updates, norm };
    },
    evaluate(sequences) {
      const { asked, batch: width, level, seed } = settings;
      const random = randomOf(heldOutSeed(seed));
      const tally = tallyOf(task);
      for (let from = 0; from < sequences; from += width) {
        const count = Math.min(width, sequences - from);
        const batch = batchOf(drawn(narrowed(task.heldOut ?? task, asked), level, random, count), width);
        const running = loaded(batch.T);
        writeInputs(batch, architecture.D, running.x);
        running.forward(batch.T);
        tally.count(batch, running.outputs);
      }
      const measured = tally.measured();
      if (measured.loss < (best?.loss ?? Number.POSITIVE_INFINITY))
        best = { updates, loss: measured.loss, network: copyOf(network) };
      return measured;
    },
    change(change) {
      const read = readSettings({ ...settings, ...change });
      if (!read.ok) throw new Refusal(read.wrong.map(({ sentence }) => sentence).join(' '));
      const next = read.settings;
      const asksTheSame = next.level === settings.level && next.asked === settings.asked;
      if (next.H === settings.H) return adopt(next, network, moments, asksTheSame ? best : null);
      const grown = architectureOf(next, task);
      const grownNetwork = initialNetwork(grown, next);
      const arrays = arraysOf(grownNetwork);
      const grownMoments = { ...noMoments(arrays), steps: moments.steps };
      keepOverlap(arrays, grown, weights, architecture);
      keepOverlap(grownMoments.first, grown, moments.first, architecture);
      keepOverlap(grownMoments.second, grown, moments.second, architecture);
      adopt(next, grownNetwork, grownMoments, null);
    },
    network: () => copyOf(network),
    snapshot: () => ({
      settings,
      updates,
      drawn: position,
      network: copyOf(network),
      moments: { ...moments, first: copiesOf(moments.first), second: copiesOf(moments.second) },
      best: copyOfBest(best),
    }),
    restore(snapshot) {
      const { first, second, steps } = snapshot.moments;
      updates = snapshot.updates;
      position = snapshot.drawn;
      const copied = { steps, first: copiesOf(first), second: copiesOf(second) };
      adopt(snapshot.settings, copyOf(snapshot.network), copied, copyOfBest(snapshot.best));
    },
  };
}

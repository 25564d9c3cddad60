import type { Single, SingleShape } from '../engine/single/single.ts';
import { type Batch, batchOf, drawn, writeInputs } from './batch.ts';
import { largestOf } from './measure.ts';
import { type Architecture, type Network, programsOf } from './network.ts';
import { randomOf } from './random.ts';
import type { Example, Task } from './task.ts';

/** The answers of a network to one sequence that it was not trained on. */
export interface Answered {
  readonly tokens: readonly string[];
  /** T·D numbers. */
  readonly x: Float64Array;
  /** The targets at each timestep, null if there is none. */
  readonly targets: readonly (number | null)[];
  /** True for each timestep whose answer counts. */
  readonly counts: readonly boolean[];
  /** The answer at each timestep, asked or not: the class of the largest output, or the number. */
  readonly answers: readonly number[];
}

/** The distribution of a gate's values over timesteps and sequences. */
export interface Opening {
  /** The mean over all units. */
  readonly mean: number;
  /** The mean of the unit in which it is most open. */
  readonly most: number;
}

/** Answers and gates of a network on the watched sequences. */
export interface Sight {
  /** By layer, bottom first: each gate in the order of the cell. */
  readonly gates: readonly (readonly Opening[])[];
  readonly examples: readonly Answered[];
}

/** The ids of the gates of a network's cell, in its order. */
export function gatesOf(architecture: Architecture): readonly string[] {
  const [{ cell }] = programsOf({ ...architecture, layers: 1 });
  return cell.signals.filter(({ info }) => info.role === 'gate').map(({ id }) => id);
}

/** The sequences watched: the first `width` of the stream `seed`, with the answers to the first `shown` of them. */
export interface Watched {
  readonly task: Task;
  readonly level: number;
  readonly seed: number;
  readonly width: number;
  readonly shown: number;
}

/** Looks at networks; keeps the room that one needs for the next of the same shape. */
export function createWatch(
  create: (shape: SingleShape) => Single,
): (watched: Watched, architecture: Architecture, network: Network) => Sight {
  let kept: { readonly architecture: Architecture; readonly single: Single } | null = null;
  return ({ task, level, seed, width, shown }, architecture, network) => {
    const batch = batchOf(drawn(task.heldOut ?? task, level, randomOf(seed), width), width);
    if (kept?.architecture !== architecture || kept.single.shape.timesteps < batch.T) {
      const programs = programsOf(architecture);
      const shape = { programs, outputs: architecture.outputs, batch: width, timesteps: batch.T };
      kept = { architecture, single: create(shape) };
    }
    const { single } = kept;
    single.load(network);
    writeInputs(batch, architecture.D, single.x);
    single.forward(batch.T);
    const gates = gatesOf(architecture);
    return {
      gates: network.layers.map((_, layer) => gates.map((gate) => openingOf(single, batch, layer, gate))),
      examples: batch.examples.slice(0, shown).map((example, b) => answered(task, example, single, b)),
    };
  };
}

/** Summarises the values of a gate, without the padding of shorter sequences. */
function openingOf(single: Single, { examples, T }: Batch, layer: number, gate: string): Opening {
  const width = single.shape.batch;
  const lengths = examples.map(({ targets }) => targets.length);
  const sums = new Float64Array(single.values(layer, gate, 1).length / width);
  for (let t = 1; t <= T; t++) {
    const values = single.values(layer, gate, t);
    for (let k = 0; k < values.length; k++) if (t <= lengths[k % width]) sums[Math.floor(k / width)] += values[k];
  }
  const timesteps = lengths.reduce((sum, length) => sum + length, 0);
  const units = [...sums].map((sum) => sum / timesteps);
  return { mean: units.reduce((sum, unit) => sum + unit, 0) / units.length, most: Math.max(...units) };
}

function answered(task: Task, { tokens, x, targets, determined }: Example, single: Single, b: number): Answered {
  const width = single.shape.batch;
  const answerAt = (t: number): number => {
    const y = single.outputs(t);
    return task.asks === 'value' ? y[b] : largestOf(y, b, width);
  };
  return {
    tokens,
    x,
    targets,
    counts: targets.map((target, t) => target !== null && (determined?.[t] ?? true)),
    answers: targets.map((_, t) => answerAt(t + 1)),
  };
}

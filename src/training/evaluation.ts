import { headForward } from '../engine/head.ts';
import { type Layer, runStack } from '../engine/stack.ts';
import { batchOf, drawn } from './batch.ts';
import { type Measured, tallyOf } from './measure.ts';
import { type Architecture, type Network, programsOf } from './network.ts';
import { randomOf } from './random.ts';
import type { Task } from './task.ts';

/** The outputs of a network in float64, as the page computes them: T·K numbers from T·D. */
export function outputsOf(architecture: Architecture, network: Network, x: ArrayLike<number>): Float64Array {
  const layers = programsOf(architecture).map((program, k): Layer => [{ program, parameters: network.layers[k] }]);
  return headForward(network.head, runStack(layers, x).output);
}

/** Measures a network in float64 on the first held-out sequences of the stream `seed`. */
export function measured(
  architecture: Architecture,
  network: Network,
  task: Task,
  level: number,
  seed: number,
  sequences: number,
): Measured {
  const tally = tallyOf(task);
  const random = randomOf(seed);
  const K = architecture.outputs;
  for (const example of drawn(task.heldOut ?? task, level, random, sequences)) {
    const y = outputsOf(architecture, network, example.x);
    tally.count(batchOf([example], 1), (t) => y.subarray((t - 1) * K, t * K));
  }
  return tally.measured();
}

import { exp } from '../ops/exp.ts';
import { log } from '../ops/log.ts';

/** The array that receives derivatives. */
export type Derivatives = Float32Array | Float64Array;

/**
 * The sum of the losses of one timestep of a batch, each times `share`. Output k of sequence b is at outputs[k·batch + b].
 * `targets` has the right answer of each sequence, or NaN if none is asked for. Writes dL/d(outputs) into `derivatives`.
 */
export type Loss = (
  outputs: ArrayLike<number>,
  targets: ArrayLike<number>,
  share: number,
  derivatives?: Derivatives,
) => number;

/** −ln p_y, where p is the softmax of the K outputs and y the right class, from 0. The derivative is p, less 1 at y. */
export const crossEntropy: Loss = (outputs, targets, share, derivatives) => {
  const batch = targets.length;
  const K = outputs.length / batch;
  let loss = 0;
  for (let b = 0; b < batch; b++) {
    const target = targets[b];
    if (Number.isNaN(target)) continue;
    let largest = Number.NEGATIVE_INFINITY;
    for (let k = 0; k < K; k++) largest = Math.max(largest, outputs[k * batch + b]);
    let sum = 0;
    for (let k = 0; k < K; k++) sum += exp(outputs[k * batch + b] - largest);
    loss += share * (log(sum) + largest - outputs[target * batch + b]);
    if (!derivatives) continue;
    for (let k = 0; k < K; k++) derivatives[k * batch + b] = (share * exp(outputs[k * batch + b] - largest)) / sum;
    derivatives[target * batch + b] -= share;
  }
  return loss;
};

/** (y − target)² of a single output y. */
export const squaredError: Loss = (outputs, targets, share, derivatives) => {
  let loss = 0;
  for (let b = 0; b < targets.length; b++) {
    if (Number.isNaN(targets[b])) continue;
    const difference = outputs[b] - targets[b];
    loss += share * difference * difference;
    if (derivatives) derivatives[b] = 2 * share * difference;
  }
  return loss;
};

import { exp, log } from '../ops/exp.ts';

/** The array that receives derivatives. */
export type Derivatives = Float32Array | Float64Array;

/**
 * Losses of one timestep of a batch, each times `share`, summed. Output k of sequence b is at outputs[k·batch + b];
 * `targets` holds one right answer a sequence, NaN where nothing is asked. Writes dL/d(outputs) where room is given.
 */
export type Loss = (
  outputs: ArrayLike<number>,
  targets: ArrayLike<number>,
  share: number,
  derivatives?: Derivatives,
) => number;

/** −ln pᵧ of the softmax p over the K outputs; y is the number of the right class. Its derivative is p less 1 at y. */
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

/** (y − target)² of the one output y. */
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

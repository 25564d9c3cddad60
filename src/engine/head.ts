import { rowsOf } from './compute.ts';
import { addMatrixVector, addOuterProduct, addTransposedProduct } from './kernels.ts';

/** An output layer on the hidden state: y = W h + b, with K outputs from H units. */
export interface Head {
  /** K·H numbers, one row per output. */
  readonly W: Float64Array;
  /** K numbers. */
  readonly b: Float64Array;
}

/** dL/dW, dL/db and dL/dh of a head over a sequence. */
export interface HeadGradients extends Head {
  /** T·H numbers. */
  readonly h: Float64Array;
}

/** y = W h + b at every timestep: T·K numbers from T·H. Throws a RangeError if the lengths do not fit. */
export function headForward(head: Head, h: Float64Array): Float64Array {
  const { K, H, T, rows } = shapeOf(head, h);
  const y = new Float64Array(T * K);
  for (let t = 0; t < T; t++) {
    y.set(head.b, t * K);
    addMatrixVector(y, t * K, rows, h.subarray(t * H, (t + 1) * H));
  }
  return y;
}

/** All derivatives of a head, given dL/dy as the T·K numbers `outputs`. Throws a RangeError if the lengths do not fit. */
export function headBackward(head: Head, h: Float64Array, outputs: Float64Array): HeadGradients {
  const { K, H, T, rows } = shapeOf(head, h);
  if (outputs.length !== T * K)
    throw new RangeError(`The derivatives of the outputs are ${outputs.length} numbers, not T·K = ${T * K}`);
  const gradients = { W: new Float64Array(K * H), b: new Float64Array(K), h: new Float64Array(T * H) };
  const sums = rowsOf(gradients.W, H);
  for (let t = 0; t < T; t++) {
    addTransposedProduct(gradients.h.subarray(t * H, (t + 1) * H), rows, outputs, t * K);
    addOuterProduct(sums, outputs, t * K, h.subarray(t * H, (t + 1) * H));
    for (let k = 0; k < K; k++) gradients.b[k] += outputs[t * K + k];
  }
  return gradients;
}

function shapeOf({ W, b }: Head, h: Float64Array): { K: number; H: number; T: number; rows: Float64Array[] } {
  const K = b.length;
  const H = W.length / K;
  const T = h.length / H;
  if (!Number.isInteger(H) || !Number.isInteger(T))
    throw new RangeError(`A head of ${W.length} weights and ${K} biases does not fit ${h.length} hidden values`);
  return { K, H, T, rows: rowsOf(W, H) };
}

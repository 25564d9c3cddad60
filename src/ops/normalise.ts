import type { Statistics, VectorOp } from './op.ts';

/** Added to the variance under the root, so that a vector of equal numbers gives 0; as in the authors' code and PyTorch. */
const EPSILON = 1e-5;

/** The size from which on numbers are measured by the largest of them, so that no square overflows. */
const LARGE = 1e150;

/** Mean and standard deviation, √(variance + ε), of the n numbers from `at` on; the variance is divided by n. */
function statisticsAt(data: ArrayLike<number>, at: number, n: number): Statistics {
  let largest = 0;
  for (let k = 0; k < n; k++) largest = Math.max(largest, Math.abs(data[at + k]));
  const scale = largest > LARGE ? largest : 1;
  let sum = 0;
  for (let k = 0; k < n; k++) sum += data[at + k] / scale;
  const mean = sum / n;
  let squares = 0;
  for (let k = 0; k < n; k++) squares += (data[at + k] / scale - mean) * (data[at + k] / scale - mean);
  const deviation = scale * Math.sqrt(squares / n + EPSILON / scale / scale);
  return { mean: scale * mean, deviation: deviation === 0 ? Math.sqrt(EPSILON) : deviation };
}

/**
 * Layer normalisation without its gain and bias: (a − mean) / √(variance + ε) over the units of one vector (Ba, Kiros &
 * Hinton 2016, eq. 4). Its derivative, with y the result and g = dL/dy: (g − mean(g) − y · mean(g · y)) / deviation.
 */
export const normalise: VectorOp = {
  arity: 1,
  statistics: (a) => statisticsAt(a, 0, a.length),
  forward(data, out, a, _b, n) {
    const { mean, deviation } = statisticsAt(data, a, n);
    for (let k = 0; k < n; k++) data[out + k] = (data[a + k] - mean) / deviation;
  },
  backward(data, grad, out, a, _b, n) {
    const { deviation } = statisticsAt(data, a, n);
    let sum = 0;
    let along = 0;
    for (let k = 0; k < n; k++) {
      sum += grad[out + k];
      along += grad[out + k] * data[out + k];
    }
    for (let k = 0; k < n; k++) grad[a + k] += (grad[out + k] - sum / n - (data[out + k] * along) / n) / deviation;
  },
  range: () => [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
  notation: { kind: 'function', symbol: 'norm', latex: '\\operatorname{norm}' },
  glyph: 'norm',
  words: 'the layer norm of',
};

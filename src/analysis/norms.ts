import { exp } from '../ops/exp.ts';
import { log } from '../ops/log.ts';

/** The Frobenius norm: the root of the sum of squares, also of numbers whose squares leave the range of floats. */
export function frobeniusNorm(values: ArrayLike<number>): number {
  const largest = largestSize(values);
  if (largest === 0 || !Number.isFinite(largest)) return largest;
  let sum = 0;
  for (let k = 0; k < values.length; k++) {
    const share = values[k] / largest;
    sum += share * share;
  }
  return largest * Math.sqrt(sum);
}

/** The number of squarings after which only directions are left that the matrix lengthens alike, to a ten-thousandth. */
const SQUARINGS = 16;
const SETTLED = 1e-13;

/**
 * The spectral norm of a matrix of `columns` columns, row-major: the most by which it lengthens any vector. AᵀA is
 * squared again and again until one direction is left, the power method in strides of two; this one is measured.
 */
export function spectralNorm(matrix: ArrayLike<number>, columns: number): number {
  const scale = largestSize(matrix);
  if (scale === 0 || !Number.isFinite(scale)) return scale;
  const scaled = Float64Array.from(matrix, (value) => value / scale);
  let power = gram(scaled, columns);
  for (let turn = 0; turn < SQUARINGS; turn++) {
    const size = traceOf(power, columns);
    for (let k = 0; k < power.length; k++) power[k] /= size;
    power = gram(power, columns);
    if (1 - traceOf(power, columns) <= SETTLED) break;
  }
  const lengths = Float64Array.from({ length: columns }, (_, k) => power[k * (columns + 1)]);
  const at = lengths.indexOf(largestSize(lengths)) * columns;
  const direction = power.subarray(at, at + columns);
  const image = Float64Array.from({ length: scaled.length / columns }, (_, row) =>
    direction.reduce((sum, value, k) => sum + scaled[row * columns + k] * value, 0),
  );
  return (scale * frobeniusNorm(image)) / frobeniusNorm(direction);
}

/** AᵀA, which is symmetric. */
function gram(a: Float64Array, columns: number): Float64Array {
  const product = new Float64Array(columns * columns);
  for (let row = 0; row < a.length; row += columns)
    for (let i = 0; i < columns; i++) {
      const factor = a[row + i];
      if (factor !== 0) for (let j = i; j < columns; j++) product[i * columns + j] += factor * a[row + j];
    }
  for (let i = 0; i < columns; i++) for (let j = 0; j < i; j++) product[i * columns + j] = product[j * columns + i];
  return product;
}

function traceOf(square: Float64Array, n: number): number {
  let trace = 0;
  for (let k = 0; k < square.length; k += n + 1) trace += square[k];
  return trace;
}

/** The number of squarings after which the norm of a power gives the size of the largest eigenvalue to a thousandth or better. */
const POWERS = 14;

/** The size of the largest eigenvalue of a square matrix, row by row: ‖Aᵖ‖ to the power 1/p for a large p (Gelfand). */
export function spectralRadius(matrix: ArrayLike<number>, n: number): number {
  let power = Float64Array.from(matrix);
  let logarithm = 0;
  for (let turn = 0; turn <= POWERS; turn++) {
    const size = frobeniusNorm(power);
    if (size === 0) return 0;
    logarithm += log(size) / 2 ** turn;
    for (let k = 0; k < power.length; k++) power[k] /= size;
    power = squared(power, n);
  }
  return exp(logarithm);
}

function squared(a: Float64Array, n: number): Float64Array<ArrayBuffer> {
  const product = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let m = 0; m < n; m++) for (let j = 0; j < n; j++) product[i * n + j] += a[i * n + m] * a[m * n + j];
  return product;
}

/** The largest size of a number in a list (of a diagonal matrix the spectral norm); NaN where one is not a number. */
export function largestSize(values: ArrayLike<number>): number {
  let largest = 0;
  for (let k = 0; k < values.length; k++) largest = Math.max(largest, Math.abs(values[k]));
  return largest;
}

/** The factor that, taken once for each of `distance` timesteps, gives this norm. */
export const perTimestep = (norm: number, distance: number): number => (norm > 0 ? exp(log(norm) / distance) : 0);

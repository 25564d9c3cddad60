import { uniform } from '../engine/parameters.ts';

/** The Frobenius norm: the root of the sum of squares, also of numbers whose squares leave the range of floats. */
export function frobeniusNorm(values: ArrayLike<number>): number {
  const largest = largestSize(values);
  if (largest === 0 || !Number.isFinite(largest)) return largest;
  let sum = 0;
  for (let k = 0; k < values.length; k++) sum += (values[k] / largest) ** 2;
  return largest * Math.sqrt(sum);
}

const MOST_TURNS = 200;
const SETTLED = 1e-10;

/**
 * The spectral norm of a matrix of `columns` columns, row-major: the most by which it lengthens any vector. By power
 * iteration on AᵀA from a fixed start; where two directions are lengthened almost alike it may stop between the two.
 */
export function spectralNorm(matrix: ArrayLike<number>, columns: number): number {
  const scale = largestSize(matrix);
  if (scale === 0 || !Number.isFinite(scale)) return scale;
  const rows = matrix.length / columns;
  let v = Float64Array.from({ length: columns }, (_, k) => 1.5 + uniform(columns, k));
  let norm = 0;
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    const length = frobeniusNorm(v);
    const next = new Float64Array(columns);
    let squared = 0;
    for (let r = 0; r < rows; r++) {
      let sum = 0;
      for (let c = 0; c < columns; c++) sum += (matrix[r * columns + c] / scale) * (v[c] / length);
      squared += sum * sum;
      for (let c = 0; c < columns; c++) next[c] += (matrix[r * columns + c] / scale) * sum;
    }
    const before = norm;
    norm = Math.sqrt(squared);
    if (Math.abs(norm - before) <= SETTLED * norm) break;
    v = next;
  }
  return scale * norm;
}

/** The largest size of a number in a list (of a diagonal matrix the spectral norm); NaN where one is not a number. */
export function largestSize(values: ArrayLike<number>): number {
  let largest = 0;
  for (let k = 0; k < values.length; k++) largest = Math.max(largest, Math.abs(values[k]));
  return largest;
}

import { frobeniusNorm } from '../../analysis/norms.ts';

/** After so many squarings the norm of a power says the size of the largest eigenvalue to a thousandth and better. */
const SQUARINGS = 14;

/** The size of the largest eigenvalue of a square matrix, row by row: ‖Aᵖ‖ to the power 1/p for a large p (Gelfand). */
export function spectralRadius(matrix: ArrayLike<number>, n: number): number {
  let power = Float64Array.from(matrix);
  let logarithm = 0;
  for (let turn = 0; turn <= SQUARINGS; turn++) {
    const size = frobeniusNorm(power);
    if (size === 0) return 0;
    logarithm += Math.log(size) / 2 ** turn;
    for (let k = 0; k < power.length; k++) power[k] /= size;
    power = squared(power, n);
  }
  return Math.exp(logarithm);
}

function squared(a: Float64Array, n: number): Float64Array<ArrayBuffer> {
  const product = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let m = 0; m < n; m++) for (let j = 0; j < n; j++) product[i * n + j] += a[i * n + m] * a[m * n + j];
  return product;
}

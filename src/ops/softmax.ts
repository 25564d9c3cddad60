import { exp } from './exp.ts';

/** The probabilities e^yₖ / Σⱼ e^yⱼ of K outputs; the largest output is subtracted first, so that nothing overflows. */
export function softmax(y: ArrayLike<number>): Float64Array {
  const p = new Float64Array(y);
  const largest = p.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  let sum = 0;
  for (let k = 0; k < p.length; k++) sum += p[k] = exp(p[k] - largest);
  for (let k = 0; k < p.length; k++) p[k] /= sum;
  return p;
}

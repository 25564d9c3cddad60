import type { Weights } from '../../io/weights.ts';

/** True if a weight that does not come from the seed, or one of the head, has more significant digits than these. */
export function hasLonger(weights: Weights, digits: number): boolean {
  if (weights.kind === 'seeded') return false;
  const { values, head } = weights;
  const longer = (values: Float64Array): boolean => values.some((value) => Number(value.toPrecision(digits)) !== value);
  return [...Object.values(values), ...(head ? [head.W, head.b] : [])].some(longer);
}

import type { Inputs } from '../../store/state.ts';

/** Whether a weight that does not come from the seed, or one of the head, has more significant digits than these. */
export function hasLonger({ edited, head }: Pick<Inputs, 'edited' | 'head'>, digits: number): boolean {
  const longer = (values: Float64Array): boolean => values.some((value) => Number(value.toPrecision(digits)) !== value);
  return [...Object.values(edited), ...(head ? [head.W, head.b] : [])].some(longer);
}

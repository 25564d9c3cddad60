import { besideInputs, variedFields } from './beside.ts';
import type { Inputs, Variation } from './moment.ts';

/** Returns the fields in which a run differs from the first. */
export function variationOf(first: Inputs, other: Inputs): Variation {
  const fields = variedFields.filter((field) => other[field] !== first[field]);
  return Object.fromEntries(fields.map((field) => [field, other[field] ?? []]));
}

/** True if a run beside the first has the weights of the first in another cell, in which they were not learned. */
export function takesOver(first: Inputs, variation: Variation): boolean {
  return !variation.weights && besideInputs(first, variation).weights !== first.weights;
}

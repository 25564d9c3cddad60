import * as v from 'valibot';
import { floatText } from './floats.ts';

/** A float64 in JSON: a number where JSON keeps its bits, otherwise its text. */
export function jsonFloat(value: number): number | string {
  return Number.isFinite(value) && !Object.is(value, -0) ? value : floatText(value);
}

/** The inverse of `jsonFloat`. */
export const jsonFloatSchema = v.union([
  v.number(),
  v.pipe(v.picklist(['-0', 'NaN', 'Infinity', '-Infinity']), v.transform(Number)),
]);

import * as v from 'valibot';

/** A float64 in as few digits as give the same bits back; −0 and the non-finite ones have words. */
export function floatText(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}

const FLOAT = /^-?(\d+(\.\d+)?(e[+-]?\d+)?|Infinity)$|^NaN$/;

/** The inverse of `floatText`, bit for bit (every NaN becomes the one NaN). */
export const floatSchema = v.pipe(v.string(), v.regex(FLOAT, 'is not a number'), v.transform(Number));

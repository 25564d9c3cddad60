/** A float64 in as few digits as give the same bits back; −0 and the non-finite ones have words. */
export function floatText(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}

const FLOAT = /^-?(\d+(\.\d+)?(e[+-]?\d+)?|Infinity)$|^NaN$/;

/** The inverse of `floatText`, bit for bit (every NaN becomes the one NaN); null for any other text. */
export const floatIn = (text: string): number | null => (FLOAT.test(text) ? Number(text) : null);

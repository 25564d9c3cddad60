import { asFactor, displayed, readBack } from '../notation/number.ts';

/** Rounding errors lie far below this; results that cancel to within it are exactly zero for the reader. */
const GRAIN = 1e9;

/** A number of a question or an option. What only rounding keeps from being a short number is shown as that number. */
export const shown = (value: number, decimals = 2): string => displayed(Math.round(value * GRAIN) / GRAIN, decimals);

/** A number behind an operator, in brackets where it has a sign. */
export const factor = (value: number): string => asFactor(shown(value));

/** An expression and the number that it gives, with the sign that tells whether the printed digits are all of it. */
export function sumOf(expression: string, value: number): string {
  const text = shown(value);
  return `${expression} ${Math.abs(readBack(text) - value) < 1 / GRAIN ? '=' : '≈'} ${text}`;
}

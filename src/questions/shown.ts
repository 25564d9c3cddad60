import { displayed } from '../notation/number.ts';

/** Rounding errors lie far below this; results that cancel to within it are exactly zero for the reader. */
const GRAIN = 1e9;

/** A number of a question or an option. What only rounding keeps from being a short number is shown as that number. */
export const shown = (value: number, decimals = 2): string => displayed(Math.round(value * GRAIN) / GRAIN, decimals);

import { commaIn, numberIn } from '../../io/decimal.ts';

/** The finite number someone typed, with a decimal point or a decimal comma; null where it is none. */
export function typedNumber(text: string): number | null {
  const comma = commaIn([text]);
  const value = numberIn(text, comma === 'both' ? 'decimal' : comma);
  return value !== null && Number.isFinite(value) ? value : null;
}

/** A value after a change by steps, without the dust of binary fractions. */
export function nudged(value: number, change: number): number {
  return Number((value + change).toPrecision(12));
}

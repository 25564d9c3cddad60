import { formatsOf, numberIn, undecorated } from '../../io/table/numberFormat.ts';

/** The finite number someone typed, with a decimal point or a decimal comma; null where it is none. */
export function typedNumber(text: string): number | null {
  const { text: plain, mark } = undecorated(text.trim());
  const found = formatsOf([plain]);
  const format = found.find(({ group }) => group === '') ?? found[0];
  const value = format && mark === '' ? numberIn(plain, format) : null;
  return value !== null && Number.isFinite(value) ? value : null;
}

/** The number typed where only whole ones make sense: a comma sets thousands apart, and anything else is refused. */
export function typedWhole(text: string): number | null {
  if (!text.includes(',')) return typedNumber(text);
  return /^\s*\d+(,\d{3,})+\s*$/.test(text) ? Number(text.replaceAll(',', '')) : null;
}

/** A value after a change by steps, without the dust of binary fractions. */
export function nudged(value: number, change: number): number {
  return Number((value + change).toPrecision(12));
}

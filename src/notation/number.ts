import { RAISED, raised } from '../text/raised.ts';

/** The typographic minus. */
export const MINUS_SIGN = '−';

/** Narrow no-break space, before a percent sign. */
export const THIN = '\u202f';

/** The text printed in place of a value that is not a number. */
export const NO_NUMBER = 'NaN';

/**
 * A number for people: two decimals near one, more for small numbers so that two digits stay, powers of ten beyond;
 * whole numbers as they are. A true minus sign; never “−0”.
 */
export function displayed(value: number, decimals = 2): string {
  if (Number.isNaN(value)) return NO_NUMBER;
  if (!Number.isFinite(value)) return value < 0 ? `${MINUS_SIGN}∞` : '∞';
  const size = Math.abs(value);
  if (value === 0) return '0';
  if (size < 1e-4 || size >= 1e6) {
    const [mantissa, exponent] = value.toExponential(Math.max(0, decimals - 1)).split('e');
    return `${signed(mantissa)} × 10${raised(Number(exponent))}`;
  }
  if (Number.isInteger(value)) return signed(String(value));
  const digits = size < 10 ** -(decimals - 1) ? decimals - 1 - Math.floor(Math.log10(size)) : decimals;
  return signed(value.toFixed(Math.max(0, digits)));
}

/** A written number with a true minus sign. */
export function signed(text: string): string {
  return text.replace('-', MINUS_SIGN);
}

/** A displayed number behind an operator: in brackets where it has a sign or a power of ten. */
export const asFactor = (text: string): string => (/^−|×/.test(text) ? `(${text})` : text);

/** A number between −1 and 1, always with two decimals: a correlation. */
export const twoDecimals = (value: number): string => signed(value.toFixed(2));

/** The number a displayed text stands for. */
export function readBack(text: string): number {
  if (text === NO_NUMBER) return Number.NaN;
  const plain = text.replace(MINUS_SIGN, '-').replace('∞', 'Infinity');
  const power = plain.match(/^(.*) × 10(.+)$/);
  if (!power) return Number(plain);
  const exponent = [...power[2]].map((c) => (c === '⁻' ? '-' : RAISED.indexOf(c))).join('');
  return Number(`${power[1]}e${exponent}`);
}

/** A share as a percentage. “100 %” and “0 %” are kept for exactly 1 and 0. */
export function percentage(share: number): string {
  if (Number.isNaN(share)) return NO_NUMBER;
  if (!Number.isFinite(share)) return `${displayed(share)}${THIN}%`;
  const percent = share * 100;
  const text = (decimals: number): string => `${percent.toFixed(decimals).replace('-', MINUS_SIGN)}${THIN}%`;
  const whole = Math.round(percent);
  if ((whole !== 0 && whole !== 100) || percent === 0 || percent === 100) return text(0).replace(`${MINUS_SIGN}0`, '0');
  const tenths = Math.round(percent * 10);
  if (tenths !== 0 && tenths !== 1000) return text(1);
  return tenths === 0 ? `almost 0${THIN}%` : percent < 100 ? `almost 100${THIN}%` : `just over 100${THIN}%`;
}

/** The least of several shares in words that are true of each of them: rounded down to a step of its percentage. */
export function atLeast(share: number): string {
  const steps = share >= 0.995 ? 1000 : 100;
  const down = Math.floor(share * steps) / steps;
  return down === share ? `of at least ${percentage(down)}` : `above ${percentage(down)}`;
}

/** A share in one of few words, never at odds with its percentage. */
export function amount(share: number): string {
  if (Number.isNaN(share)) return NO_NUMBER;
  if (share < 0) return 'less than nothing';
  if (share > 1) return 'more than everything';
  if (share === 0) return 'nothing';
  if (share === 1) return 'everything';
  const percent = Math.round(share * 100);
  if (percent < 5) return 'almost nothing';
  if (percent < 25) return 'little';
  if (percent < 45) return 'less than half';
  if (percent <= 55) return 'about half';
  if (percent < 75) return 'more than half';
  return percent < 95 ? 'most' : 'almost everything';
}

/** The typographic minus. */
export const MINUS_SIGN = '−';

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';
/** Narrow no-break space, before a percent sign. */
export const THIN = '\u202f';

/** The text printed in place of a value that is not a number. */
export const NO_NUMBER = 'NaN';

/** A whole number as an exponent. */
export const raised = (n: number): string =>
  (n < 0 ? '⁻' : '') + [...String(Math.abs(n))].map((digit) => RAISED[Number(digit)]).join('');

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

function signed(text: string): string {
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

/** Numbers printed so that the printed ones add up to the printed total. */
export interface Balanced {
  readonly texts: readonly string[];
  readonly total: string;
}

/** The largest number of summands that are rounded each by itself where they add up that way. */
const FEW = 3;
/** The most further decimals that are printed so that few summands add up. */
const FURTHER = 2;

/**
 * Rounds summands and their total to one decimal place so that the printed summands add up exactly to the printed total.
 * Few summands are rounded each by itself, as sentences print them, where some decimals more make them add up. Otherwise
 * each is rounded down, and the units still missing go to those with the largest remainders. No printed summand is a
 * whole unit away from its value. Beyond 10⁻⁴ … 10⁶ all carry one power of ten.
 */
export function balanced(summands: readonly number[], total: number, decimals = 2): Balanced {
  const all = [...summands, total];
  if (!all.every(Number.isFinite))
    return { texts: summands.map((v) => withSign(displayed(v))), total: displayed(total) };
  const largest = Math.max(...all.map(Math.abs));
  const magnitude = largest > 0 ? Math.floor(Math.log10(largest)) : 0;
  const power = largest > 0 && (magnitude < -4 || magnitude >= 6) ? magnitude : 0;
  const usual = power === 0 ? Math.max(decimals, decimals - 1 - magnitude) : decimals;
  const scaled = (v: number, places: number): number =>
    power < -300 ? (v * 1e300 * 10 ** places) / 10 ** (power + 300) : (v / 10 ** power) * 10 ** places;
  const rounded = (places: number): readonly number[] => summands.map((v) => Math.round(scaled(v, places)));
  const addsUp = (places: number): boolean => sumOf(rounded(places)) === Math.round(scaled(total, places));
  const further = summands.length > FEW ? [] : Array.from({ length: FURTHER + 1 }, (_, k) => usual + k).filter(addsUp);
  const clear = (places: number): boolean => rounded(places).every((n, k) => summands[k] === 0 || Math.abs(n) >= 10);
  const places = further.find(clear) ?? further[0];
  const shown = places ?? usual;
  const whole = Math.round(scaled(total, shown));
  const units =
    places === undefined
      ? distributed(
          summands.map((v) => scaled(v, shown)),
          whole,
        )
      : rounded(places);
  const print = (n: number): string => {
    const text = signed((n / 10 ** shown).toFixed(shown)).replace(/^−(0(\.0+)?)$/, '$1');
    return power === 0 ? text : `${text} × 10${raised(power)}`;
  };
  return { texts: units.map((n) => withSign(print(n))), total: print(whole) };
}

/** Whole numbers that add up to `whole`, each less than 1 from its value: the largest remainders are rounded up. */
function distributed(values: readonly number[], whole: number): readonly number[] {
  const units = values.map(Math.floor);
  const order = values.map((_, k) => k).sort((a, b) => values[b] - units[b] - (values[a] - units[a]));
  let missing = whole - sumOf(units);
  for (let k = 0; missing !== 0 && order.length > 0; k = (k + 1) % order.length) {
    units[missing > 0 ? order[k] : order[order.length - 1 - k]] += Math.sign(missing);
    missing -= Math.sign(missing);
  }
  return units;
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

const withSign = (text: string): string => (/^[−∞N]|^0(\.0+)?( |$)/.test(text) ? text : `+${text}`);

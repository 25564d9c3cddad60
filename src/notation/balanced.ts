import { raised } from '../text/raised.ts';
import { displayed, signed } from './number.ts';

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

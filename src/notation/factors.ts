import { displayed, readBack } from './number.ts';
import { type Figure, figure } from './summed.ts';

/** The most further decimals that both factors get together. */
const FURTHER = 8;

/**
 * Prints two factors beside their printed product. They have the usual decimals, and more where a reader who multiplies
 * the printed ones would be more than one unit of its last place away from the product: 0.28 · 90.04 is not 24.92, but
 * 0.2768 · 90.04 is.
 */
export function factors(a: number, b: number, { value, text }: Figure): readonly Figure[] {
  const [mantissa, power] = text.split(' × ');
  const place = (power ? readBack(`1 × ${power}`) : 1) / 10 ** (mantissa.split('.')[1] ?? '').length;
  for (let further = 0; further <= FURTHER; further++)
    for (let ofB = 0; ofB <= further; ofB++) {
      const texts = [displayed(a, 2 + further - ofB), displayed(b, 2 + ofB)];
      // true for a product without a value, too
      if (!(Math.abs(readBack(texts[0]) * readBack(texts[1]) - value) > place))
        return [a, b].map((value, k) => ({ value, text: texts[k] }));
    }
  return [a, b].map(figure);
}

import { displayed, readBack } from './number.ts';
import { type Figure, figure } from './summed.ts';

/** The most further decimals that both factors get together. */
const FURTHER = 8;

/**
 * Prints two factors beside their printed product. They have the usual decimals, and more where a reader who multiplies
 * the printed ones would be more than one unit of its last place away from the product: 0.28 · 90.04 is not 24.92, but
 * 0.2768 · 90.04 is.
 */
export function factors(a: number, b: number, product: Figure): readonly [Figure, Figure] {
  if (!Number.isFinite(product.value)) return [figure(a), figure(b)];
  const place = lastPlace(product.text);
  for (let further = 0; further <= FURTHER; further++)
    for (let ofB = 0; ofB <= further; ofB++) {
      const [one, other] = [displayed(a, 2 + further - ofB), displayed(b, 2 + ofB)];
      if (Math.abs(readBack(one) * readBack(other) - product.value) <= place)
        return [
          { value: a, text: one },
          { value: b, text: other },
        ];
    }
  return [figure(a), figure(b)];
}

/** The unit of the last place of a printed number. */
function lastPlace(text: string): number {
  const [mantissa, power] = text.split(' × ');
  const decimals = mantissa.split('.')[1]?.length ?? 0;
  return 10 ** -decimals * (power ? readBack(`1 × ${power}`) : 1);
}

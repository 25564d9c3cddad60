import { exp, LN2_HI, LN2_LO } from './exp.ts';

// Logarithms, computed as `exp.ts` computes: every engine returns the same bits.

/**
 * ln(1 + y) for y in [−0.3, 1]: with s = y / (2 + y) it is 2 atanh s = 2s + s·R, R = 2s²/3 + 2s⁴/5 + …, written as y less a
 * correction so that the rounding of s counts little.
 */
function logOnePlus(y: number): number {
  const s = y / (2 + y);
  const ss = s * s;
  let sum = 0;
  for (let n = 33; n >= 3; n -= 2) sum = sum * ss + 2 / n;
  const half = 0.5 * y * y;
  return y - (half - s * (half + sum * ss));
}

/** ln σ(x) = −ln(1 + e^−x), without overflow or cancellation. */
export function logLogistic(x: number): number {
  return x >= 0 ? -logOnePlus(exp(-x)) : x - logOnePlus(exp(x));
}

/** ln(1 + e^x). */
export function softplus(x: number): number {
  return -logLogistic(-x);
}

const BITS = new DataView(new ArrayBuffer(8));

/** ln x = k·ln 2 + ln(1 + y), where x = 2^k·(1 + y) and 1 + y lies in about [√½, √2). */
export function log(x: number): number {
  if (!(x > 0) || x === Number.POSITIVE_INFINITY) return x === 0 ? Number.NEGATIVE_INFINITY : x < 0 ? Number.NaN : x;
  const small = x < 2.2250738585072014e-308;
  BITS.setFloat64(0, small ? x * 18014398509481984 : x);
  const high = BITS.getUint32(0);
  // 0x95f64 carries into the exponent where the fraction is above √2
  const carried = ((high & 0xfffff) + 0x95f64) & 0x100000;
  const k = (high >>> 20) - 1023 + (carried >>> 20) - (small ? 54 : 0);
  BITS.setUint32(0, (high & 0xfffff) | (carried ^ 0x3ff00000));
  return k * LN2_HI + (logOnePlus(BITS.getFloat64(0) - 1) + k * LN2_LO);
}

/**
 * e^x, tanh x and the logistic σ(x) built from IEEE additions, multiplications and divisions only, so that every
 * engine returns the same bits (`Math.exp` and `Math.tanh` may differ in the last digit between browsers, and a link
 * must reproduce the same numbers everywhere).
 *
 * exp: argument reduction x = k·ln 2 + r and the rational approximation of e^r used by fdlibm (Sun, 1993); error
 * below one unit in the last place.
 */
/** ln 2 in two parts, whose first has zeros at its end: a whole number times it is exact. */
export const LN2_HI = 0.6931471803691238;
export const LN2_LO = 1.9082149292705877e-10;
const INV_LN2 = Math.LOG2E;
const P1 = 0.16666666666666602;
const P2 = -0.0027777777777015593;
const P3 = 0.00006613756321437934;
const P4 = -0.0000016533902205465252;
const P5 = 4.1381367970572385e-8;

/** 2^k for k = −1022…1023, exact. */
const POWERS = Float64Array.from({ length: 2046 }, (_, index) => 2 ** (index - 1022));

export function exp(x: number): number {
  if (x > 709.782712893384) return Number.POSITIVE_INFINITY;
  if (x < -745.1332191019412) return 0;
  if (Number.isNaN(x)) return x;
  const k = Math.floor(x * INV_LN2 + 0.5);
  const hi = x - k * LN2_HI;
  const lo = k * LN2_LO;
  const r = hi - lo;
  const rr = r * r;
  const c = r - rr * (P1 + rr * (P2 + rr * (P3 + rr * (P4 + rr * P5))));
  const y = 1 - (lo - (r * c) / (2 - c) - hi);
  if (k >= -1022) return k > 1023 ? y * 2 * POWERS[2045] : y * POWERS[k + 1022];
  return y * POWERS[k + 1022 + 54] * 5.551115123125783e-17;
}

/** σ(x) = 1 / (1 + e^−x), accurate at both ends: it never overflows and never rounds a small result to 0. */
export function logistic(x: number): number {
  if (x >= 0) return 1 / (1 + exp(-x));
  const e = exp(x);
  return e / (1 + e);
}

/** tanh x; for small |x| the continued fraction x/(1 + x²/(3 + x²/(5 + …))), elsewhere 1 − 2/(e^2x + 1). */
export function tanh(x: number): number {
  const a = x < 0 ? -x : x;
  if (a < 0.35) {
    const s = x * x;
    return x / (1 + s / (3 + s / (5 + s / (7 + s / (9 + s / (11 + s / (13 + s / 15)))))));
  }
  if (a > 22) return x < 0 ? -1 : x > 0 ? 1 : x;
  const y = 1 - 2 / (exp(2 * a) + 1);
  return x < 0 ? -y : y;
}

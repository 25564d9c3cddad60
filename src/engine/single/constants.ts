/**
 * Numbers of the single-precision functions, for the TypeScript and the WebAssembly build alike; each is rounded to
 * float32 where it is used.
 *
 * e^x: x = k·ln 2 + r with |r| ≤ ln 2 / 2, ln 2 in two parts of which the first has nine bits, so that k·LN2_HIGH is
 * exact (Cody & Waite 1980). e^r ≈ 1 + r + r²·(E0 + E1·r + … + E4·r⁴), the coefficients fitted so that the largest
 * relative error is least: 3·10⁻⁹.
 */
export const INVERSE_LN2 = 1.4426950216293335;
export const LN2_HIGH = 0.693359375;
export const LN2_LOW = -0.00021219444005469057;
export const E0 = 0.4999999403953552;
export const E1 = 0.1666652113199234;
export const E2 = 0.04166838899254799;
export const E3 = 0.008368715643882751;
export const E4 = 0.0013814599951729178;

/** Added to a variance under the root: that of src/ops/normalise.ts. */
export const EPSILON = 0.00001;

/** 1.5·2²³: a float32 plus this is rounded to a whole number, half to even. */
export const ROUNDER = 12582912.0;

/** Limits to which the argument of e^x is clamped: at the upper one the power of two still fits, at the lower one e^x is negligible against any number that it is added to. */
export const EXP_MOST = 88.0;
export const EXP_LEAST = -87.0;

/** The limits beyond which e^x overflows or is 0. */
export const EXP_OVERFLOW = 89.0;
export const EXP_UNDERFLOW = -104.0;

/** ln(1 + y) = 2s + s³·(L0 + L1·s² + …) with s = y / (2 + y): the series of the inverse hyperbolic tangent, twice. */
export const L0 = 0.6666666666666666;
export const L1 = 0.4;
export const L2 = 0.2857142857142857;
export const L3 = 0.2222222222222222;
export const L4 = 0.1818181818181818;
export const L5 = 0.1538461538461538;

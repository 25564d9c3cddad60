/**
 * The instructions of the single-precision machine, by number. The WebAssembly build is compiled with this very file.
 *
 * Every instruction is WIDTH whole numbers: first its code, then its operands. Addresses count float32 numbers; each
 * comes with its stride, the distance from one timestep to the next.
 *
 * Pointwise: n, add, out, stride, a, stride, b, stride, c, stride, two float32 constants as bits.
 * out[k] = f(a[k], b[k], c[k]) for k = 0…n−1, or out[k] += f(…) where `add` is 1; n is a multiple of 4.
 *
 * PRODUCT: rows, columns, batch, add, weights, out, stride, source, stride.
 * out[r·batch + b] (+)= Σ_c w[r][c] · source[c·batch + b], summed in the order of c. The weights are in panels
 * (`panels.ts`).
 *
 * GRADIENT: rows, columns, batch, gradient, delta, stride, source, stride, step.
 * gradient[r·width + c] += Σ_t Σ_b delta[r·batch + b] · source[(c + r·step)·batch + b], width = columns rounded up to a
 * multiple of 4 (1 stays 1). Four sums go side by side, sequence b into sum b mod 4, and meet as (0 + 1) + (2 + 3).
 *
 * NORMALISE, NORMALISE_BACK: units, add, out, stride, a, stride, b, stride, c, stride, batch.
 * out = (a − mean) / √(variance + ε) over the units of each sequence; back from dL/d(result) a, the result b and the
 * argument c: (a − mean(a) − b·mean(a·b)) / √(variance(c) + ε). Sums go from unit to unit.
 */
export const WIDTH = 16;

export const SIGMOID = 0;
export const TANH = 1;
export const RELU = 2;
export const EXP = 3;
export const LOG_SIGMOID = 4;
export const SOFTPLUS = 5;
export const SOFTSIGN = 6;
export const HARD_SIGMOID = 7;
export const LEAKY_RELU = 8;
export const CLIP = 9;
/** a */
export const COPY = 10;
/** The first constant. */
export const CONSTANT = 11;
export const ONE_MINUS = 12;
export const SUM = 13;
export const DIFFERENCE = 14;
export const TIMES = 15;
export const QUOTIENT = 16;
export const LARGER = 17;
/** −a */
export const NEGATIVE = 18;
/** Codes of derivatives follow: a is dL/d(result), b and c are the values it depends on. b: the value of σ, of tanh. */
export const SIGMOID_BACK = 19;
export const TANH_BACK = 20;
/** b: the argument. */
export const RELU_BACK = 21;
export const LOG_SIGMOID_BACK = 22;
export const SOFTPLUS_BACK = 23;
export const SOFTSIGN_BACK = 24;
/** b: the value. */
export const HARD_SIGMOID_BACK = 25;
export const LEAKY_RELU_BACK = 26;
export const CLIP_BACK = 27;
/** Of a quotient by its divisor; b: the divisor, c: the value. */
export const DIVISOR_BACK = 28;
/** Of the larger of two; b: the argument, c: the other. */
export const LARGER_BACK = 29;

/** The first constant times a, plus the second. */
export const SCALE_SHIFT = 30;
/** The first constant times a. */
export const SCALED = 31;

export const LOG_SIGN = 32;
/** σ(ln σ(a) − ln σ(b)) */
export const SHARE = 33;
/** Of a share by its first argument, and by its second; b: that argument, c: the other. */
export const SHARE_BACK = 34;
export const OTHER_SHARE_BACK = 35;

export const PRODUCT = 36;
export const GRADIENT = 37;
export const NORMALISE = 38;
export const NORMALISE_BACK = 39;

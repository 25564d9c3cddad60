import * as constants from './constants.ts';

/**
 * The functions of the single-precision machine in TypeScript: every operation is rounded to float32, in the order in
 * which the WebAssembly build computes it. (A sum, product or quotient of float32 numbers, computed in float64 and then
 * rounded, is the float32 result: Figueroa 1995.)
 */
const f = Math.fround;
const rounded = <K extends string>(all: Readonly<Record<K, number>>): Readonly<Record<K, number>> =>
  Object.fromEntries(Object.entries<number>(all).map(([name, value]) => [name, f(value)])) as Record<K, number>;

const { INVERSE_LN2, LN2_HIGH, LN2_LOW, E0, E1, E2, E3, E4, ROUNDER } = rounded(constants);
const { EXP_LEAST, EXP_MOST, EXP_OVERFLOW, EXP_UNDERFLOW, L0, L1, L2, L3, L4, L5 } = rounded(constants);

/** 2^k for k = −126…127. */
const POWERS = Float32Array.from({ length: 254 }, (_, k) => 2 ** (k - 126));

/** The whole number k nearest to x / ln 2; NaN counts as 0. */
const exponentOf = (x: number): number => f(f(f(x * INVERSE_LN2) + ROUNDER) - ROUNDER);

/** e^r − 1 for the rest r = x − k·ln 2. */
function restOf(x: number, k: number): number {
  const r = f(f(x - f(k * LN2_HIGH)) - f(k * LN2_LOW));
  const p = f(f(f(f(f(f(f(f(E4 * r) + E3) * r) + E2) * r) + E1) * r) + E0);
  return f(f(p * f(r * r)) + r);
}

const powerOf = (k: number): number => POWERS[k + 126] ?? Number.NaN;

/** e^x for x in EXP_LEAST…EXP_MOST. */
function boundedExp(x: number): number {
  const k = exponentOf(x);
  const power = powerOf(k);
  return f(f(restOf(x, k) * power) + power);
}

/** e^x. */
export function exp(x: number): number {
  const held = Math.max(EXP_UNDERFLOW, Math.min(EXP_OVERFLOW, x));
  const k = exponentOf(held);
  // in two steps, so that results below 2⁻¹²⁶ and above 2¹²⁷ come out right
  const half = k >> 1;
  return f(f(f(restOf(held, k) + 1) * powerOf(half)) * powerOf(k - half));
}

/** σ(x) = 1 / (1 + e^−x). */
export function sigmoid(x: number): number {
  return f(1 / f(1 + boundedExp(Math.max(EXP_LEAST, Math.min(EXP_MOST, -x)))));
}

/** tanh x: with E = e^(−2|x|) − 1 it is |E / (2 + E)|, with the sign of x. */
export function tanh(x: number): number {
  const a = Math.max(EXP_LEAST, f(-2 * Math.abs(x)));
  const k = exponentOf(a);
  const power = powerOf(k);
  const e = f(f(restOf(a, k) * power) + f(power - 1));
  const y = Math.abs(f(e / f(2 + e)));
  return x < 0 || (x === 0 && 1 / x < 0) ? -y : y;
}

/** ln(1 + e^−|x|). */
function logTail(x: number): number {
  const y = boundedExp(Math.max(EXP_LEAST, -Math.abs(x)));
  const s = f(y / f(2 + y));
  const ss = f(s * s);
  const p = f(f(f(f(f(f(f(f(f(f(L5 * ss) + L4) * ss) + L3) * ss) + L2) * ss) + L1) * ss) + L0);
  return f(f(s + s) + f(f(s * ss) * p));
}

/** ln σ(x). */
export const logSigmoid = (x: number): number => f(Math.min(x, 0) - logTail(x));

/** ln(1 + e^x). */
export const softplus = (x: number): number => f(Math.max(x, 0) + logTail(x));

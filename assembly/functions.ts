/**
 * The functions of src/engine/single/functions.ts, four at a time: the same operations in the same order. pmin and pmax
 * are single instructions where min and max take many; they return a first argument that is NaN.
 */
import * as constants from '../src/engine/single/constants';

function all(x: f64): v128 {
  return f32x4.splat(<f32>x);
}

export function times(a: v128, b: v128): v128 {
  return f32x4.mul(a, b);
}

export function plus(a: v128, b: v128): v128 {
  return f32x4.add(a, b);
}

/** x / ln 2, rounded to a whole number by adding the rounder, which is kept: the lowest bits are the number. */
function shifted(x: v128): v128 {
  return plus(times(x, all(constants.INVERSE_LN2)), all(constants.ROUNDER));
}

function restOf(x: v128, k: v128): v128 {
  const r = f32x4.sub(f32x4.sub(x, times(k, all(constants.LN2_HIGH))), times(k, all(constants.LN2_LOW)));
  let p = plus(times(all(constants.E4), r), all(constants.E3));
  p = plus(times(p, r), all(constants.E2));
  p = plus(times(p, r), all(constants.E1));
  p = plus(times(p, r), all(constants.E0));
  return plus(times(p, times(r, r)), r);
}

/** 2^k, for k in the lowest bits. */
function powerOf(k: v128): v128 {
  return i32x4.shl(i32x4.add(k, i32x4.splat(127)), 23);
}

function boundedExp(x: v128): v128 {
  const bits = shifted(x);
  const power = powerOf(bits);
  return plus(times(restOf(x, f32x4.sub(bits, all(constants.ROUNDER))), power), power);
}

export function exp(x: v128): v128 {
  const held = f32x4.pmax(f32x4.pmin(x, all(constants.EXP_OVERFLOW)), all(constants.EXP_UNDERFLOW));
  const bits = shifted(held);
  const k = i32x4.sub(bits, i32x4.splat(reinterpret<i32>(<f32>constants.ROUNDER)));
  const half = i32x4.shr_s(k, 1);
  const y = plus(restOf(held, f32x4.sub(bits, all(constants.ROUNDER))), all(1));
  return times(times(y, powerOf(half)), powerOf(i32x4.sub(k, half)));
}

export function sigmoid(x: v128): v128 {
  const held = f32x4.pmax(f32x4.pmin(f32x4.neg(x), all(constants.EXP_MOST)), all(constants.EXP_LEAST));
  return f32x4.div(all(1), plus(all(1), boundedExp(held)));
}

export function tanh(x: v128): v128 {
  const a = f32x4.pmax(times(all(-2), f32x4.abs(x)), all(constants.EXP_LEAST));
  const bits = shifted(a);
  const power = powerOf(bits);
  const e = plus(times(restOf(a, f32x4.sub(bits, all(constants.ROUNDER))), power), f32x4.sub(power, all(1)));
  const y = f32x4.abs(f32x4.div(e, plus(all(2), e)));
  return v128.or(y, v128.and(x, i32x4.splat(i32.MIN_VALUE)));
}

/** ln(1 + e^−|x|). */
function logTail(x: v128): v128 {
  const y = boundedExp(f32x4.pmax(f32x4.neg(f32x4.abs(x)), all(constants.EXP_LEAST)));
  const s = f32x4.div(y, plus(all(2), y));
  const ss = times(s, s);
  let p = plus(times(all(constants.L5), ss), all(constants.L4));
  p = plus(times(p, ss), all(constants.L3));
  p = plus(times(p, ss), all(constants.L2));
  p = plus(times(p, ss), all(constants.L1));
  p = plus(times(p, ss), all(constants.L0));
  return plus(plus(s, s), times(times(s, ss), p));
}

export function logSigmoid(x: v128): v128 {
  return f32x4.sub(f32x4.min(x, all(0)), logTail(x));
}

export function softplus(x: v128): v128 {
  return plus(f32x4.max(x, all(0)), logTail(x));
}

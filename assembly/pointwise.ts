import * as codes from '../src/engine/single/codes';
import { exp, logSigmoid, plus, sigmoid, softplus, tanh, times } from './functions';

/** Operand k of the instruction at `at`. */
export function operand(at: usize, k: i32): i32 {
  return load<i32>(at + ((<usize>k) << 2));
}

/** Address of an operand at timestep t; the operand is followed by its stride. */
export function addressAt(at: usize, k: i32, t: i32): usize {
  return (<usize>(operand(at, k) + t * operand(at, k + 1))) << 2;
}

function at4(address: usize): v128 {
  return v128.load(address);
}

function put(address: usize, value: v128, add: bool): void {
  v128.store(address, add ? plus(v128.load(address), value) : value);
}

/** `value` where `mask` is set, else 0. */
function where(mask: v128, value: v128): v128 {
  return v128.and(mask, value);
}

function shareOf(a: v128, b: v128): v128 {
  return sigmoid(f32x4.sub(logSigmoid(a), logSigmoid(b)));
}

function shareBack(a: v128, b: v128, c: v128): v128 {
  return times(times(a, times(shareOf(b, c), shareOf(c, b))), sigmoid(f32x4.neg(b)));
}

/** Sixteen numbers at a time, which share the registers of the constants. */
function sigmoids(out: usize, a: usize, n: usize, add: bool): void {
  let k: usize = 0;
  for (; k + 64 <= n; k += 64) {
    const y0 = sigmoid(at4(a + k));
    const y1 = sigmoid(at4(a + k + 16));
    const y2 = sigmoid(at4(a + k + 32));
    const y3 = sigmoid(at4(a + k + 48));
    put(out + k, y0, add);
    put(out + k + 16, y1, add);
    put(out + k + 32, y2, add);
    put(out + k + 48, y3, add);
  }
  for (; k < n; k += 16) put(out + k, sigmoid(at4(a + k)), add);
}

function tanhs(out: usize, a: usize, n: usize, add: bool): void {
  let k: usize = 0;
  for (; k + 64 <= n; k += 64) {
    const y0 = tanh(at4(a + k));
    const y1 = tanh(at4(a + k + 16));
    const y2 = tanh(at4(a + k + 32));
    const y3 = tanh(at4(a + k + 48));
    put(out + k, y0, add);
    put(out + k + 16, y1, add);
    put(out + k + 32, y2, add);
    put(out + k + 48, y3, add);
  }
  for (; k < n; k += 16) put(out + k, tanh(at4(a + k)), add);
}

/** One pointwise instruction at timestep t: src/engine/single/pointwise.ts, four at a time. */
export function compute(at: usize, t: i32): void {
  const n = (<usize>operand(at, 1)) << 2;
  const add = operand(at, 2) !== 0;
  const out = addressAt(at, 3, t);
  const a = addressAt(at, 5, t);
  const b = addressAt(at, 7, t);
  const c = addressAt(at, 9, t);
  const p = v128.load32_splat(at + 44);
  const q = v128.load32_splat(at + 48);
  const none = f32x4.splat(0);
  const unit = f32x4.splat(1);
  switch (operand(at, 0)) {
    case codes.SIGMOID:
      sigmoids(out, a, n, add);
      break;
    case codes.TANH:
      tanhs(out, a, n, add);
      break;
    case codes.RELU:
      for (let k: usize = 0; k < n; k += 16) put(out + k, where(f32x4.gt(at4(a + k), none), at4(a + k)), add);
      break;
    case codes.EXP:
      for (let k: usize = 0; k < n; k += 16) put(out + k, exp(at4(a + k)), add);
      break;
    case codes.LOG_SIGMOID:
      for (let k: usize = 0; k < n; k += 16) put(out + k, logSigmoid(at4(a + k)), add);
      break;
    case codes.SOFTPLUS:
      for (let k: usize = 0; k < n; k += 16) put(out + k, softplus(at4(a + k)), add);
      break;
    case codes.SOFTSIGN:
      for (let k: usize = 0; k < n; k += 16)
        put(out + k, f32x4.div(at4(a + k), plus(unit, f32x4.abs(at4(a + k)))), add);
      break;
    case codes.HARD_SIGMOID:
      for (let k: usize = 0; k < n; k += 16)
        put(out + k, f32x4.min(unit, f32x4.max(none, plus(times(p, at4(a + k)), q))), add);
      break;
    case codes.LEAKY_RELU:
      for (let k: usize = 0; k < n; k += 16) {
        const x = at4(a + k);
        put(out + k, v128.bitselect(x, times(p, x), f32x4.ge(x, none)), add);
      }
      break;
    case codes.CLIP:
      for (let k: usize = 0; k < n; k += 16) put(out + k, f32x4.min(p, f32x4.max(f32x4.neg(p), at4(a + k))), add);
      break;
    case codes.COPY:
      for (let k: usize = 0; k < n; k += 16) put(out + k, at4(a + k), add);
      break;
    case codes.CONSTANT:
      for (let k: usize = 0; k < n; k += 16) put(out + k, p, add);
      break;
    case codes.ONE_MINUS:
      for (let k: usize = 0; k < n; k += 16) put(out + k, f32x4.sub(unit, at4(a + k)), add);
      break;
    case codes.SUM:
      for (let k: usize = 0; k < n; k += 16) put(out + k, plus(at4(a + k), at4(b + k)), add);
      break;
    case codes.DIFFERENCE:
      for (let k: usize = 0; k < n; k += 16) put(out + k, f32x4.sub(at4(a + k), at4(b + k)), add);
      break;
    case codes.TIMES:
      for (let k: usize = 0; k < n; k += 16) put(out + k, times(at4(a + k), at4(b + k)), add);
      break;
    case codes.QUOTIENT:
      for (let k: usize = 0; k < n; k += 16) put(out + k, f32x4.div(at4(a + k), at4(b + k)), add);
      break;
    case codes.LARGER:
      for (let k: usize = 0; k < n; k += 16) put(out + k, f32x4.max(at4(a + k), at4(b + k)), add);
      break;
    case codes.NEGATIVE:
      for (let k: usize = 0; k < n; k += 16) put(out + k, f32x4.neg(at4(a + k)), add);
      break;
    case codes.SIGMOID_BACK:
      for (let k: usize = 0; k < n; k += 16) {
        const y = at4(b + k);
        put(out + k, times(times(at4(a + k), y), f32x4.sub(unit, y)), add);
      }
      break;
    case codes.TANH_BACK:
      for (let k: usize = 0; k < n; k += 16) {
        const y = at4(b + k);
        put(out + k, times(times(at4(a + k), f32x4.sub(unit, y)), plus(unit, y)), add);
      }
      break;
    case codes.RELU_BACK:
      for (let k: usize = 0; k < n; k += 16) put(out + k, where(f32x4.gt(at4(b + k), none), at4(a + k)), add);
      break;
    case codes.LOG_SIGMOID_BACK:
      for (let k: usize = 0; k < n; k += 16) put(out + k, times(at4(a + k), sigmoid(f32x4.neg(at4(b + k)))), add);
      break;
    case codes.SOFTPLUS_BACK:
      for (let k: usize = 0; k < n; k += 16) put(out + k, times(at4(a + k), sigmoid(at4(b + k))), add);
      break;
    case codes.SOFTSIGN_BACK:
      for (let k: usize = 0; k < n; k += 16) {
        const d = plus(unit, f32x4.abs(at4(b + k)));
        put(out + k, f32x4.div(at4(a + k), times(d, d)), add);
      }
      break;
    case codes.HARD_SIGMOID_BACK:
      for (let k: usize = 0; k < n; k += 16) {
        const y = at4(b + k);
        put(out + k, where(v128.and(f32x4.gt(y, none), f32x4.lt(y, unit)), times(at4(a + k), p)), add);
      }
      break;
    case codes.LEAKY_RELU_BACK:
      for (let k: usize = 0; k < n; k += 16) {
        const d = at4(a + k);
        put(out + k, v128.bitselect(d, times(d, p), f32x4.gt(at4(b + k), none)), add);
      }
      break;
    case codes.CLIP_BACK:
      for (let k: usize = 0; k < n; k += 16) {
        const x = at4(b + k);
        put(out + k, where(v128.and(f32x4.ge(x, f32x4.neg(p)), f32x4.le(x, p)), at4(a + k)), add);
      }
      break;
    case codes.DIVISOR_BACK:
      for (let k: usize = 0; k < n; k += 16)
        put(out + k, f32x4.neg(times(f32x4.div(at4(a + k), at4(b + k)), at4(c + k))), add);
      break;
    case codes.SCALE_SHIFT:
      for (let k: usize = 0; k < n; k += 16) put(out + k, plus(times(p, at4(a + k)), q), add);
      break;
    case codes.LOG_SIGN:
      for (let k: usize = 0; k < n; k += 16) {
        const zero = f32x4.eq(at4(a + k), none);
        put(out + k, where(zero, f32x4.splat(-f32.MAX_VALUE * 2)), add);
      }
      break;
    case codes.SHARE:
      for (let k: usize = 0; k < n; k += 16) put(out + k, shareOf(at4(a + k), at4(b + k)), add);
      break;
    case codes.SHARE_BACK:
      for (let k: usize = 0; k < n; k += 16) put(out + k, shareBack(at4(a + k), at4(b + k), at4(c + k)), add);
      break;
    case codes.OTHER_SHARE_BACK:
      for (let k: usize = 0; k < n; k += 16)
        put(out + k, f32x4.neg(shareBack(at4(a + k), at4(b + k), at4(c + k))), add);
      break;
    case codes.SCALED:
      for (let k: usize = 0; k < n; k += 16) put(out + k, times(p, at4(a + k)), add);
      break;
    case codes.LARGER_BACK:
      for (let k: usize = 0; k < n; k += 16) {
        const d = at4(a + k);
        const x = at4(b + k);
        const y = at4(c + k);
        const tie = v128.andnot(times(d, f32x4.splat(0.5)), f32x4.lt(x, y));
        put(out + k, v128.bitselect(d, tie, f32x4.gt(x, y)), add);
      }
      break;
  }
}

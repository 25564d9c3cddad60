import { addressAt, operand } from './pointwise';
import { summed } from './product';

/**
 * PRODUCT for one sequence: rows side by side in panels of 32, timesteps from…to. Several timesteps go panel by panel,
 * so that a panel is read once for all of them; single timesteps go through the panels in alternating directions,
 * so that the panels read last are still cached even if not all weights fit.
 */
export function multiplyRows(at: usize, from: i32, to: i32): void {
  const rows = operand(at, 1);
  const panels = (rows + 31) / 32;
  for (let k = 0; k < panels; k++) {
    const panel = from === to && (from & 1) === 1 ? panels - 1 - k : k;
    const left = rows - panel * 32;
    const h = left < 32 ? left : 32;
    let t = from;
    for (; t + 3 <= to; t += 4) fourTimesteps(at, t, panel, h);
    for (; t <= to; t++) oneTimestep(at, t, panel, h);
  }
}

function oneTimestep(at: usize, t: i32, panel: i32, h: i32): void {
  const columns = operand(at, 2);
  const add = operand(at, 4) !== 0;
  const source = addressAt(at, 8, t);
  const bytes = (<usize>h) << 2;
  let out = addressAt(at, 6, t) + <usize>panel * 128;
  let w = ((<usize>operand(at, 5)) << 2) + <usize>panel * <usize>columns * 128;
  if (h === 32) {
    rows32(w, columns, out, source, add);
    return;
  }
  let r = 0;
  for (; r + 8 <= h; r += 8) {
    rows8(w, columns, out, source, add, bytes);
    w += 32;
    out += 32;
  }
  if (r < h) rows4(w, columns, out, source, add, bytes);
}

function start(address: usize, offset: usize, add: bool): v128 {
  return add ? v128.load(address + offset) : f32x4.splat(0);
}

/** A whole panel, column by column. Eight sums at once keep both adders and multipliers busy. */
function rows32(w: usize, columns: i32, out: usize, v: usize, add: bool): void {
  let s0 = start(out, 0, add);
  let s1 = start(out, 16, add);
  let s2 = start(out, 32, add);
  let s3 = start(out, 48, add);
  let s4 = start(out, 64, add);
  let s5 = start(out, 80, add);
  let s6 = start(out, 96, add);
  let s7 = start(out, 112, add);
  const end = v + ((<usize>columns) << 2);
  while (v < end) {
    const a = v128.load32_splat(v);
    s0 = summed(s0, v128.load(w), a);
    s1 = summed(s1, v128.load(w, 16), a);
    s2 = summed(s2, v128.load(w, 32), a);
    s3 = summed(s3, v128.load(w, 48), a);
    s4 = summed(s4, v128.load(w, 64), a);
    s5 = summed(s5, v128.load(w, 80), a);
    s6 = summed(s6, v128.load(w, 96), a);
    s7 = summed(s7, v128.load(w, 112), a);
    w += 128;
    v += 4;
  }
  v128.store(out, s0);
  v128.store(out, s1, 16);
  v128.store(out, s2, 32);
  v128.store(out, s3, 48);
  v128.store(out, s4, 64);
  v128.store(out, s5, 80);
  v128.store(out, s6, 96);
  v128.store(out, s7, 112);
}

function rows8(w: usize, columns: i32, out: usize, v: usize, add: bool, h: usize): void {
  let s0 = start(out, 0, add);
  let s1 = start(out, 16, add);
  const end = v + ((<usize>columns) << 2);
  while (v < end) {
    const value = v128.load32_splat(v);
    s0 = summed(s0, v128.load(w), value);
    s1 = summed(s1, v128.load(w, 16), value);
    w += h;
    v += 4;
  }
  v128.store(out, s0);
  v128.store(out, s1, 16);
}

function rows4(w: usize, columns: i32, out: usize, v: usize, add: bool, h: usize): void {
  let s0 = start(out, 0, add);
  const end = v + ((<usize>columns) << 2);
  while (v < end) {
    s0 = summed(s0, v128.load(w), v128.load32_splat(v));
    w += h;
    v += 4;
  }
  v128.store(out, s0);
}

/** The rows of a panel at four timesteps, so that each weight is read once for all four. */
function fourTimesteps(at: usize, t: i32, panel: i32, h: i32): void {
  const columns = operand(at, 2);
  const add = operand(at, 4) !== 0;
  const source = addressAt(at, 8, t);
  const stride = (<usize>operand(at, 9)) << 2;
  const outStride = (<usize>operand(at, 7)) << 2;
  const bytes = (<usize>h) << 2;
  let out = addressAt(at, 6, t) + <usize>panel * 128;
  let w = ((<usize>operand(at, 5)) << 2) + <usize>panel * <usize>columns * 128;
  let r = 0;
  for (; r + 8 <= h; r += 8) {
    rows8By4(w, columns, out, outStride, source, stride, add, bytes);
    w += 32;
    out += 32;
  }
  if (r < h) for (let k: usize = 0; k < 4; k++) rows4(w, columns, out + k * outStride, source + k * stride, add, bytes);
}

function rows8By4(
  w: usize,
  columns: i32,
  out: usize,
  outStride: usize,
  v: usize,
  stride: usize,
  add: bool,
  h: usize,
): void {
  const out1 = out + outStride;
  const out2 = out1 + outStride;
  const out3 = out2 + outStride;
  let s00 = start(out, 0, add);
  let s01 = start(out, 16, add);
  let s10 = start(out1, 0, add);
  let s11 = start(out1, 16, add);
  let s20 = start(out2, 0, add);
  let s21 = start(out2, 16, add);
  let s30 = start(out3, 0, add);
  let s31 = start(out3, 16, add);
  const end = v + ((<usize>columns) << 2);
  while (v < end) {
    const w0 = v128.load(w);
    const w1 = v128.load(w, 16);
    const v0 = v128.load32_splat(v);
    s00 = summed(s00, w0, v0);
    s01 = summed(s01, w1, v0);
    const v1 = v128.load32_splat(v + stride);
    s10 = summed(s10, w0, v1);
    s11 = summed(s11, w1, v1);
    const v2 = v128.load32_splat(v + 2 * stride);
    s20 = summed(s20, w0, v2);
    s21 = summed(s21, w1, v2);
    const v3 = v128.load32_splat(v + 3 * stride);
    s30 = summed(s30, w0, v3);
    s31 = summed(s31, w1, v3);
    w += h;
    v += 4;
  }
  v128.store(out, s00);
  v128.store(out, s01, 16);
  v128.store(out1, s10);
  v128.store(out1, s11, 16);
  v128.store(out2, s20);
  v128.store(out2, s21, 16);
  v128.store(out3, s30);
  v128.store(out3, s31, 16);
}

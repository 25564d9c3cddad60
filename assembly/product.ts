import { plus, times } from './functions';
import { addressAt, operand } from './pointwise';

/** sum + w·v, rounded after the product and after the sum. */
export function summed(sum: v128, w: v128, v: v128): v128 {
  return plus(sum, times(w, v));
}

function splat(address: usize): v128 {
  return v128.load32_splat(address);
}

function start(address: usize, add: bool): v128 {
  return add ? v128.load(address) : f32x4.splat(0);
}

/** PRODUCT at timestep t for a batch: four rows by eight or four sequences at once. */
export function multiplyBatch(at: usize, t: i32): void {
  const rows = operand(at, 1);
  const columns = operand(at, 2);
  const batch = operand(at, 3);
  const add = operand(at, 4) !== 0;
  const out = addressAt(at, 6, t);
  const source = addressAt(at, 8, t);
  const width = (<usize>batch) << 2;
  let panel = (<usize>operand(at, 5)) << 2;
  for (let r = 0; r < rows; r += 4) {
    const first = out + <usize>r * width;
    let b = 0;
    for (; b + 8 <= batch; b += 8)
      eightSequences(panel, columns, first + ((<usize>b) << 2), source + ((<usize>b) << 2), width, add, rows - r);
    for (; b < batch; b += 4)
      fourSequences(
        panel,
        columns,
        first + ((<usize>b) << 2),
        source + ((<usize>b) << 2),
        width,
        add,
        rows - r,
        batch - b,
      );
    panel += (<usize>columns) << 4;
  }
}

function eightSequences(w: usize, columns: i32, out: usize, v: usize, width: usize, add: bool, kept: i32): void {
  let s00 = start(out, add);
  let s01 = start(out + 16, add);
  let s10 = start(out + width, add);
  let s11 = start(out + width + 16, add);
  let s20 = start(out + 2 * width, add);
  let s21 = start(out + 2 * width + 16, add);
  let s30 = start(out + 3 * width, add);
  let s31 = start(out + 3 * width + 16, add);
  const end = w + ((<usize>columns) << 4);
  while (w < end) {
    const v0 = v128.load(v);
    const v1 = v128.load(v, 16);
    const w0 = splat(w);
    s00 = summed(s00, w0, v0);
    s01 = summed(s01, w0, v1);
    const w1 = splat(w + 4);
    s10 = summed(s10, w1, v0);
    s11 = summed(s11, w1, v1);
    const w2 = splat(w + 8);
    s20 = summed(s20, w2, v0);
    s21 = summed(s21, w2, v1);
    const w3 = splat(w + 12);
    s30 = summed(s30, w3, v0);
    s31 = summed(s31, w3, v1);
    w += 16;
    v += width;
  }
  v128.store(out, s00);
  v128.store(out, s01, 16);
  if (kept < 2) return;
  v128.store(out + width, s10);
  v128.store(out + width, s11, 16);
  if (kept < 3) return;
  v128.store(out + 2 * width, s20);
  v128.store(out + 2 * width, s21, 16);
  if (kept < 4) return;
  v128.store(out + 3 * width, s30);
  v128.store(out + 3 * width, s31, 16);
}

function fourSequences(
  w: usize,
  columns: i32,
  out: usize,
  v: usize,
  width: usize,
  add: bool,
  kept: i32,
  lanes: i32,
): void {
  let s0 = start(out, add);
  let s1 = start(out + width, add);
  let s2 = start(out + 2 * width, add);
  let s3 = start(out + 3 * width, add);
  const end = w + ((<usize>columns) << 4);
  while (w < end) {
    const v0 = v128.load(v);
    s0 = summed(s0, splat(w), v0);
    s1 = summed(s1, splat(w + 4), v0);
    s2 = summed(s2, splat(w + 8), v0);
    s3 = summed(s3, splat(w + 12), v0);
    w += 16;
    v += width;
  }
  keep(out, s0, lanes);
  if (kept < 2) return;
  keep(out + width, s1, lanes);
  if (kept < 3) return;
  keep(out + 2 * width, s2, lanes);
  if (kept < 4) return;
  keep(out + 3 * width, s3, lanes);
}

/** Stores the first lanes only; the memory behind them belongs to the next unit. */
function keep(address: usize, value: v128, lanes: i32): void {
  if (lanes >= 4) v128.store(address, value);
  else {
    if (lanes & 1) v128.store_lane<f32>(address + (lanes === 3 ? 8 : 0), lanes === 3 ? swapped(value) : value, 0);
    if (lanes & 2) v128.store_lane<f64>(address, value, 0);
  }
}

/** The two halves in reverse order. */
function swapped(value: v128): v128 {
  return v128.shuffle<f64>(value, value, 1, 0);
}

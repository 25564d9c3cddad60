import { plus, times } from './functions';
import { operand } from './pointwise';
import { summed } from './product';

/** GRADIENT over the timesteps from…to. */
export function addGradient(at: usize, from: i32, to: i32): void {
  const columns = operand(at, 2);
  if (columns === 1) addColumn(at, from, to);
  else if (operand(at, 3) === 1) addOuter(at, from, to);
  else addMatrix(at, from, to);
}

/** All bits of the first `lanes` lanes. */
function maskOf(lanes: i32): v128 {
  return i32x4.lt_s(i32x4(0, 1, 2, 3), i32x4.splat(lanes));
}

/** Gradient of one column, for biases and diagonal weights. */
function addColumn(at: usize, from: i32, to: i32): void {
  const rows = operand(at, 1);
  const batch = operand(at, 3);
  const deltaStride = (<usize>operand(at, 6)) << 2;
  const sourceStride = (<usize>operand(at, 8)) << 2;
  const width = (<usize>batch) << 2;
  const step = <usize>operand(at, 9) * width;
  const mask = maskOf(batch & 3);
  let gradient = (<usize>operand(at, 4)) << 2;
  let delta = ((<usize>operand(at, 5)) << 2) + <usize>from * deltaStride;
  let source = ((<usize>operand(at, 7)) << 2) + <usize>from * sourceStride;
  for (let r = 0; r < rows; r++) {
    let s = f32x4.splat(0);
    let d = delta;
    let v = source;
    for (let t = from; t <= to; t++) {
      let b = 0;
      for (; b + 4 <= batch; b += 4) {
        const offset = (<usize>b) << 2;
        s = summed(s, v128.load(d + offset), v128.load(v + offset));
      }
      if (b < batch) {
        const offset = (<usize>b) << 2;
        s = plus(s, v128.and(mask, times(v128.load(d + offset), v128.load(v + offset))));
      }
      d += deltaStride;
      v += sourceStride;
    }
    const total =
      f32x4.extract_lane(s, 0) + f32x4.extract_lane(s, 1) + (f32x4.extract_lane(s, 2) + f32x4.extract_lane(s, 3));
    store<f32>(gradient, load<f32>(gradient) + total);
    gradient += 4;
    delta += width;
    source += step;
  }
}

/** Gradient of a matrix for a batch: two rows by four columns at once, each with four partial sums. */
function addMatrix(at: usize, from: i32, to: i32): void {
  const rows = operand(at, 1);
  const columns = operand(at, 2);
  const batch = operand(at, 3);
  const deltaStride = (<usize>operand(at, 6)) << 2;
  const sourceStride = (<usize>operand(at, 8)) << 2;
  const width = (<usize>batch) << 2;
  let gradient = (<usize>operand(at, 4)) << 2;
  let delta = ((<usize>operand(at, 5)) << 2) + <usize>from * deltaStride;
  const source = ((<usize>operand(at, 7)) << 2) + <usize>from * sourceStride;
  const gradientWidth = (<usize>((columns + 3) & ~3)) << 2;
  for (let r = 0; r < rows; r += 2) {
    let v = source;
    for (let c: usize = 0; c < gradientWidth; c += 16) {
      twoByFour(gradient + c, gradientWidth, delta, deltaStride, v, sourceStride, width, to - from + 1);
      v += width << 2;
    }
    gradient += gradientWidth << 1;
    delta += width << 1;
  }
}

function twoByFour(
  gradient: usize,
  gradientWidth: usize,
  d: usize,
  deltaStride: usize,
  v: usize,
  sourceStride: usize,
  width: usize,
  timesteps: i32,
): void {
  let s00 = f32x4.splat(0);
  let s01 = f32x4.splat(0);
  let s02 = f32x4.splat(0);
  let s03 = f32x4.splat(0);
  let s10 = f32x4.splat(0);
  let s11 = f32x4.splat(0);
  let s12 = f32x4.splat(0);
  let s13 = f32x4.splat(0);
  const whole = width & ~15;
  const mask = maskOf(<i32>((width & 15) >> 2));
  for (let t = 0; t < timesteps; t++) {
    const end = d + whole;
    let e = d;
    let u = v;
    for (; e < end; e += 16) {
      const d0 = v128.load(e);
      const d1 = v128.load(e + width);
      const v0 = v128.load(u);
      s00 = summed(s00, d0, v0);
      s10 = summed(s10, d1, v0);
      const v1 = v128.load(u + width);
      s01 = summed(s01, d0, v1);
      s11 = summed(s11, d1, v1);
      const v2 = v128.load(u + 2 * width);
      s02 = summed(s02, d0, v2);
      s12 = summed(s12, d1, v2);
      const v3 = v128.load(u + 3 * width);
      s03 = summed(s03, d0, v3);
      s13 = summed(s13, d1, v3);
      u += 16;
    }
    if (whole < width) {
      const d0 = v128.and(mask, v128.load(e));
      const d1 = v128.and(mask, v128.load(e + width));
      const v0 = v128.and(mask, v128.load(u));
      s00 = summed(s00, d0, v0);
      s10 = summed(s10, d1, v0);
      const v1 = v128.and(mask, v128.load(u + width));
      s01 = summed(s01, d0, v1);
      s11 = summed(s11, d1, v1);
      const v2 = v128.and(mask, v128.load(u + 2 * width));
      s02 = summed(s02, d0, v2);
      s12 = summed(s12, d1, v2);
      const v3 = v128.and(mask, v128.load(u + 3 * width));
      s03 = summed(s03, d0, v3);
      s13 = summed(s13, d1, v3);
    }
    d += deltaStride;
    v += sourceStride;
  }
  addTotals(gradient, s00, s01, s02, s03);
  addTotals(gradient + gradientWidth, s10, s11, s12, s13);
}

/** Adds the totals of four sums, (lane 0 + lane 1) + (lane 2 + lane 3) each, to four neighbours. */
function addTotals(gradient: usize, a: v128, b: v128, c: v128, d: v128): void {
  const ab02 = v128.shuffle<f32>(a, b, 0, 4, 2, 6);
  const ab13 = v128.shuffle<f32>(a, b, 1, 5, 3, 7);
  const cd02 = v128.shuffle<f32>(c, d, 0, 4, 2, 6);
  const cd13 = v128.shuffle<f32>(c, d, 1, 5, 3, 7);
  // a01 b01 a23 b23, c01 d01 c23 d23
  const ab = plus(ab02, ab13);
  const cd = plus(cd02, cd13);
  const total = plus(v128.shuffle<f64>(ab, cd, 0, 2), v128.shuffle<f64>(ab, cd, 1, 3));
  v128.store(gradient, plus(v128.load(gradient), total));
}

/** Gradient of a matrix for one sequence: an outer product at each timestep, four rows by four columns at once. */
function addOuter(at: usize, from: i32, to: i32): void {
  const rows = operand(at, 1);
  const columns = operand(at, 2);
  const deltaStride = (<usize>operand(at, 6)) << 2;
  const sourceStride = (<usize>operand(at, 8)) << 2;
  let gradient = (<usize>operand(at, 4)) << 2;
  let delta = ((<usize>operand(at, 5)) << 2) + <usize>from * deltaStride;
  const source = ((<usize>operand(at, 7)) << 2) + <usize>from * sourceStride;
  const width = (<usize>((columns + 3) & ~3)) << 2;
  for (let r = 0; r < rows; r += 4) {
    for (let c: usize = 0; c < width; c += 16) {
      let s0 = f32x4.splat(0);
      let s1 = f32x4.splat(0);
      let s2 = f32x4.splat(0);
      let s3 = f32x4.splat(0);
      let d = delta;
      let v = source + c;
      for (let t = from; t <= to; t++) {
        const value = v128.load(v);
        s0 = summed(s0, v128.load32_splat(d), value);
        s1 = summed(s1, v128.load32_splat(d + 4), value);
        s2 = summed(s2, v128.load32_splat(d + 8), value);
        s3 = summed(s3, v128.load32_splat(d + 12), value);
        d += deltaStride;
        v += sourceStride;
      }
      const g = gradient + c;
      v128.store(g, plus(v128.load(g), s0));
      v128.store(g + width, plus(v128.load(g + width), s1));
      v128.store(g + 2 * width, plus(v128.load(g + 2 * width), s2));
      v128.store(g + 3 * width, plus(v128.load(g + 3 * width), s3));
    }
    gradient += width << 2;
    delta += 16;
  }
}

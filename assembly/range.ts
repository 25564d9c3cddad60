/** Smallest non-zero magnitude and largest magnitude: see src/engine/single/range.ts. */
const LEAST: f32 = 1.0842021724855044e-19;
const LARGEST: f32 = 3.4028234663852886e38;

/**
 * The first k from `from` on, in steps of four, for which one of the numbers start + k … start + k + 3 is neither 0 nor
 * between these magnitudes; n if there is none.
 */
export function firstOutside(start: i32, from: i32, n: i32): i32 {
  const least = f32x4.splat(LEAST);
  const largest = f32x4.splat(LARGEST);
  const zero = f32x4.splat(0);
  for (let k = from; k < n; k += 4) {
    const size = f32x4.abs(v128.load(<usize>(start + k) * 4));
    const inside = v128.and(f32x4.ge(size, least), f32x4.le(size, largest));
    if (!i32x4.all_true(v128.or(f32x4.eq(size, zero), inside))) return k;
  }
  return n;
}

/** Pearson's r, −1 to 1; 0 where one of the two never changes. For a truth (0 or 1) it is the point-biserial r. */
export function correlation(a: Float64Array, b: Float64Array): number {
  const meanA = meanOf(a);
  const meanB = meanOf(b);
  let aa = 0;
  let bb = 0;
  let ab = 0;
  for (let k = 0; k < a.length; k++) {
    const da = a[k] - meanA;
    const db = b[k] - meanB;
    aa += da * da;
    bb += db * db;
    ab += da * db;
  }
  return aa > 0 && bb > 0 ? Math.min(1, Math.max(-1, ab / Math.sqrt(aa) / Math.sqrt(bb))) : 0;
}

/** The mean, summed from the first value on, so that the mean of one repeated value is exactly that value. */
function meanOf(values: Float64Array): number {
  const base = values[0] ?? 0;
  let sum = 0;
  for (let k = 0; k < values.length; k++) sum += values[k] - base;
  return values.length > 0 ? base + sum / values.length : 0;
}

/** The dense kernels. They work on one buffer, allocate nothing and add to what is there. */

/**
 * A row-major matrix with its rows woven in fours: entry c of four rows side by side, so that one pass over the source
 * feeds four sums from one stream of weights. The last rows (fewer than four) stay as they are.
 */
export function woven(w: Float64Array, rows: number, columns: number): Float64Array {
  const result = new Float64Array(w);
  const whole = rows - (rows % 4);
  for (let r = 0; r < whole; r++) {
    const start = (r - (r % 4)) * columns + (r % 4);
    for (let c = 0; c < columns; c++) result[start + 4 * c] = w[r * columns + c];
  }
  return result;
}

/** data[out + r] += Σ_c W[r, c] · data[source + c] for r = 0…rows−1; `w` is the woven W. */
export function addMatrixVector(
  data: Float64Array,
  out: number,
  w: Float64Array,
  rows: number,
  source: number,
  columns: number,
): void {
  const end = source + columns;
  let at = 0;
  let r = 0;
  for (; r + 4 <= rows; r += 4) {
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    for (let c = source; c < end; c++) {
      const v = data[c];
      s0 += w[at] * v;
      s1 += w[at + 1] * v;
      s2 += w[at + 2] * v;
      s3 += w[at + 3] * v;
      at += 4;
    }
    data[out + r] += s0;
    data[out + r + 1] += s1;
    data[out + r + 2] += s2;
    data[out + r + 3] += s3;
  }
  for (; r < rows; r++) {
    let s = 0;
    for (let c = source; c < end; c++) s += w[at++] * data[c];
    data[out + r] += s;
  }
}

/** data[out + k] += p[k] · data[source + k]. */
export function addScaled(data: Float64Array, out: number, p: Float64Array, source: number, n: number): void {
  for (let k = 0; k < n; k++) data[out + k] += p[k] * data[source + k];
}

/** data[out + k] += data[source + k]. */
export function addPlain(data: Float64Array, out: number, source: number, n: number): void {
  for (let k = 0; k < n; k++) data[out + k] += data[source + k];
}

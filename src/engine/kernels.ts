/** The dense kernels. They work on one buffer, allocate nothing and add to what is there. */

/** data[out + r] += Σ_c w[r·columns + c] · data[source + c] for r = 0…rows−1. */
export function addMatrixVector(
  data: Float64Array,
  out: number,
  w: Float64Array,
  rows: number,
  source: number,
  columns: number,
): void {
  let r = 0;
  for (; r + 4 <= rows; r += 4) {
    const w0 = r * columns;
    const w1 = w0 + columns;
    const w2 = w1 + columns;
    const w3 = w2 + columns;
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    for (let c = 0; c < columns; c++) {
      const v = data[source + c];
      s0 += w[w0 + c] * v;
      s1 += w[w1 + c] * v;
      s2 += w[w2 + c] * v;
      s3 += w[w3 + c] * v;
    }
    data[out + r] += s0;
    data[out + r + 1] += s1;
    data[out + r + 2] += s2;
    data[out + r + 3] += s3;
  }
  for (; r < rows; r++) {
    let s = 0;
    for (let c = 0; c < columns; c++) s += w[r * columns + c] * data[source + c];
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

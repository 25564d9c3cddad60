/** The dense kernels. They work on one buffer, allocate nothing and add to what is there. */

/**
 * data[out + r] += Σ_c rows[r][c] · v[c] for every row. Four rows go together, each a view of its own: with one index for
 * all of them engines check bounds more cheaply than with four indices into one matrix.
 */
export function addMatrixVector(data: Float64Array, out: number, rows: readonly Float64Array[], v: Float64Array): void {
  const whole = rows.length - (rows.length % 4);
  for (let r = 0; r < whole; r += 4) addFourRows(data, out + r, rows[r], rows[r + 1], rows[r + 2], rows[r + 3], v);
  for (let r = whole; r < rows.length; r++) {
    const row = rows[r];
    let sum = 0;
    for (let c = 0; c < v.length; c++) sum += row[c] * v[c];
    data[out + r] += sum;
  }
}

function addFourRows(
  data: Float64Array,
  out: number,
  a: Float64Array,
  b: Float64Array,
  c: Float64Array,
  d: Float64Array,
  v: Float64Array,
): void {
  let sumA = 0;
  let sumB = 0;
  let sumC = 0;
  let sumD = 0;
  for (let k = 0; k < v.length; k++) {
    const value = v[k];
    sumA += a[k] * value;
    sumB += b[k] * value;
    sumC += c[k] * value;
    sumD += d[k] * value;
  }
  data[out] += sumA;
  data[out + 1] += sumB;
  data[out + 2] += sumC;
  data[out + 3] += sumD;
}

/** data[out + k] += p[k] · data[source + k]. */
export function addScaled(data: Float64Array, out: number, p: Float64Array, source: number, n: number): void {
  for (let k = 0; k < n; k++) data[out + k] += p[k] * data[source + k];
}

/** data[out + k] += data[source + k]. */
export function addPlain(data: Float64Array, out: number, source: number, n: number): void {
  for (let k = 0; k < n; k++) data[out + k] += data[source + k];
}

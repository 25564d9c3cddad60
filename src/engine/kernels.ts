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

/** sum[c] += Σ_r data[out + r] · rows[r][c]: the product with the transposed matrix. Four rows go together. */
export function addTransposedProduct(
  sum: Float64Array,
  rows: readonly Float64Array[],
  data: Float64Array,
  out: number,
): void {
  const whole = rows.length - (rows.length % 4);
  for (let r = 0; r < whole; r += 4) {
    const at = out + r;
    addFour(sum, rows[r], data[at], rows[r + 1], data[at + 1], rows[r + 2], data[at + 2], rows[r + 3], data[at + 3]);
  }
  for (let r = whole; r < rows.length; r++) addMultiple(sum, data[out + r], rows[r]);
}

function addFour(
  sum: Float64Array,
  a: Float64Array,
  valueA: number,
  b: Float64Array,
  valueB: number,
  c: Float64Array,
  valueC: number,
  d: Float64Array,
  valueD: number,
): void {
  for (let k = 0; k < sum.length; k++) sum[k] += valueA * a[k] + valueB * b[k] + valueC * c[k] + valueD * d[k];
}

/** rows[r][c] += data[out + r] · v[c]: the outer product of a column and a row. */
export function addOuterProduct(rows: readonly Float64Array[], data: Float64Array, out: number, v: Float64Array): void {
  for (let r = 0; r < rows.length; r++) addMultiple(rows[r], data[out + r], v);
}

function addMultiple(sum: Float64Array, factor: number, v: Float64Array): void {
  for (let k = 0; k < sum.length; k++) sum[k] += factor * v[k];
}

/** sum[k] += a[at + k] · b[bt + k]. */
export function addProduct(sum: Float64Array, a: Float64Array, at: number, b: Float64Array, bt: number): void {
  for (let k = 0; k < sum.length; k++) sum[k] += a[at + k] * b[bt + k];
}

/** Elementary functions to about 30 digits: a number is an unevaluated sum of two doubles (Dekker 1971). */
export type Pair = readonly [high: number, low: number];

const sum = (a: number, b: number): Pair => {
  const s = a + b;
  const t = s - a;
  return [s, a - (s - t) + (b - t)];
};
const halves = (a: number): Pair => {
  const c = 134217729 * a;
  const high = c - (c - a);
  return [high, a - high];
};
const productOf = (a: number, b: number): Pair => {
  const p = a * b;
  const [ah, al] = halves(a);
  const [bh, bl] = halves(b);
  return [p, ah * bh - p + ah * bl + al * bh + al * bl];
};

export const add = (a: Pair, b: Pair): Pair => {
  const [s, e] = sum(a[0], b[0]);
  const [t, f] = sum(a[1], b[1]);
  const [u, v] = sum(s, e + t);
  return sum(u, v + f);
};
export const mul = (a: Pair, b: Pair): Pair => {
  const [p, e] = productOf(a[0], b[0]);
  return sum(p, e + a[0] * b[1] + a[1] * b[0]);
};
export const negative = ([high, low]: Pair): Pair => [-high, -low];
export const div = (a: Pair, b: Pair): Pair => {
  let quotient: Pair = [0, 0];
  let rest = a;
  for (let k = 0; k < 4; k++) {
    const digit: Pair = [rest[0] / b[0], 0];
    quotient = add(quotient, digit);
    rest = add(rest, negative(mul(digit, b)));
  }
  return quotient;
};

const LN2: Pair = [Math.LN2, 2.3190468138462996e-17];

/** e^x = fraction · 2^scale. */
function expOf(x: number): { readonly fraction: Pair; readonly scale: number } {
  const scale = Math.round(x / LN2[0]);
  const r = add([x, 0], negative(mul([scale, 0], LN2)));
  let total: Pair = [1, 0];
  for (let n = 30; n >= 1; n--) total = add([1, 0], div(mul(total, r), [n, 0]));
  return { fraction: total, scale };
}

/** Scales in two steps, so that neither overflows. */
export const exp = (x: number): Pair => {
  const { fraction, scale } = expOf(x);
  const half = Math.trunc(scale / 2);
  const rest = scale - half;
  return [fraction[0] * 2 ** half * 2 ** rest, fraction[1] * 2 ** half * 2 ** rest];
};

export const logistic = (x: number): Pair => {
  const e = exp(-Math.abs(x));
  return x >= 0 ? div([1, 0], add([1, 0], e)) : div(e, add([1, 0], e));
};
export const tanh = (x: number): Pair => {
  if (Math.abs(x) < 0.5) {
    const square = productOf(x, x);
    let odd: Pair = [1, 0];
    let even: Pair = [1, 0];
    for (let n = 30; n >= 2; n -= 2) {
      odd = add([1, 0], div(mul(odd, square), [n * (n + 1), 0]));
      even = add([1, 0], div(mul(even, square), [n * (n - 1), 0]));
    }
    return mul([x, 0], div(odd, even));
  }
  const e = exp(-2 * Math.abs(x));
  const value = div(add([1, 0], negative(e)), add([1, 0], e));
  return x < 0 ? negative(value) : value;
};
/** ln σ(x): −2 atanh(e/(2 + e)) with e = e^−|x|, less |x| for negative x. */
export const logLogistic = (x: number): Pair => {
  const e = exp(-Math.abs(x));
  const s = div(e, add([2, 0], e));
  const square = mul(s, s);
  let series: Pair = [0, 0];
  for (let n = 71; n >= 1; n -= 2) series = add(mul(series, square), div([1, 0], [n, 0]));
  const value = negative(mul([2, 0], mul(s, series)));
  return x >= 0 ? value : add([x, 0], value);
};
/** ln x = y + ln(1 + d), where y is the result of `Math.log` and x·e^−y = 1 + d. */
export const log = (x: number): Pair => {
  const y = Math.log(x);
  const d = add(mul([x, 0], exp(-y)), [-1, 0]);
  return add([y, 0], add(d, negative(mul([0.5, 0], mul(d, d)))));
};

import { exp, logistic, logLogistic, softplus, tanh } from './exp.ts';

/** A closed interval of values; ends may be infinite. */
export type Range = readonly [low: number, high: number];

/** How an operation is written: between its arguments, before its argument, or as a function of it. */
export type Notation =
  | { readonly kind: 'infix'; readonly symbol: string; readonly latex: string; readonly precedence: number }
  | { readonly kind: 'function'; readonly symbol: string; readonly latex: string }
  | { readonly kind: 'oneMinus' }
  | { readonly kind: 'constant'; readonly symbol: string }
  | { readonly kind: 'identity' };

/** One pointwise operation: its arithmetic, its notation and its picture. */
export interface Op {
  readonly arity: 0 | 1 | 2;
  /** The function of one element. `c` holds the constants the declaration gave (slope, limit …). */
  readonly scalar: (a: number, b: number, c: readonly number[]) => number;
  /** data[out+k] = scalar(data[a+k], data[b+k]) for k = 0…n−1, written out as one loop. */
  readonly forward: Loop;
  /** The values the result can take, given the ranges of the arguments. */
  readonly range: (a: Range, b: Range, c: readonly number[]) => Range;
  readonly notation: Notation;
  /** What the node of the diagram shows. */
  readonly glyph: string;
  /** In words, for sentences and screen readers. */
  readonly words: string;
}

/** An operation over n numbers of one buffer: `out` from `a` and `b`, with the constants `c`. */
export type Loop = (data: Float64Array, out: number, a: number, b: number, n: number, c: readonly number[]) => void;

const REAL: Range = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];

function unary(
  scalar: (a: number, b: number, c: readonly number[]) => number,
  forward: Loop,
  range: Op['range'],
  symbol: string,
  latex: string,
  words: string,
): Op {
  return { arity: 1, scalar, forward, range, notation: { kind: 'function', symbol, latex }, glyph: symbol, words };
}

/** A pointwise function whose loop need not be fast. */
function plain(
  scalar: (a: number, b: number, c: readonly number[]) => number,
  range: Op['range'],
  symbol: string,
  latex: string,
  words: string,
): Op {
  const forward: Loop = (data, out, a, _b, n, c) => {
    for (let k = 0; k < n; k++) data[out + k] = scalar(data[a + k] as number, 0, c);
  };
  return unary(scalar, forward, range, symbol, latex, words);
}

function corners(f: (x: number, y: number) => number, [a, b]: Range, [c, d]: Range): Range {
  const all = [f(a, c), f(a, d), f(b, c), f(b, d)].map((v) => (Number.isNaN(v) ? 0 : v));
  return [Math.min(...all), Math.max(...all)];
}

const at = (c: readonly number[], index: number): number => c[index] as number;
const monotone =
  (f: (a: number) => number): Op['range'] =>
  ([low, high]) => [f(low), f(high)];

export const ops = {
  sigmoid: unary(
    logistic,
    (data, out, a, _b, n) => {
      for (let k = 0; k < n; k++) data[out + k] = logistic(data[a + k]);
    },
    () => [0, 1],
    'σ',
    '\\sigma',
    'sigmoid',
  ),
  tanh: unary(
    tanh,
    (data, out, a, _b, n) => {
      for (let k = 0; k < n; k++) data[out + k] = tanh(data[a + k]);
    },
    () => [-1, 1],
    'tanh',
    '\\tanh',
    'tanh',
  ),
  relu: plain(
    (a) => (a > 0 ? a : 0),
    monotone((a) => Math.max(a, 0)),
    'relu',
    '\\operatorname{relu}',
    'relu',
  ),
  exp: plain(exp, monotone(exp), 'exp', '\\exp', 'exponential'),
  logSigmoid: plain(logLogistic, monotone(logLogistic), 'ln σ', '\\ln\\sigma', 'log of the sigmoid'),
  softplus: plain(softplus, monotone(softplus), 'softplus', '\\operatorname{softplus}', 'softplus'),
  softsign: plain(
    (a) => a / (1 + Math.abs(a)),
    () => [-1, 1],
    'softsign',
    '\\operatorname{softsign}',
    'softsign',
  ),
  /** clip(slope·a + shift, 0, 1); constants: slope, shift. */
  hardSigmoid: plain(
    (a, _b, c) => Math.min(1, Math.max(0, at(c, 0) * a + at(c, 1))),
    () => [0, 1],
    'hσ',
    '\\operatorname{h\\sigma}',
    'hard sigmoid',
  ),
  /** a for a ≥ 0, slope·a below; constant: slope. */
  leakyRelu: plain(
    (a, _b, c) => (a >= 0 ? a : at(c, 0) * a),
    () => REAL,
    'lrelu',
    '\\operatorname{lrelu}',
    'leaky relu',
  ),
  /** The value held inside ±limit; constant: limit. */
  clip: plain(
    (a, _b, c) => Math.min(at(c, 0), Math.max(-at(c, 0), a)),
    (_a, _b, c) => [-at(c, 0), at(c, 0)],
    'clip',
    '\\operatorname{clip}',
    'clip',
  ),
  identity: {
    arity: 1,
    scalar: (a) => a,
    forward: (data, out, a, _b, n) => {
      for (let k = 0; k < n; k++) data[out + k] = data[a + k] as number;
    },
    range: (a) => a,
    notation: { kind: 'identity' },
    glyph: 'id',
    words: 'unchanged',
  },
  one: {
    arity: 0,
    scalar: () => 1,
    forward: (data, out, _a, _b, n) => {
      for (let k = 0; k < n; k++) data[out + k] = 1;
    },
    range: () => [1, 1],
    notation: { kind: 'constant', symbol: '1' },
    glyph: '1',
    words: 'one',
  },
  oneMinus: {
    arity: 1,
    scalar: (a) => 1 - a,
    forward: (data, out, a, _b, n) => {
      for (let k = 0; k < n; k++) data[out + k] = 1 - data[a + k];
    },
    range: ([low, high]) => [1 - high, 1 - low],
    notation: { kind: 'oneMinus' },
    glyph: '1−',
    words: 'one minus',
  },
  add: {
    arity: 2,
    scalar: (a, b) => a + b,
    forward: (data, out, a, b, n) => {
      for (let k = 0; k < n; k++) data[out + k] = data[a + k] + data[b + k];
    },
    range: (a, b) => [a[0] + b[0], a[1] + b[1]],
    notation: { kind: 'infix', symbol: '+', latex: '+', precedence: 1 },
    glyph: '+',
    words: 'plus',
  },
  sub: {
    arity: 2,
    scalar: (a, b) => a - b,
    forward: (data, out, a, b, n) => {
      for (let k = 0; k < n; k++) data[out + k] = data[a + k] - data[b + k];
    },
    range: (a, b) => [a[0] - b[1], a[1] - b[0]],
    notation: { kind: 'infix', symbol: '−', latex: '-', precedence: 1 },
    glyph: '−',
    words: 'minus',
  },
  mul: {
    arity: 2,
    scalar: (a, b) => a * b,
    forward: (data, out, a, b, n) => {
      for (let k = 0; k < n; k++) data[out + k] = data[a + k] * data[b + k];
    },
    range: (a, b) => corners((x, y) => x * y, a, b),
    notation: { kind: 'infix', symbol: '⊙', latex: '\\odot', precedence: 2 },
    glyph: '×',
    words: 'times',
  },
  div: {
    arity: 2,
    scalar: (a, b) => a / b,
    forward: (data, out, a, b, n) => {
      for (let k = 0; k < n; k++) data[out + k] = data[a + k] / data[b + k];
    },
    range: () => REAL,
    notation: { kind: 'infix', symbol: '/', latex: '/', precedence: 2 },
    glyph: '÷',
    words: 'divided by',
  },
  max: {
    arity: 2,
    scalar: (a, b) => Math.max(a, b),
    forward: (data, out, a, b, n) => {
      for (let k = 0; k < n; k++) data[out + k] = Math.max(data[a + k] as number, data[b + k]);
    },
    range: (a, b) => [Math.max(a[0], b[0]), Math.max(a[1], b[1])],
    notation: { kind: 'function', symbol: 'max', latex: '\\max' },
    glyph: 'max',
    words: 'the larger of',
  },
} as const satisfies Record<string, Op>;

/** The name of an operation. */
export type OpName = keyof typeof ops;

/** The record of an operation by its name. */
export function opOf(name: OpName): Op {
  return ops[name];
}

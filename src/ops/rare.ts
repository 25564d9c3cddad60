import { exp as expOf, logistic } from './exp.ts';
import { logLogistic, softplus as softplusOf } from './log.ts';
import { normalise } from './normalise.ts';
import { monotone, type Op, type PointwiseOp, plain, type Range } from './op.ts';

// Operations that few cells use: a page that begins with others can do without. Where a function has a kink its derivative is
// the one that PyTorch takes: the slope below for leaky relu at 0, 1 for clip at ±limit.

const REAL: Range = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];

const shareOf = (a: number, b: number): number => logistic(logLogistic(a) - logLogistic(b));

export const exp = plain(expOf, (_a, y) => y, monotone(expOf), 'exp', '\\exp', 'exponential');
/** (ln σ)′(a) = σ(−a), from the argument: the value has lost it where σ is near 1. */
export const logSigmoid = plain(
  logLogistic,
  (a) => logistic(-a),
  monotone(logLogistic),
  'ln σ',
  '\\ln\\sigma',
  'log of the sigmoid',
);
/** ln |sgn a|: 0, and −∞ at 0; its derivative is 0 everywhere. */
export const logSign = plain(
  (a) => (a === 0 ? Number.NEGATIVE_INFINITY : 0),
  () => 0,
  () => [Number.NEGATIVE_INFINITY, 0],
  'ln sgn',
  '\\ln\\operatorname{sgn}',
  'log of the sign',
);
export const softplus = plain(
  softplusOf,
  logistic,
  monotone(softplusOf),
  'softplus',
  '\\operatorname{softplus}',
  'softplus',
);
export const softsign = plain(
  (a) => a / (1 + Math.abs(a)),
  (a) => 1 / ((1 + Math.abs(a)) * (1 + Math.abs(a))),
  () => [-1, 1],
  'softsign',
  '\\operatorname{softsign}',
  'softsign',
);
/** a for a ≥ 0, slope·a below; constant: slope. */
export const leakyRelu = plain(
  (a, _b, c) => (a >= 0 ? a : c[0] * a),
  (a, _y, c) => (a > 0 ? 1 : c[0]),
  () => REAL,
  'lrelu',
  '\\operatorname{lrelu}',
  'leaky relu',
);
/** The value held inside ±limit; constant: limit. */
export const clip = plain(
  (a, _b, c) => Math.min(c[0], Math.max(-c[0], a)),
  (a, _y, c) => (a >= -c[0] && a <= c[0] ? 1 : 0),
  (_a, _b, c) => [-c[0], c[0]],
  'clip',
  '\\operatorname{clip}',
  'clip',
);
export const one: PointwiseOp = {
  arity: 0,
  scalar: () => 1,
  forward: (data, out, _a, _b, n) => {
    for (let k = 0; k < n; k++) data[out + k] = 1;
  },
  backward: () => {},
  range: () => [1, 1],
  notation: { kind: 'constant', symbol: '1' },
  glyph: '1',
  words: 'one',
};

/** slope·a + shift; constants: slope, shift. */
export const scaleShift: PointwiseOp = {
  arity: 1,
  scalar: (a, _b, c) => c[0] * a + c[1],
  forward: (data, out, a, _b, n, c) => {
    for (let k = 0; k < n; k++) data[out + k] = c[0] * data[a + k] + c[1];
  },
  backward: (_data, grad, out, a, _b, n, c) => {
    for (let k = 0; k < n; k++) grad[a + k] += c[0] * grad[out + k];
  },
  range: ([low, high], _b, [slope, shift]) => {
    const ends = [slope * low + shift, slope * high + shift] as const;
    return slope < 0 ? [ends[1], ends[0]] : ends;
  },
  notation: { kind: 'scaleShift' },
  glyph: 'a·x+b',
  words: 'scaled and shifted',
};

export const sub: PointwiseOp = {
  arity: 2,
  scalar: (a, b) => a - b,
  forward: (data, out, a, b, n) => {
    for (let k = 0; k < n; k++) data[out + k] = data[a + k] - data[b + k];
  },
  backward: (_data, grad, out, a, b, n) => {
    for (let k = 0; k < n; k++) {
      grad[a + k] += grad[out + k];
      grad[b + k] -= grad[out + k];
    }
  },
  range: (a, b) => [a[0] - b[1], a[1] - b[0]],
  notation: { kind: 'infix', symbol: '−', latex: '-', precedence: 1 },
  glyph: '−',
  words: 'minus',
};

export const div: PointwiseOp = {
  arity: 2,
  scalar: (a, b) => a / b,
  forward: (data, out, a, b, n) => {
    for (let k = 0; k < n; k++) data[out + k] = data[a + k] / data[b + k];
  },
  backward: (data, grad, out, a, b, n) => {
    for (let k = 0; k < n; k++) {
      const share = grad[out + k] / data[b + k];
      grad[a + k] += share;
      grad[b + k] -= share * data[out + k];
    }
  },
  range: () => [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
  notation: { kind: 'infix', symbol: '/', latex: '/', precedence: 2 },
  glyph: '÷',
  words: 'divided by',
};

/** σ(a) / (σ(a) + σ(b)) = σ(ln σ(a) − ln σ(b)): right where both sigmoids underflow. */
export const share: PointwiseOp = {
  arity: 2,
  scalar: shareOf,
  forward: (data, out, a, b, n) => {
    for (let k = 0; k < n; k++) data[out + k] = shareOf(data[a + k], data[b + k]);
  },
  backward: (data, grad, out, a, b, n) => {
    for (let k = 0; k < n; k++) {
      const slope = grad[out + k] * shareOf(data[a + k], data[b + k]) * shareOf(data[b + k], data[a + k]);
      grad[a + k] += slope * logistic(-data[a + k]);
      grad[b + k] -= slope * logistic(-data[b + k]);
    }
  },
  range: () => [0, 1],
  notation: { kind: 'share' },
  glyph: 'share',
  words: 'the share of',
};

export const max: PointwiseOp = {
  arity: 2,
  scalar: (a, b) => Math.max(a, b),
  forward: (data, out, a, b, n) => {
    for (let k = 0; k < n; k++) data[out + k] = Math.max(data[a + k], data[b + k]);
  },
  /** Equal arguments share the gradient, half each, as in PyTorch. */
  backward: (data, grad, out, a, b, n) => {
    for (let k = 0; k < n; k++) {
      const share = data[a + k] > data[b + k] ? 1 : data[a + k] < data[b + k] ? 0 : 0.5;
      grad[a + k] += grad[out + k] * share;
      grad[b + k] += grad[out + k] * (1 - share);
    }
  },
  range: (a, b) => [Math.max(a[0], b[0]), Math.max(a[1], b[1])],
  notation: { kind: 'function', symbol: 'max', latex: '\\max' },
  glyph: 'max',
  words: 'the larger of',
};

export { normalise };

/** All of them by name. The builds of the site replace this table (`scripts/onDemand.ts`). */
export const rare = {
  exp,
  logSigmoid,
  logSign,
  softplus,
  softsign,
  leakyRelu,
  clip,
  normalise,
  one,
  scaleShift,
  sub,
  div,
  share,
  max,
} as const satisfies Record<string, Op>;

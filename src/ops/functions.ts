import { exp, logistic, logLogistic, softplus, tanh } from './exp.ts';
import { type Op, type PointwiseOp, plain, type Range, unary } from './op.ts';

const REAL: Range = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];

const at = (c: readonly number[], index: number): number => c[index];
const monotone =
  (f: (a: number) => number): Op['range'] =>
  ([low, high]) => [f(low), f(high)];

/**
 * The functions of one argument. Where a function has a kink its derivative is the one that PyTorch takes: 0 for relu
 * at 0 and for the hard sigmoid at its ends, the slope below for leaky relu at 0, 1 for clip at ±limit.
 */
export const functions = {
  /** σ′ = σ·(1 − σ), from the value. */
  sigmoid: unary(
    logistic,
    (data, out, a, _b, n) => {
      for (let k = 0; k < n; k++) data[out + k] = logistic(data[a + k]);
    },
    (data, grad, out, a, _b, n) => {
      for (let k = 0; k < n; k++) {
        const y = data[out + k];
        grad[a + k] += grad[out + k] * y * (1 - y);
      }
    },
    () => [0, 1],
    'σ',
    '\\sigma',
    'sigmoid',
  ),
  /** tanh′ = 1 − tanh², from the value, as a product: so it cancels least near ±1. */
  tanh: unary(
    tanh,
    (data, out, a, _b, n) => {
      for (let k = 0; k < n; k++) data[out + k] = tanh(data[a + k]);
    },
    (data, grad, out, a, _b, n) => {
      for (let k = 0; k < n; k++) {
        const y = data[out + k];
        grad[a + k] += grad[out + k] * (1 - y) * (1 + y);
      }
    },
    () => [-1, 1],
    'tanh',
    '\\tanh',
    'tanh',
  ),
  relu: plain(
    (a) => (a > 0 ? a : 0),
    (a) => (a > 0 ? 1 : 0),
    monotone((a) => Math.max(a, 0)),
    'relu',
    '\\operatorname{relu}',
    'relu',
  ),
  exp: plain(exp, (_a, y) => y, monotone(exp), 'exp', '\\exp', 'exponential'),
  /** (ln σ)′(a) = σ(−a), from the argument: the value has lost it where σ is near 1. */
  logSigmoid: plain(
    logLogistic,
    (a) => logistic(-a),
    monotone(logLogistic),
    'ln σ',
    '\\ln\\sigma',
    'log of the sigmoid',
  ),
  /** ln |sgn a|: 0, and −∞ at 0; its derivative is 0 everywhere. */
  logSign: plain(
    (a) => (a === 0 ? Number.NEGATIVE_INFINITY : 0),
    () => 0,
    () => [Number.NEGATIVE_INFINITY, 0],
    'ln sgn',
    '\\ln\\operatorname{sgn}',
    'log of the sign',
  ),
  softplus: plain(softplus, logistic, monotone(softplus), 'softplus', '\\operatorname{softplus}', 'softplus'),
  softsign: plain(
    (a) => a / (1 + Math.abs(a)),
    (a) => 1 / ((1 + Math.abs(a)) * (1 + Math.abs(a))),
    () => [-1, 1],
    'softsign',
    '\\operatorname{softsign}',
    'softsign',
  ),
  /** clip(slope·a + shift, 0, 1); constants: slope, shift. */
  hardSigmoid: plain(
    (a, _b, c) => Math.min(1, Math.max(0, at(c, 0) * a + at(c, 1))),
    (_a, y, c) => (y > 0 && y < 1 ? at(c, 0) : 0),
    () => [0, 1],
    'hσ',
    '\\operatorname{h\\sigma}',
    'hard sigmoid',
  ),
  /** a for a ≥ 0, slope·a below; constant: slope. */
  leakyRelu: plain(
    (a, _b, c) => (a >= 0 ? a : at(c, 0) * a),
    (a, _y, c) => (a > 0 ? 1 : at(c, 0)),
    () => REAL,
    'lrelu',
    '\\operatorname{lrelu}',
    'leaky relu',
  ),
  /** The value held inside ±limit; constant: limit. */
  clip: plain(
    (a, _b, c) => Math.min(at(c, 0), Math.max(-at(c, 0), a)),
    (a, _y, c) => (a >= -at(c, 0) && a <= at(c, 0) ? 1 : 0),
    (_a, _b, c) => [-at(c, 0), at(c, 0)],
    'clip',
    '\\operatorname{clip}',
    'clip',
  ),
} as const satisfies Record<string, PointwiseOp>;

import * as codes from './codes.ts';
import { exp, logSigmoid, sigmoid, softplus, tanh } from './functions.ts';

/** One pointwise instruction on one element, in float32; p and q are its constants. */
type Pointwise = (a: number, b: number, c: number, p: number, q: number) => number;

const f = Math.fround;

const shareOf = (a: number, b: number): number => sigmoid(f(logSigmoid(a) - logSigmoid(b)));
const shareBack = (a: number, b: number, c: number): number => f(f(a * f(shareOf(b, c) * shareOf(c, b))) * sigmoid(-b));

const byCode: readonly (readonly [number, Pointwise])[] = [
  [codes.SIGMOID, sigmoid],
  [codes.TANH, tanh],
  [codes.RELU, (a) => (a > 0 ? a : 0)],
  [codes.EXP, exp],
  [codes.LOG_SIGMOID, logSigmoid],
  [codes.SOFTPLUS, softplus],
  [codes.SOFTSIGN, (a) => f(a / f(1 + Math.abs(a)))],
  [codes.HARD_SIGMOID, (a, _b, _c, p, q) => Math.min(1, Math.max(0, f(f(p * a) + q)))],
  [codes.LEAKY_RELU, (a, _b, _c, p) => (a >= 0 ? a : f(p * a))],
  [codes.CLIP, (a, _b, _c, p) => Math.min(p, Math.max(-p, a))],
  [codes.COPY, (a) => a],
  [codes.CONSTANT, (_a, _b, _c, p) => p],
  [codes.ONE_MINUS, (a) => f(1 - a)],
  [codes.SUM, (a, b) => f(a + b)],
  [codes.DIFFERENCE, (a, b) => f(a - b)],
  [codes.TIMES, (a, b) => f(a * b)],
  [codes.QUOTIENT, (a, b) => f(a / b)],
  [codes.LARGER, (a, b) => Math.max(a, b)],
  [codes.NEGATIVE, (a) => -a],
  [codes.SIGMOID_BACK, (a, b) => f(f(a * b) * f(1 - b))],
  [codes.TANH_BACK, (a, b) => f(f(a * f(1 - b)) * f(1 + b))],
  [codes.RELU_BACK, (a, b) => (b > 0 ? a : 0)],
  [codes.LOG_SIGMOID_BACK, (a, b) => f(a * sigmoid(-b))],
  [codes.SOFTPLUS_BACK, (a, b) => f(a * sigmoid(b))],
  [codes.SOFTSIGN_BACK, (a, b) => f(a / f(f(1 + Math.abs(b)) * f(1 + Math.abs(b))))],
  [codes.HARD_SIGMOID_BACK, (a, b, _c, p) => (b > 0 && b < 1 ? f(a * p) : 0)],
  [codes.LEAKY_RELU_BACK, (a, b, _c, p) => (b > 0 ? a : f(a * p))],
  [codes.CLIP_BACK, (a, b, _c, p) => (b >= -p && b <= p ? a : 0)],
  [codes.DIVISOR_BACK, (a, b, c) => -f(f(a / b) * c)],
  [codes.SCALE_SHIFT, (a, _b, _c, p, q) => f(f(p * a) + q)],
  [codes.LOG_SIGN, (a) => (a === 0 ? Number.NEGATIVE_INFINITY : 0)],
  [codes.SHARE, shareOf],
  [codes.SHARE_BACK, shareBack],
  [codes.OTHER_SHARE_BACK, (a, b, c) => -shareBack(a, b, c)],
  [codes.SCALED, (a, _b, _c, p) => f(p * a)],
  [codes.LARGER_BACK, (a, b, c) => (b > c ? a : b < c ? 0 : f(a * 0.5))],
];

/** The pointwise instructions by their codes. */
export const pointwise: readonly Pointwise[] = [...byCode].sort(([a], [b]) => a - b).map(([, compute]) => compute);

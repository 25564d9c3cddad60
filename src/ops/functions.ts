import { logistic, tanh } from './exp.ts';
import { monotone, type PointwiseOp, plain, unary } from './op.ts';

/** The activations of most cells. Where one has a kink its derivative is the one that PyTorch takes: 0 in both. */
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
  /** clip(slope·a + shift, 0, 1); constants: slope, shift. */
  hardSigmoid: plain(
    (a, _b, c) => Math.min(1, Math.max(0, c[0] * a + c[1])),
    (_a, y, c) => (y > 0 && y < 1 ? c[0] : 0),
    () => [0, 1],
    'hσ',
    '\\operatorname{h\\sigma}',
    'hard sigmoid',
  ),
} as const satisfies Record<string, PointwiseOp>;

import { logistic, logLogistic } from './exp.ts';
import { functions } from './functions.ts';
import { normalise } from './normalise.ts';
import type { Op, Range } from './op.ts';

function corners(f: (x: number, y: number) => number, [a, b]: Range, [c, d]: Range): Range {
  const all = [f(a, c), f(a, d), f(b, c), f(b, d)].map((v) => (Number.isNaN(v) ? 0 : v));
  return [Math.min(...all), Math.max(...all)];
}

const shareOf = (a: number, b: number): number => logistic(logLogistic(a) - logLogistic(b));

/** Every operation a declaration may use. */
export const ops = {
  ...functions,
  normalise,
  identity: {
    arity: 1,
    scalar: (a) => a,
    forward: (data, out, a, _b, n) => {
      for (let k = 0; k < n; k++) data[out + k] = data[a + k];
    },
    backward: (_data, grad, out, a, _b, n) => {
      for (let k = 0; k < n; k++) grad[a + k] += grad[out + k];
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
    backward: () => {},
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
    backward: (_data, grad, out, a, _b, n) => {
      for (let k = 0; k < n; k++) grad[a + k] -= grad[out + k];
    },
    range: ([low, high]) => [1 - high, 1 - low],
    notation: { kind: 'oneMinus' },
    glyph: '1−',
    words: 'one minus',
  },
  /** slope·a + shift; constants: slope, shift. */
  scaleShift: {
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
  },
  add: {
    arity: 2,
    scalar: (a, b) => a + b,
    forward: (data, out, a, b, n) => {
      for (let k = 0; k < n; k++) data[out + k] = data[a + k] + data[b + k];
    },
    backward: (_data, grad, out, a, b, n) => {
      for (let k = 0; k < n; k++) {
        grad[a + k] += grad[out + k];
        grad[b + k] += grad[out + k];
      }
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
  },
  mul: {
    arity: 2,
    scalar: (a, b) => a * b,
    forward: (data, out, a, b, n) => {
      for (let k = 0; k < n; k++) data[out + k] = data[a + k] * data[b + k];
    },
    backward: (data, grad, out, a, b, n) => {
      for (let k = 0; k < n; k++) {
        grad[a + k] += grad[out + k] * data[b + k];
        grad[b + k] += grad[out + k] * data[a + k];
      }
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
  },
  /** σ(a) / (σ(a) + σ(b)) = σ(ln σ(a) − ln σ(b)): right where both sigmoids underflow. */
  share: {
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
  },
  max: {
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
  },
} as const satisfies Record<string, Op>;

/** The name of an operation. */
export type OpName = keyof typeof ops;

/** The text on the node of an operation: its glyph, or for a shift the constant that is added. */
export function glyphOf(name: OpName, constants: readonly number[]): string {
  const [slope, shift] = constants;
  if (name !== 'scaleShift' || slope !== 1) return ops[name].glyph;
  return `${shift < 0 ? '−' : '+'}${Math.abs(shift)}`;
}

/** The record of an operation by its name. */
export function opOf(name: OpName): Op {
  return ops[name];
}

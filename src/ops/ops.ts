import { functions } from './functions.ts';
import type { Op, Range } from './op.ts';
import { rare } from './rare.ts';

function corners(f: (x: number, y: number) => number, [a, b]: Range, [c, d]: Range): Range {
  const all = [f(a, c), f(a, d), f(b, c), f(b, d)].map((v) => (Number.isNaN(v) ? 0 : v));
  return [Math.min(...all), Math.max(...all)];
}

/** Every operation a declaration may use. */
export const ops = {
  ...functions,
  ...rare,
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

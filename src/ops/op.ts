/** A closed interval of values; ends may be infinite. */
export type Range = readonly [low: number, high: number];

/** The notation of an operation: between its arguments, before its argument, or as a function of it. */
export type Notation =
  | { readonly kind: 'infix'; readonly symbol: string; readonly latex: string; readonly precedence: number }
  | { readonly kind: 'function'; readonly symbol: string; readonly latex: string }
  | { readonly kind: 'oneMinus' }
  /** Its first constant times its argument, plus its second constant. */
  | { readonly kind: 'scaleShift' }
  /** σ of its first argument, divided by the sum of both σ. */
  | { readonly kind: 'share' }
  | { readonly kind: 'constant'; readonly symbol: string }
  | { readonly kind: 'identity' };

/** One operation: its arithmetic, its derivative, its notation and its picture. */
export type Op = PointwiseOp | VectorOp;

interface Described {
  readonly arity: 0 | 1 | 2;
  /** The result for vectors of n numbers, written out as loops. */
  readonly forward: Loop;
  /** The vector-Jacobian product of `forward`, written out as one loop. */
  readonly backward: BackwardLoop;
  /** The values that the result can take, given the ranges of the arguments. */
  readonly range: (a: Range, b: Range, c: readonly number[]) => Range;
  readonly notation: Notation;
  /** The glyph on the node of the diagram. */
  readonly glyph: string;
  /** In words, for sentences and screen readers. */
  readonly words: string;
}

/** An operation that works unit by unit: data[out+k] = scalar(data[a+k], data[b+k]). */
export interface PointwiseOp extends Described {
  /** The function of one element. `c` has the constants of the declaration (slope, limit …). */
  readonly scalar: Scalar;
  readonly statistics?: undefined;
}

/** An operation over a whole vector: each unit of its result is (a − mean) / deviation. */
export interface VectorOp extends Described {
  readonly arity: 1;
  /** Computes the statistics on which the result depends beside the unit's own argument. */
  readonly statistics: (a: ArrayLike<number>) => Statistics;
  readonly scalar?: undefined;
}

/** Mean and standard deviation of a vector. */
export interface Statistics {
  readonly mean: number;
  readonly deviation: number;
}

type Scalar = (a: number, b: number, c: readonly number[]) => number;

/** An operation over n numbers of one buffer: `out` from `a` and `b`, with the constants `c`. */
export type Loop = (data: Float64Array, out: number, a: number, b: number, n: number, c: readonly number[]) => void;

/**
 * grad[a+k] += grad[out+k] · ∂out/∂a and grad[b+k] += grad[out+k] · ∂out/∂b for k = 0…n−1: what the result is worth,
 * handed on to the arguments. `grad` is laid out like `data`, which still holds the values of the forward run.
 */
export type BackwardLoop = (
  data: Float64Array,
  grad: Float64Array,
  out: number,
  a: number,
  b: number,
  n: number,
  c: readonly number[],
) => void;

/** The description of a function of one argument beside its loops. */
type FunctionWords = readonly [range: Op['range'], symbol: string, latex: string, words: string];

/** A function of one argument. */
export function unary(
  scalar: Scalar,
  forward: Loop,
  backward: BackwardLoop,
  ...[range, symbol, latex, words]: FunctionWords
): PointwiseOp {
  const notation: Notation = { kind: 'function', symbol, latex };
  return { arity: 1, scalar, forward, backward, range, notation, glyph: symbol, words };
}

/** A function of one argument whose loops need not be fast. `slope` is its derivative, from the argument and the value. */
export function plain(
  scalar: Scalar,
  slope: (a: number, value: number, c: readonly number[]) => number,
  ...described: FunctionWords
): PointwiseOp {
  const forward: Loop = (data, out, a, _b, n, c) => {
    for (let k = 0; k < n; k++) data[out + k] = scalar(data[a + k], 0, c);
  };
  const backward: BackwardLoop = (data, grad, out, a, _b, n, c) => {
    for (let k = 0; k < n; k++) grad[a + k] += grad[out + k] * slope(data[a + k], data[out + k], c);
  };
  return unary(scalar, forward, backward, ...described);
}

/** The range of a function that never falls. */
export const monotone =
  (f: (a: number) => number): Op['range'] =>
  ([low, high]) => [f(low), f(high)];

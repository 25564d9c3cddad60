import { type OpName, opOf } from '../../ops/ops.ts';

/** A small picture of a pointwise function with one point marked, in a box of WIDTH × HEIGHT. */
export interface FunctionCurve {
  readonly path: string;
  /** The position at which the axes cross the box; clamped to its edge. */
  readonly zero: readonly [x: number, y: number];
  readonly point: readonly [x: number, y: number];
  /** The argument lies outside the part shown. */
  readonly beyond: boolean;
  /** The values at the left and right, and at the bottom and top edge. */
  readonly domain: readonly [number, number];
  readonly range: readonly [number, number];
}

export const WIDTH = 132;
export const HEIGHT = 76;
const STEPS = 66;
const WIDEST = 12;

/** The curve of an operation of one argument around the argument `at`. */
export function functionCurve(op: OpName, constants: readonly number[], at: number): FunctionCurve {
  const f = (a: number): number => opOf(op).scalar?.(a, 0, constants) ?? Number.NaN;
  const reach = Math.min(WIDEST, Math.max(op === 'exp' ? 1.5 : 4, Math.abs(Number.isFinite(at) ? at : WIDEST) * 1.15));
  const samples = Array.from({ length: STEPS + 1 }, (_, k): readonly [number, number] => {
    const a = -reach + (2 * reach * k) / STEPS;
    return [a, f(a)];
  });
  const values = samples.map(([, y]) => y).filter(Number.isFinite);
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const x = (a: number): number => ((clamp(a, -reach, reach) + reach) / (2 * reach)) * WIDTH;
  const y = (v: number): number => HEIGHT - 4 - ((clamp(v, low, high) - low) / (high - low || 1)) * (HEIGHT - 8);
  const place = ([a, v]: readonly [number, number]): string => `${x(a).toFixed(1)},${y(v).toFixed(1)}`;
  return {
    path: `M${samples.map(place).join('L')}`,
    zero: [x(0), y(0)],
    point: [x(at), y(f(at))],
    beyond: !(Math.abs(at) <= reach),
    domain: [-reach, reach],
    range: [low, high],
  };
}

const clamp = (v: number, low: number, high: number): number =>
  Number.isNaN(v) ? low : Math.min(high, Math.max(low, v));

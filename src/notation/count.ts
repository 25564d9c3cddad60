import type { Cell } from '../cell/cell.ts';
import type { Dim } from '../cell/expression.ts';
import { parameterCount, type Sizes } from '../cell/sizes.ts';
import type { Formula, Operator } from './formula.ts';
import { latexOf, plainOf } from './linear.ts';

/** The number of a cell's learned parameters, with its derivation. */
export interface ParameterCount {
  readonly count: number;
  /** 4 · H · (D + H + 1), as a formula, as text and as LaTeX. */
  readonly formula: Formula;
  readonly text: string;
  readonly latex: string;
}

const PLUS: Operator = { symbol: '+', latex: '+', precedence: 1, words: 'plus' };
const DOT: Operator = { symbol: '·', latex: '\\cdot', precedence: 2, words: 'times' };
const number = (n: number): Formula => ({ kind: 'number', key: null, text: String(n) });
const joined = (operator: Operator, parts: readonly Formula[]): Formula =>
  parts.reduce((left, right) => ({ kind: 'infix', key: null, operator, left, right }));

/**
 * The parameter count from the shapes alone. Every parameter has a row a unit, so H is a common factor: what is left
 * is a·D + b·H + c·P + d; the share that all of these have in common is written once, the rest behind it.
 */
export function parameterCountOf(cell: Cell, sizes: Sizes): ParameterCount {
  const columns = new Map<Dim | '1', number>();
  for (const { shape } of cell.parameters) {
    const [rows, across] = shape;
    const other = across === undefined ? '1' : rows === 'H' ? across : rows;
    columns.set(other, (columns.get(other) ?? 0) + 1);
  }
  const order = (['D', 'H', 'P', '1'] as const).filter((dim) => columns.has(dim));
  const common = Math.min(...columns.values());
  const factor = (dim: Dim | '1'): Formula =>
    dim === '1' ? number(1) : { kind: 'letter', key: null, letter: { letter: dim }, subscript: '' };
  const times = (n: number): readonly Formula[] => (n === 1 ? [factor('H')] : [number(n), factor('H')]);
  const rest = order
    .filter((dim) => (columns.get(dim) as number) > common)
    .map((dim) =>
      joined(DOT, [...times((columns.get(dim) as number) - common), ...(dim === '1' ? [] : [factor(dim)])]),
    );
  const shared = joined(DOT, [...times(common), joined(PLUS, order.map(factor))]);
  const formula = joined(PLUS, [shared, ...rest]);
  return { count: parameterCount(cell, sizes), formula, text: plainOf(formula), latex: latexOf(formula) };
}

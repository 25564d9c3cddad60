import type { Cell, Signal } from '../cell/cell.ts';
import { preActivationOf, type Ref, refKey } from '../cell/slot.ts';
import { opOf } from '../ops/ops.ts';
import { applied, letterOf, signalOf } from './equation.ts';
import type { Formula, Operator } from './formula.ts';
import { displayed, readBack } from './number.ts';
import { type Readings, valueAt } from './readings.ts';

/** An equation of one unit with numbers in place of letters: f₃ = σ(2.44) = 0.92. */
export interface NumberEquation {
  readonly signal: string;
  readonly label: string;
  readonly left: Formula;
  readonly right: Formula;
  /** “=” where the printed numbers give the printed result, “≈” where rounding shows. */
  readonly relation: '=' | '≈';
  /** Null where the right-hand side is the result already. */
  readonly result: Formula | null;
}

const DOT: Operator = { symbol: '·', latex: '\\cdot', precedence: 2, words: 'times' };

/** The equation of a signal in unit k (from 0) at timestep t, every letter replaced by its value. */
export function numberEquationOf(cell: Cell, readings: Readings, id: string, t: number, unit: number): NumberEquation {
  const signal = signalOf(cell, id);
  const letter = letterOf(cell, id);
  const value = (key: string): number => valueAt(readings, key, t, unit);
  const number = (key: string): Formula => ({ kind: 'number', key, text: displayed(value(key)) });

  const written = ({ op, args, constants, affine, id: own }: Signal): Formula =>
    scalar(
      applied(
        op,
        affine ? [number(op === 'identity' ? own : preActivationOf(own))] : args.map(operand),
        constants,
        own,
      ),
    );
  const operand = (ref: Ref): Formula =>
    ref.kind !== 'signal' || letterOf(cell, ref.id) ? number(refKey(ref)) : written(signalOf(cell, ref.id));

  const shown = (key: string): number => readBack(displayed(value(key)));
  const recomputed = ({ op, args, constants, affine, id: own }: Signal): number => {
    const [a = 0, b = 0] = affine
      ? [shown(preActivationOf(own))]
      : args.map((ref) =>
          ref.kind !== 'signal' || letterOf(cell, ref.id) ? shown(refKey(ref)) : recomputed(signalOf(cell, ref.id)),
        );
    return opOf(op).scalar(a, b, constants);
  };

  const right = written(signal);
  const result = number(id) as Formula & { kind: 'number' };
  return {
    signal: id,
    label: signal.info.label,
    left: letter
      ? { kind: 'letter', key: id, letter, subscript: { unit } }
      : { kind: 'word', key: id, text: `${signal.info.label} of unit ${unit + 1}` },
    right,
    relation: displayed(recomputed(signal)) === result.text ? '=' : '≈',
    result: right.kind === 'number' ? null : result,
  };
}

/** For single numbers the pointwise product is a plain one. */
function scalar(formula: Formula): Formula {
  return formula.kind === 'infix' && formula.operator.symbol === '⊙' ? { ...formula, operator: DOT } : formula;
}

import type { Cell, Signal } from '../cell/cell.ts';
import { preActivationOf, type Ref, refKey } from '../cell/slot.ts';
import type { VectorOp } from '../ops/op.ts';
import { opOf } from '../ops/ops.ts';
import { applied, DOT, letterOf, MINUS, signalOf } from './equation.ts';
import type { Formula } from './formula.ts';
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

/** The equation of a signal in unit k (from 0) at timestep t, every letter replaced by its value. */
export function numberEquationOf(cell: Cell, readings: Readings, id: string, t: number, unit: number): NumberEquation {
  const signal = signalOf(cell, id);
  const letter = letterOf(cell, id);
  const value = (key: string): number => valueAt(readings, key, t, unit);
  const number = (key: string): Formula => ({ kind: 'number', key, text: displayed(value(key)) });

  /** Over a whole vector: the distance from the mean, in standard deviations. */
  const standardised = (op: VectorOp, [ref]: readonly Ref[], own: string): Formula => {
    const { mean, deviation } = op.statistics(readings.read(ref, t));
    const constant = (figure: number): Formula => ({ kind: 'number', key: null, text: displayed(figure) });
    const above: Formula = {
      kind: 'infix',
      key: null,
      operator: MINUS,
      left: number(refKey(ref)),
      right: constant(mean),
    };
    return { kind: 'fraction', key: own, above, below: constant(deviation) };
  };

  const written = ({ op, args, constants, affine, id: own }: Signal): Formula => {
    const record = opOf(op);
    if (record.statistics) return standardised(record, args, own);
    return scalar(
      applied(
        op,
        affine ? [number(op === 'identity' ? own : preActivationOf(own))] : args.map(operand),
        constants,
        own,
      ),
    );
  };
  const operand = (ref: Ref): Formula =>
    ref.kind !== 'signal' || letterOf(cell, ref.id) ? number(refKey(ref)) : written(signalOf(cell, ref.id));

  const shown = (key: string): number => readBack(displayed(value(key)));
  const recomputed = ({ op, args, constants, affine, id: own }: Signal): number => {
    const [a = 0, b = 0] = affine
      ? [shown(preActivationOf(own))]
      : args.map((ref) =>
          ref.kind !== 'signal' || letterOf(cell, ref.id) ? shown(refKey(ref)) : recomputed(signalOf(cell, ref.id)),
        );
    const { scalar: compute, statistics } = opOf(op);
    if (compute) return compute(a, b, constants);
    const { mean, deviation } = statistics(readings.read(args[0], t));
    return (a - readBack(displayed(mean))) / readBack(displayed(deviation));
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

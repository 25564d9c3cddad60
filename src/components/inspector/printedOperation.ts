import type { LayerArithmetic } from '../../notation/arithmetic.ts';
import { applied } from '../../notation/equation.ts';
import { plainOf } from '../../notation/linear.ts';
import { displayed, readBack } from '../../notation/number.ts';
import { opOf } from '../../ops/ops.ts';

type Figure = LayerArithmetic['result'];

/** An operation on printed numbers, such as max(0.2, −1). */
export const writtenOf = (
  op: LayerArithmetic['op'],
  constants: readonly number[],
  operands: readonly Figure[],
): string =>
  plainOf(
    applied(
      op,
      operands.map(({ text }) => ({ kind: 'number', key: null, text })),
      constants,
      null,
    ),
  );

/** “=” where the printed operands give the printed result, “≈” where rounding shows. */
export function relationOf(
  op: LayerArithmetic['op'],
  constants: readonly number[],
  operands: readonly Figure[],
  result: Figure,
): '=' | '≈' {
  const [a = 0, b = 0] = operands.map(({ text }) => readBack(text));
  const value = opOf(op).scalar?.(a, b, constants);
  return value === undefined || displayed(value) === result.text ? '=' : '≈';
}

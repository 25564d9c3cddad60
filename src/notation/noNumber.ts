import type { Cell } from '../cell/cell.ts';
import { opOf } from '../ops/ops.ts';
import { type Arithmetic, arithmeticOf } from './arithmetic.ts';
import { signalOf } from './equation.ts';
import type { Readings, Weights } from './readings.ts';

/**
 * Says where a run first has a value that is not a number, and why: 0 × ∞, ∞ − ∞ or 0 / 0, after something grew beyond
 * what a number can be. Null where all values are numbers.
 */
export function noNumberSentence(cell: Cell, readings: Readings, weights: Weights): string | null {
  for (let t = 1; t <= readings.length; t++)
    for (const { id } of cell.signals) {
      const unit = Array.from(readings.values(id, t)).findIndex(Number.isNaN);
      if (unit < 0) continue;
      const reason = reasonOf(arithmeticOf(cell, readings, weights, { key: id, t, unit }));
      const { label } = signalOf(cell, id).info;
      return `From timestep ${t} on some values are not numbers (NaN), first in unit ${unit + 1} of the ${label}: ${reason}. Undo, or choose smaller weights or inputs.`;
    }
  return null;
}

function reasonOf(arithmetic: Arithmetic): string {
  if (arithmetic.kind === 'layer') {
    const lost = arithmetic.products.find(({ value }) => Number.isNaN(value));
    return lost ? `${lost.weight.text} × ${lost.input.text} has no value` : 'its sum adds ∞ and −∞';
  }
  if (arithmetic.kind !== 'pointwise') return 'values before it are infinite';
  const [a, b] = arithmetic.operands;
  if (arithmetic.op === 'add') return 'its sum adds ∞ and −∞';
  return b ? `${a.text} ${opOf(arithmetic.op).glyph} ${b.text} has no value` : 'the value before it is infinite';
}

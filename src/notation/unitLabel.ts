import type { Cell } from '../cell/cell.ts';
import type { Ref } from '../cell/slot.ts';
import { letterOf, signalOf } from './equation.ts';
import { plainOf } from './linear.ts';

/**
 * One element of a vector in a few characters: `h₃`, `C̃₁`, “kept memory” for a signal without a letter, `x “r”` for an
 * input whose name is known. Units are counted from 1 here, from 0 in the data.
 */
export function unitLabel(cell: Cell, ref: Ref, unit: number, features: readonly string[] = []): string {
  const feature = features[unit];
  if (ref.kind === 'input' && feature !== undefined) return `x “${feature}”`;
  const letter = letterOf(cell, ref.id);
  if (!letter) return signalOf(cell, ref.id).info.label;
  return plainOf({ kind: 'letter', key: null, letter, subscript: { unit } });
}

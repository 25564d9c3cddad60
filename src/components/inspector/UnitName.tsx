import type { Cell } from '../../cell/cell.ts';
import { idOfKey } from '../../cell/slot.ts';
import { letterOf, signalOf } from '../../notation/equation.ts';
import { type Markup, markupOf } from '../../notation/mathml.ts';
import { Mathematics } from '../equations/Mathematics.tsx';

interface UnitNameProps {
  readonly cell: Cell;
  /** The slot, `prev.C` or `f`; the time is not written. */
  readonly slot: string;
  readonly unit: number;
  readonly features?: readonly string[] | undefined;
}

/** One element of a vector, typeset: h₃, C̃₁, x “r”, or the label of a signal without a letter. */
export function UnitName({ cell, slot, unit, features = [] }: UnitNameProps) {
  const id = idOfKey(slot);
  const feature = id === 'x' ? features[unit] : undefined;
  const letter = letterOf(cell, id);
  if (!letter) return signalOf(cell, id).info.label;
  const formula = { kind: 'letter', key: null, letter, subscript: feature === undefined ? { unit } : '' } as const;
  const math: Markup = { tag: 'math', attributes: {}, children: [markupOf(formula)] };
  return (
    <>
      <Mathematics markup={math} />
      {feature === undefined ? '' : ` “${feature}”`}
    </>
  );
}

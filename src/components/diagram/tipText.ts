import type { Cell } from '../../cell/cell.ts';
import { idOfKey, type Ref, slotOf } from '../../cell/slot.ts';
import type { PictureState } from '../../figure/paint.ts';
import { letterText } from '../../figure/symbol.ts';
import { displayed } from '../../notation/number.ts';

/** The text of a tooltip about one unit of a vector. */
export interface TipText {
  readonly name: string;
  /** The printed letter with its timestep, or nothing where it has none. */
  readonly letter: string;
  readonly subscript: string;
  /** The unit, from 1; null for the input. */
  readonly unit: number | null;
  readonly value: string;
}

/** The name, letter, unit and value of what a key of the picture denotes; null for a key that the cell does not have. */
export function tipText(
  cell: Cell,
  key: string,
  unit: number,
  state: Pick<PictureState, 'read' | 'head' | 'token'>,
): TipText | null {
  const id = idOfKey(key);
  if (id === 'x') return { name: 'input', letter: 'x', subscript: 't', unit: null, value: `“${state.token(0) ?? ''}”` };
  const order = cell.signals.findIndex((signal) => signal.id === id);
  if (order < 0) return null;
  const { info } = cell.signals[order];
  const before = slotOf(key).kind === 'previous';
  const ref: Ref = { kind: before ? 'previous' : 'signal', id };
  const values = before || state.head > order ? state.read(ref, 0) : null;
  return {
    name: before ? `${info.label} before` : info.label,
    letter: info.symbol === undefined ? '' : letterText(info.symbol),
    subscript: before ? 't−1' : 't',
    unit: unit + 1,
    value: values ? displayed(values[Math.min(unit, values.length - 1)]) : 'not computed yet',
  };
}

import type { Cell } from '../cell/cell.ts';
import { type Ref, refKey } from '../cell/slot.ts';
import { letterOf } from './equation.ts';
import { plainOf } from './linear.ts';
import { displayed } from './number.ts';
import type { Readings } from './readings.ts';

/** One slot of a timestep with the values of all its units. */
export interface TableRow {
  /** The slot: `prev.C`, `f`. */
  readonly key: string;
  readonly label: string;
  /** The printed letter, or null. */
  readonly symbol: string | null;
  /** One entry a unit; null where it is not computed yet at the moment shown. */
  readonly cells: readonly { readonly value: number; readonly text: string }[] | null;
}

/** The table of one timestep: the states it starts from, then every signal in computing order, units as columns. */
export function tableOf(
  cell: Cell,
  readings: Readings,
  t: number,
  position = cell.signals.length,
): readonly TableRow[] {
  const row = (ref: Ref, label: string, computed: boolean): TableRow => {
    const letter = letterOf(cell, ref.id);
    const previous = ref.kind === 'previous';
    return {
      key: refKey(ref),
      label,
      symbol: letter && plainOf({ kind: 'letter', key: null, letter, subscript: previous ? 't−1' : 't' }),
      cells: computed ? Array.from(readings.read(ref, t), (value) => ({ value, text: displayed(value) })) : null,
    };
  };
  const labels = new Map(cell.signals.map((s) => [s.id, s.info.label]));
  return [
    ...cell.states.map(({ id }) => row({ kind: 'previous', id }, `previous ${labels.get(id)}`, true)),
    ...cell.signals.map(({ id, info }, k) => row({ kind: 'signal', id }, info.label, k < position)),
  ];
}

import type { Cell } from '../cell/cell.ts';
import { idOfKey, refKey, refsOf } from '../cell/slot.ts';
import { isGate } from './nodes.ts';

/** The scale on which a vector is coloured: gates from closed to open, everything else by sign and size. */
export function scalesOf(cell: Cell): (key: string) => 'gate' | 'signed' {
  const gates = new Set(cell.signals.filter(isGate).map((signal) => signal.id));
  return (key) => (gates.has(idOfKey(key)) ? 'gate' : 'signed');
}

/** The signals that a signal is computed from, as keys. */
export function inputsOf(cell: Cell, key: string): string[] {
  const signal = cell.signals.find(({ id }) => id === key);
  return signal ? refsOf(signal).map(refKey) : [];
}

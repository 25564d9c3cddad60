import type { Cell } from '../cell/cell.ts';
import { slotOf } from '../cell/slot.ts';
import type { PinMark } from '../figure/pinMarks.ts';
import { letterOf, signalOf } from '../notation/equation.ts';
import { plainOf } from '../notation/linear.ts';
import { displayed } from '../notation/number.ts';
import { unitLabel } from '../notation/unitLabel.ts';
import type { Derived } from './derive.ts';
import type { Pin } from './state.ts';

/** An intervention in words: “f held at 1”, “from t = 5”. */
export interface PinWords {
  /** The thing changed: `f`, `C₂`, “h before, in o”. */
  readonly what: string;
  /** The change of it: “held at 1”. */
  readonly becomes: string;
  /** When: “from t = 5”; empty where it is throughout. */
  readonly when: string;
}

/** An intervention of this cell in words. */
export function pinWords(cell: Cell, pin: Pin): PinWords {
  return { what: whatOf(cell, pin), becomes: changeWords(pin.change), when: spanWords(pin) };
}

/** The same in one line. */
export const pinSentence = (cell: Cell, pin: Pin): string =>
  Object.values(pinWords(cell, pin))
    .filter((part) => part !== '')
    .join(' ');

/** A signal, state or input by its letter, or by its name where it has none; with one unit, that one's. */
export function nameOf(cell: Cell, key: string, unit: number | null = null): string {
  const { id, kind } = slotOf(key);
  const letter = letterOf(cell, id);
  if (!letter) return signalOf(cell, id).info.label;
  const ref = id === 'x' ? ({ kind: 'input', id: 'x' } as const) : ({ kind: 'signal', id } as const);
  if (unit !== null && kind !== 'previous') return unitLabel(cell, ref, unit);
  return plainOf({ kind: 'letter', key: null, letter, subscript: kind === 'previous' ? 't−1' : '' });
}

function whatOf(cell: Cell, { key, to, units }: Pin): string {
  const [only] = units ?? [];
  const name = nameOf(cell, key, units?.length === 1 ? only : null);
  const numbers = units?.map((unit) => unit + 1).join(', ');
  const named = units && (units.length > 1 || name === nameOf(cell, key)) ? `${name} of unit ${numbers}` : name;
  return to === null ? named : `${named} in ${nameOf(cell, to)}`;
}

/** Names the units that change, to follow the words for the change; empty for all. */
const unitsWords = (units: Pin['units']): string =>
  units === null ? '' : ` in unit ${units.map((unit) => unit + 1).join(', ')}`;

/** Describes the change of a value: “held at 1”. */
function changeWords(change: Pin['change']): string {
  switch (change.kind) {
    case 'hold':
      return `held at ${displayed(change.value)}`;
    case 'scale':
      return `times ${displayed(change.factor)}`;
    case 'cut':
      return 'cut';
    case 'noise':
      return `with noise ±${displayed(change.size)}`;
    case 'borrow':
      if (change.from === 'timestep') return `as at t = ${change.at}`;
      return change.from === 'mean' ? 'at its mean' : 'from the other run';
  }
}

function spanWords({ from, until }: Pin): string {
  if (from === 0 && until === 0) return 'at the start';
  if (until === null) return from <= 1 ? '' : `from t = ${from}`;
  return from === until ? `at t = ${from}` : `t = ${from} to ${until}`;
}

/** Describes the interventions on a signal and on its arguments at a timestep in one unit, a sentence each; empty without any. */
export function heldWords(
  cell: Cell,
  pins: readonly Pin[],
  signal: string,
  t: number,
  unit: number,
): readonly string[] {
  const acts = ({ off, from, until, units }: Pin): boolean =>
    !off && t >= from && t <= (until ?? t) && (units === null || units.includes(unit));
  const forced = pins.filter((pin) => pin.to === null && pin.key === signal && acts(pin));
  const wires = pins.filter((pin) => pin.to === signal && acts({ ...pin, units: null }));
  return [...forced, ...wires].map((pin) => pinSentence(cell, pin));
}

/** The interventions that act at timestep t, as a picture of the cell marks them. */
export function pinMarks(
  { interventions, tape }: Pick<Derived, 'interventions' | 'tape'>,
  t: number,
): readonly PinMark[] {
  return interventions
    .filter(({ off, from, until }) => !off && t >= from && t <= (until ?? tape.length))
    .map(({ key, to, units, change }) => ({ key, to, words: `${changeWords(change)}${unitsWords(units)}` }));
}

import type { Cell } from '../../cell/cell.ts';
import { refKey, refsOf, slotOf } from '../../cell/slot.ts';
import { Refusal } from '../../text/refusal.ts';
import type { Tape } from '../tape.ts';

/** The change of a value. */
export type Change =
  /** The value becomes this number, in every unit. */
  | { readonly kind: 'hold'; readonly value: number }
  /** The value is multiplied by a factor. */
  | { readonly kind: 'scale'; readonly factor: number }
  /** The value becomes 0. */
  | { readonly kind: 'cut' }
  /** The value becomes that of the other run at the same timestep. */
  | { readonly kind: 'borrow'; readonly from: 'other' }
  /** The value becomes that of the run without interventions at timestep `at`. */
  | { readonly kind: 'borrow'; readonly from: 'timestep'; readonly at: number }
  /** The value becomes its mean over all timesteps of the run without interventions, unit by unit. */
  | { readonly kind: 'borrow'; readonly from: 'mean' }
  /** Noise from a seed is added: uniform in ±size, another number for every timestep and unit. */
  | { readonly kind: 'noise'; readonly size: number; readonly seed: number };

/** One change of a run: of a signal, an input or an initial state for every signal that reads it, or on one wire. */
export interface Intervention {
  /**
   * The target of the change: a signal's id or `x`; at timestep 0, the initial value of a state. On a wire also `prev.C`, the
   * state C of the timestep before as `to` sees it.
   */
  readonly key: string;
  /** The only signal that sees the change, which then acts on one wire; null: every signal that reads the target. */
  readonly to: string | null;
  /** The units that change, from 0; null: all. */
  readonly units: readonly number[] | null;
  /** The first timestep, from 1 (0 for an initial state); on a wire, that of the signal it leads to. */
  readonly from: number;
  /** The last timestep; null: the end. */
  readonly until: number | null;
  readonly change: Change;
}

/** A wire of a cell: the slot that is read, and the signal that reads it. */
export interface Wire {
  readonly key: string;
  readonly to: string;
}

/** Every wire of a cell. */
export function wiresOf(cell: Cell): readonly Wire[] {
  return cell.signals.flatMap(({ id: to, ...signal }) =>
    [...new Set(refsOf(signal).map(refKey))].map((key) => ({ key, to })),
  );
}

/** Checks interventions in a run of this program and length. Throws a sentence that names what there is. */
export function checkInterventions(
  { program: { cell, slots }, length: T }: Pick<Tape, 'program' | 'length'>,
  interventions: readonly Intervention[],
): void {
  const names = ['x', ...cell.signals.map(({ id }) => id)];
  const states = cell.states.map(({ id }) => id);
  const wires = wiresOf(cell);
  for (const { key, to, units, from, until, change } of interventions) {
    const { id, kind } = slotOf(key);
    const name = to === null ? key : `${key} on its way to ${to}`;
    if (to === null && !names.includes(key))
      throw new Refusal(`${cell.name} has no “${key}” to change; it has ${names.join(', ')}`);
    if (to !== null && !wires.some((wire) => wire.key === key && wire.to === to)) {
      const ends = wires.filter((wire) => wire.key === key).map((wire) => wire.to);
      throw new Refusal(
        ends.length > 0
          ? `${key} does not lead to “${to}”, but to ${ends.join(', ')}`
          : `${cell.name} has no wire from “${key}”`,
      );
    }
    const earliest = to === null && kind === 'current' && states.includes(id) ? 0 : 1;
    const last = until ?? Math.max(T, from);
    if (!Number.isInteger(from) || !Number.isInteger(last) || from < earliest || from > T || last < from || last > T)
      throw new Refusal(
        `${name} cannot change at timesteps ${from} to ${until ?? 'the end'}; they go from ${earliest} to ${T}`,
      );
    const size = slots.get(id)?.size ?? 0;
    const wrong = units?.find((unit) => !(Number.isInteger(unit) && unit >= 0 && unit < size));
    if (wrong !== undefined) throw new Refusal(`${name} has no unit ${wrong}; its units go from 0 to ${size - 1}`);
    checkNumbers(name, change);
    if (change.kind !== 'borrow') continue;
    const first = kind === 'current' && states.includes(id) ? 0 : 1;
    if (change.from === 'timestep' && !(Number.isInteger(change.at) && change.at >= first && change.at <= T))
      throw new Refusal(`${name} cannot be borrowed from timestep ${change.at}; timesteps go from ${first} to ${T}`);
  }
}

function checkNumbers(name: string, change: Change): void {
  const numbers =
    change.kind === 'hold'
      ? [change.value]
      : change.kind === 'scale'
        ? [change.factor]
        : change.kind === 'noise'
          ? [change.size, change.seed]
          : [];
  if (!numbers.every(Number.isFinite))
    throw new Refusal(`${name} can only be changed by finite numbers, not by ${numbers.join(', ')}`);
}

/** Checks that the other run has what is borrowed from it. Throws a sentence. */
export function checkLender(free: Tape, interventions: readonly Intervention[], other: Tape | undefined): void {
  for (const { key, until, change } of interventions) {
    if (change.kind !== 'borrow' || change.from !== 'other') continue;
    const { id } = slotOf(key);
    const { size } = free.slot(id);
    const last = until ?? free.length;
    if (!other) throw new Refusal(`${key} cannot be borrowed without another run`);
    if (other.program.slots.get(id)?.size !== size)
      throw new Refusal(`${key} cannot be borrowed: the other run has no ${id} of ${size} units`);
    if (other.length < last)
      throw new Refusal(`${key} cannot be borrowed at timestep ${last}: the other run has ${other.length}`);
  }
}

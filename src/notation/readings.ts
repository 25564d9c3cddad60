import { type Ref, slotOf, timestepOfKey } from '../cell/slot.ts';

/** The values of a run as the notation reads them; a tape is one. t counts from 1, frame 0 holds the initial states. */
export interface Readings {
  readonly length: number;
  /** A slot (`x`, a signal's id, `<id>.pre`) at timestep t. */
  values(slot: string, t: number): ArrayLike<number>;
  /** Reads the value of a reference at timestep t. */
  read(ref: Ref, t: number): ArrayLike<number>;
}

/** Parameter values by name, row-major. */
export type Weights = Readonly<Record<string, ArrayLike<number>>>;

/** The value that a key (`f`, `prev.C`, `f.pre`) names at timestep t in unit k. */
export function valueAt(readings: Readings, key: string, t: number, unit: number): number {
  const { id, kind } = slotOf(key);
  return readings.values(kind === 'previous' ? id : key, timestepOfKey(key, t))[unit];
}

import { slotOf } from '../../cell/slot.ts';
import { uniform } from '../parameters.ts';
import type { Tape } from '../tape.ts';
import type { Edit } from './edit.ts';
import type { Intervention } from './intervention.ts';

/** The numbers of an intervention on the run `free`, from this run or the other. They are constants for all derivatives. */
export function editOf({ key, units: given, from, until, change }: Intervention, free: Tape, other?: Tape): Edit {
  const { id, kind } = slotOf(key);
  const before = kind === 'previous' ? 1 : 0;
  const last = until ?? free.length;
  const units = given ?? Array.from({ length: free.slot(id).size }, (_, k) => k);
  const each = (offset: (t: number, unit: number) => number): Float64Array =>
    Float64Array.from({ length: (last - from + 1) * units.length }, (_, k) =>
      offset(from + Math.floor(k / units.length), units[k % units.length]),
    );
  const span = { from, until: last, units };
  if (change.kind === 'cut') return { ...span, factor: 0, offsets: null };
  if (change.kind === 'scale') return { ...span, factor: change.factor, offsets: null };
  if (change.kind === 'hold') return { ...span, factor: 0, offsets: each(() => change.value) };
  if (change.kind === 'noise') {
    const { size } = free.slot(id);
    return { ...span, factor: 1, offsets: each((t, unit) => change.size * uniform(change.seed, t * size + unit)) };
  }
  if (change.from === 'mean') {
    const mean = meanOf(free, id);
    return { ...span, factor: 0, offsets: each((_, unit) => mean[unit]) };
  }
  const lender = change.from === 'other' ? other : free;
  if (!lender) throw new Error(`${key} cannot be borrowed without another run`);
  const at = (t: number): number => (change.from === 'timestep' ? change.at : t) - before;
  return { ...span, factor: 0, offsets: each((t, unit) => lender.values(id, at(t))[unit]) };
}

/** The mean of a signal over all timesteps, unit by unit. */
export function meanOf(tape: Tape, signal: string): Float64Array {
  const mean = new Float64Array(tape.slot(signal).size);
  for (let t = 1; t <= tape.length; t++) {
    const values = tape.values(signal, t);
    for (let k = 0; k < mean.length; k++) mean[k] += values[k] / tape.length;
  }
  return mean;
}

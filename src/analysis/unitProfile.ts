import type { Tape } from '../engine/tape.ts';

/** One value of a unit, with its run and timestep. */
export interface UnitMoment {
  readonly run: number;
  readonly t: number;
  readonly value: number;
}

/** Moments at which a unit of a signal is highest and lowest, at most one per run, the most extreme first. */
export function extremesOf(
  tapes: readonly Tape[],
  signal: string,
  unit: number,
): { readonly highest: readonly UnitMoment[]; readonly lowest: readonly UnitMoment[] } {
  const farthest = (sign: 1 | -1): readonly UnitMoment[] =>
    tapes
      .flatMap((tape, run): UnitMoment[] => {
        const values = valuesOf(tape, signal, unit);
        const at = values.reduce((best, value, k) => (sign * value > sign * values[best] ? k : best), 0);
        return values.length > 0 ? [{ run, t: at + 1, value: values[at] }] : [];
      })
      .sort((a, b) => sign * (b.value - a.value) || a.run - b.run);
  return { highest: farthest(1), lowest: farthest(-1) };
}

/** A histogram of a unit's values. */
export interface Histogram {
  readonly low: number;
  readonly high: number;
  readonly mean: number;
  /** Number of timesteps in each bin; bins of equal width span the lowest to the highest value. */
  readonly counts: readonly number[];
}

/** Histogram of a unit's values over all timesteps of these runs, with bins of equal width; a constant falls into the first bin. */
export function histogramOf(tapes: readonly Tape[], signal: string, unit: number, parts: number): Histogram {
  const values = tapes.flatMap((tape) => valuesOf(tape, signal, unit));
  const low = values.reduce((least, value) => Math.min(least, value), values[0] ?? 0);
  const high = values.reduce((most, value) => Math.max(most, value), low);
  const counts = new Array<number>(parts).fill(0);
  for (const value of values)
    counts[high > low ? Math.min(parts - 1, Math.floor((parts * (value - low)) / (high - low))) : 0]++;
  const mean = values.reduce((sum, value) => sum + value / values.length, 0);
  return { low, high, mean, counts };
}

/** Mean of a unit's gate over all timesteps, and over the tenths at which the unit is highest and lowest. */
export interface GateThere {
  readonly gate: string;
  readonly highest: number;
  readonly always: number;
  readonly lowest: number;
}

/** Mean gates of a unit over all timesteps, and over the tenths at which the unit of the signal is highest and lowest. */
export function gatesThere(tapes: readonly Tape[], signal: string, unit: number): readonly GateThere[] {
  const [first] = tapes;
  if (!first) return [];
  const moments = tapes
    .flatMap((tape) => valuesOf(tape, signal, unit).map((value, k) => ({ tape, t: k + 1, value })))
    .sort((a, b) => b.value - a.value);
  const tenth = Math.max(1, Math.round(moments.length / 10));
  const gates = first.program.cell.signals.filter(({ id, info }) => info.role === 'gate' && first.slot(id).size > unit);
  return gates.map(({ id }) => {
    const mean = (some: typeof moments): number =>
      some.reduce((sum, { tape, t }) => sum + tape.values(id, t)[unit] / some.length, 0);
    return {
      gate: id,
      highest: mean(moments.slice(0, tenth)),
      always: mean(moments),
      lowest: mean(moments.slice(-tenth)),
    };
  });
}

/** The values of a unit at every timestep of a run. */
const valuesOf = (tape: Tape, signal: string, unit: number): number[] =>
  Array.from({ length: tape.length }, (_, k) => tape.values(signal, k + 1)[unit]);

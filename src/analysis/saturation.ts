import type { Tape } from '../engine/tape.ts';

/** Below this a gate counts as shut, as in Karpathy, Johnson & Li 2015, “Visualizing and understanding recurrent networks”. */
export const SHUT = 0.1;
/** Above this a gate counts as open. */
export const OPEN = 0.9;

/** The saturation of one unit of a gate. */
export interface Saturation {
  readonly signal: string;
  readonly unit: number;
  /** The share of timesteps below `SHUT`. */
  readonly shut: number;
  /** The share of timesteps above `OPEN`. */
  readonly open: number;
}

/**
 * For every gate and unit of a cell the shares of all timesteps of these runs at which it was shut and open. Gates that
 * can leave [0, 1] (exponential ones) are left out. Without a timestep there are no shares: an empty list.
 */
export function saturationOf(tapes: readonly Tape[]): readonly Saturation[] {
  const [first] = tapes;
  const timesteps = tapes.reduce((sum, tape) => sum + tape.length, 0);
  if (!first || timesteps === 0) return [];
  const gates = first.program.cell.signals.filter(
    ({ info, range }) => info.role === 'gate' && range[0] >= 0 && range[1] <= 1,
  );
  return gates.flatMap(({ id, dim }) => {
    const size = first.program.sizes[dim];
    const shut = new Float64Array(size);
    const open = new Float64Array(size);
    for (const tape of tapes)
      for (let t = 1; t <= tape.length; t++) {
        const values = tape.values(id, t);
        for (let unit = 0; unit < size; unit++) {
          if (values[unit] < SHUT) shut[unit]++;
          if (values[unit] > OPEN) open[unit]++;
        }
      }
    return Array.from(shut, (count, unit) => ({
      signal: id,
      unit,
      shut: count / timesteps,
      open: open[unit] / timesteps,
    }));
  });
}

/** Averages the saturation of a gate over its units; one entry a gate, in the order of the cell. */
export function saturationByGate(saturation: readonly Saturation[]): readonly Omit<Saturation, 'unit'>[] {
  const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
  return [...new Set(saturation.map(({ signal }) => signal))].map((signal) => {
    const units = saturation.filter((one) => one.signal === signal);
    return { signal, shut: mean(units.map(({ shut }) => shut)), open: mean(units.map(({ open }) => open)) };
  });
}

/** The share of all gate values of a run that lie below `SHUT` or above `OPEN`; null for a cell without such gates, or an empty run. */
export function saturatedShare(tape: Tape): number | null {
  const units = saturationOf([tape]);
  return units.length === 0 ? null : units.reduce((sum, { shut, open }) => sum + shut + open, 0) / units.length;
}

import type { Tape } from '../engine/tape.ts';

/** A value at which two runs differ. */
export interface Difference {
  readonly timestep: number;
  /** A signal, `x`, or at timestep 0 a state. */
  readonly signal: string;
  /** The unit at which they differ most. */
  readonly unit: number;
  readonly a: number;
  readonly b: number;
}

/** Tells whether a comparison leaves out a signal at a timestep. */
export type Except = (signal: string, timestep: number) => boolean;

/**
 * The first value, in the order of computing, at which two runs differ by more than `threshold` from timestep `from` on:
 * among the initial states (timestep 0), the inputs, and the signals of one name and size. Null where there is none.
 */
export function parting(
  a: Tape,
  b: Tape,
  threshold: number,
  from = 0,
  except: Except = () => false,
): Difference | null {
  const last = Math.min(a.length, b.length);
  for (let t = from; t <= last; t++) {
    for (const signal of comparedAt(a, b, t)) {
      if (except(signal, t)) continue;
      const found = largestAt(a, b, signal, t);
      if (found && !(Math.abs(found.b - found.a) <= threshold)) return found;
    }
  }
  return null;
}

/**
 * Every timestep at which a signal begins to differ by more than `threshold`, having been closer at the timestep before:
 * the first such signal of each.
 */
export function partings(a: Tape, b: Tape, threshold: number): readonly Difference[] {
  const apart = (signal: string, t: number): boolean => {
    const found = largestAt(a, b, signal, t);
    return found !== null && !(Math.abs(found.b - found.a) <= threshold);
  };
  const found: Difference[] = [];
  for (let t = 0; t <= Math.min(a.length, b.length); t++) {
    const before = (signal: string): boolean =>
      t > 0 && comparedAt(a, b, t - 1).includes(signal) && apart(signal, t - 1);
    const fresh = comparedAt(a, b, t).find((signal) => apart(signal, t) && !before(signal));
    const one = fresh === undefined ? null : largestAt(a, b, fresh, t);
    if (one) found.push(one);
  }
  return found;
}

/** Lists the signals that both runs have at a timestep, in the order in which run A computes them. */
function comparedAt(a: Tape, b: Tape, t: number): readonly string[] {
  const { cell } = a.program;
  const ids = t === 0 ? cell.states.map(({ id }) => id) : ['x', ...cell.signals.map(({ id }) => id)];
  const isState = (id: string): boolean => t > 0 || b.program.cell.states.some((state) => state.id === id);
  return ids.filter((id) => a.slot(id).size === b.program.slots.get(id)?.size && isState(id));
}

/** The unit of a signal at which two runs differ most. One that is no number in one of them differs more than any other. */
function largestAt(a: Tape, b: Tape, signal: string, timestep: number): Difference | null {
  const [one, other] = [a.values(signal, timestep), b.values(signal, timestep)];
  let unit = -1;
  let most = 0;
  for (let k = 0; k < one.length; k++) {
    if (Object.is(one[k], other[k])) continue;
    const size = Math.abs(other[k] - one[k]);
    if (size <= most) continue;
    unit = k;
    most = Number.isNaN(size) ? Number.POSITIVE_INFINITY : size;
  }
  return unit < 0 ? null : { timestep, signal, unit, a: one[unit], b: other[unit] };
}

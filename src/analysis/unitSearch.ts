import { uniform } from '../engine/parameters.ts';
import type { Tape } from '../engine/tape.ts';
import { correlation } from './correlation.ts';

/** One sequence that was run, and what was true at each of its timesteps. */
export interface Observed {
  readonly tape: Tape;
  /** Timestep t at index t − 1; NaN where there is nothing to follow. */
  readonly track: readonly number[];
}

/** The agreement of one unit of one signal with the track. */
export interface Found {
  readonly signal: string;
  readonly unit: number;
  /** r on the sequences that were searched. */
  readonly searched: number;
  /** The same on sequences that the search did not see. */
  readonly confirmed: number;
}

/** The result of a search. */
export interface Search {
  /** Every unit of every signal, the closest first; also those that follow nothing. */
  readonly found: readonly Found[];
  /** The chance level of the best unit: the 95th percentile over the shuffles. */
  readonly chance: number;
  /** The number of timesteps with something to follow, searched and confirmed. */
  readonly samples: readonly [searched: number, confirmed: number];
}

/** True if a unit exceeds chance on both halves of the sequences, with the same sign. */
export function holdsIn({ chance }: Pick<Search, 'chance'>, { searched, confirmed }: Found): boolean {
  return Math.abs(searched) > chance && Math.abs(confirmed) > chance && searched * confirmed > 0;
}

/** The settings of a search. */
export interface SearchSettings {
  readonly seed: number;
  /** The number of shuffles of the tracks. Default 100. */
  readonly shuffles?: number;
}

/**
 * Searches for the unit, gate or state that follows a track: sorted by |r| on the first half of the sequences and measured anew
 * on the second half. For chance, the searched sequences swap their tracks as wholes: timesteps of one sequence hang
 * together, and shuffling them singly would make everything look surprising. Throws with fewer than four sequences.
 */
export function searchUnits(observed: readonly Observed[], { seed, shuffles = 100 }: SearchSettings): Search {
  if (observed.length < 4)
    throw new RangeError('A search needs at least four sequences: two to search and two to confirm the result');
  const middle = Math.ceil(observed.length / 2);
  const [first, second] = [observed.slice(0, middle), observed.slice(middle)];
  const measured = measurerOf(first);
  const checked = measurerOf(second);
  const searched = measured(first.map(({ track }) => track));
  const confirmed = checked(second.map(({ track }) => track));
  const best = Array.from({ length: shuffles }, (_, turn) => {
    const order = shuffled(first.length, seed, turn);
    return Math.max(...measured(order.map((k) => first[k].track)).values.map(Math.abs));
  }).sort((a, b) => a - b);
  const found = placesOf(observed[0].tape).map(({ signal, unit }, k) => ({
    signal,
    unit,
    searched: searched.values[k],
    confirmed: confirmed.values[k],
  }));
  return {
    found: found.sort((a, b) => Math.abs(b.searched) - Math.abs(a.searched)),
    chance: best[Math.ceil(0.95 * shuffles) - 1] ?? 0,
    samples: [searched.samples, confirmed.samples],
  };
}

/** Every unit of every signal, with its place in a frame. */
function placesOf({ program: { cell, sizes, slots } }: Tape): { signal: string; unit: number; at: number }[] {
  return cell.signals.flatMap(({ id, dim }) =>
    Array.from({ length: sizes[dim] }, (_, unit) => ({ signal: id, unit, at: (slots.get(id)?.offset ?? 0) + unit })),
  );
}

interface Measured {
  /** The correlation of each unit, in the order of `placesOf`. */
  readonly values: readonly number[];
  readonly samples: number;
}

/** Measures all units of these runs against tracks, one a run. */
function measurerOf(observed: readonly Observed[]): (tracks: readonly (readonly number[])[]) => Measured {
  const places = placesOf(observed[0].tape);
  return (tracks) => {
    const samples = observed.flatMap(({ tape }, n) =>
      Array.from({ length: Math.min(tape.length, tracks[n].length) }, (_, k) => k + 1)
        .filter((t) => !Number.isNaN(tracks[n][t - 1]))
        .map((t) => ({ data: tape.data, frame: t * tape.program.frameSize, value: tracks[n][t - 1] })),
    );
    const track = Float64Array.from(samples, ({ value }) => value);
    const unit = new Float64Array(samples.length);
    const values = places.map(({ at }) => {
      for (let k = 0; k < unit.length; k++) unit[k] = samples[k].data[samples[k].frame + at];
      return correlation(unit, track);
    });
    return { values, samples: samples.length };
  };
}

/** The numbers 0 to n − 1 in an order that seed and turn decide (Fisher & Yates). */
function shuffled(n: number, seed: number, turn: number): readonly number[] {
  const order = Array.from({ length: n }, (_, k) => k);
  for (let k = n - 1; k > 0; k--) {
    const other = Math.floor(((uniform(seed, turn * n + k) + 1) / 2) * (k + 1));
    [order[k], order[other]] = [order[other], order[k]];
  }
  return order;
}

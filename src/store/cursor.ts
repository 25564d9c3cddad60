import type { Cell } from '../cell/cell.ts';
import { layerKey, slotOf } from '../cell/slot.ts';
import type { Derived, StageSpan } from './derive.ts';
import type { Cursor, Granularity, Selection } from './state.ts';

/** The bounds within which a cursor moves. */
export interface Extent {
  /** Timesteps. */
  readonly T: number;
  /** Signals of one timestep. */
  readonly N: number;
  readonly stages: readonly StageSpan[];
  /** The moment past which nothing is shown yet; null for a run that may be seen to its end. */
  readonly until: Cursor | null;
}

/** The bounds that a run sets to the cursor. */
export function extentOf({ tape, cell, stages }: Derived, until: Cursor | null = null): Extent {
  return { T: tape.length, N: cell.signals.length, stages, until };
}

/** The bounds of runs in step: the signals of the first, and the timesteps of the longest. */
export function extentAmong(runs: readonly Derived[], until: Cursor | null = null): Extent {
  return { ...extentOf(runs[0], until), T: Math.max(...runs.map(({ tape }) => tape.length)) };
}

/** The nearest cursor within bounds. */
export function clampedCursor(cursor: Cursor, extent: Extent): Cursor {
  const { T, N } = extent;
  const t = T === 0 ? 0 : whole(cursor.t, 1, T);
  const position = T === 0 ? 0 : whole(cursor.position, 0, N);
  const within = t === cursor.t && position === cursor.position ? cursor : { t, position };
  const last = lastOf(extent);
  return isBefore(last, within) ? last : within;
}

/** The cursor one step on or back; at the ends it stays where it is. Back from the first step lies (1, 0). */
export function stepped(cursor: Cursor, direction: 1 | -1, granularity: Granularity, extent: Extent): Cursor {
  const { T, N } = extent;
  const { t, position } = cursor;
  if (T === 0) return cursor;
  const stops = stopsOf(granularity, extent);
  if (direction > 0) {
    const next = stops.find((stop) => stop > position);
    if (next !== undefined) return { t, position: next };
    return t < T ? { t: t + 1, position: stops[0] } : cursor;
  }
  const back = stops.findLast((stop) => stop < position);
  if (back !== undefined) return { t, position: back };
  if (t > 1) return { t: t - 1, position: N };
  return position > 0 ? { t, position: 0 } : cursor;
}

/** True if nothing is left to compute. */
export function isAtEnd(cursor: Cursor, extent: Extent): boolean {
  return extent.T === 0 || !isBefore(cursor, lastOf(extent));
}

const isBefore = (a: Cursor, b: Cursor): boolean => a.t < b.t || (a.t === b.t && a.position < b.position);

/** The last moment that may be shown. */
function lastOf({ T, N, until }: Extent): Cursor {
  const end = { t: T, position: T === 0 ? 0 : N };
  return until && isBefore(until, end) ? until : end;
}

/** The position in the cell `to` at which as much is computed as at this position in `from`. */
export function positionAcross(position: number, from: Cell, to: Cell): number {
  if (position >= from.signals.length) return to.signals.length;
  for (let k = position; k > 0; k--) {
    const at = to.signals.findIndex((signal) => signal.id === from.signals[k - 1].id);
    if (at >= 0) return at + 1;
  }
  return 0;
}

/** True if a slot has its value once `position` signals of the timestep are computed. */
export function isComputed({ signals }: Cell, key: string, position: number): boolean {
  const { id, kind } = slotOf(key);
  return kind === 'previous' || id === 'x' || signals.findIndex((signal) => signal.id === id) < position;
}

/** The length of what a `data-signal` key means, or null where the cell has no such thing. */
export function lengthOfSignal(key: string, { cell, sizes, program }: Derived): number | null {
  const { id, kind } = slotOf(key);
  if (kind !== 'previous') return program.slots.get(key)?.size ?? null;
  const state = cell.states.find((s) => s.id === id);
  return state ? sizes[state.dim] : null;
}

/** The selection as far as the cell has it; a pre-activation counts as its layer. */
export function fittedSelection({ signal, unit }: Selection, derived: Derived): Selection {
  const key = signal === null ? null : layerKey(signal);
  const length = key === null ? null : lengthOfSignal(key, derived);
  return { signal: length === null ? null : key, unit: whole(unit, 0, (length ?? derived.sizes.H) - 1) };
}

/** The selection as far as one of the runs has it, the first before the others. */
export function selectionAmong(selection: Selection, runs: readonly Derived[]): Selection {
  const fitted = runs.map((run) => fittedSelection(selection, run));
  return fitted.find(({ signal }) => signal !== null) ?? fitted[0];
}

function stopsOf(granularity: Granularity, { N, stages }: Extent): readonly number[] {
  if (granularity === 'timestep') return [N];
  if (granularity === 'stage') return stages.map((stage) => stage.end);
  return Array.from({ length: N }, (_, k) => k + 1);
}

function whole(value: number, low: number, high: number): number {
  return Number.isNaN(value) ? low : Math.min(high, Math.max(low, Math.round(value)));
}

import type { KeyboardEvent } from 'react';
import type { Block } from './blocks.ts';
import type { TimelineProps } from './Timeline.tsx';

/** The present position in the strips, from which keys move. */
export interface Standing {
  /** The timestep shown, and how many there are. */
  readonly t: number;
  readonly T: number;
  readonly signal: string | null;
  readonly unit: number;
  readonly blocks: readonly Block[];
  /** The units of each block, from top to bottom. */
  readonly orders: ReadonlyMap<string, readonly number[]>;
}

/** A timestep to go to, or a row to select. */
type KeyMove = { readonly t: number } | { readonly signal: string; readonly unit: number };

/** The target of a key: left and right through time, with Shift ten at once, up and down through the rows; else null. */
function keyMove(key: string, shift: boolean, { t, T, signal, unit, blocks, orders }: Standing): KeyMove | null {
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: -1,
    ArrowRight: 1,
    PageUp: -10,
    PageDown: 10,
    Home: -T,
    End: T,
  };
  const step = steps[key];
  if (step !== undefined) return { t: Math.max(Math.min(1, T), Math.min(T, t + step * (shift ? 10 : 1))) };
  if (key !== 'ArrowUp' && key !== 'ArrowDown') return null;
  const rows = blocks.flatMap(({ id }) => (orders.get(id) ?? []).map((k) => ({ signal: id, unit: k })));
  const here = rows.findIndex((row) => row.signal === signal && row.unit === unit);
  const next = here < 0 ? 0 : here + (key === 'ArrowDown' ? 1 : -1);
  return rows[Math.max(0, Math.min(rows.length - 1, next))] ?? { t };
}

/** Moves by a key that is pressed on the strips themselves, and keeps it from the page around them. */
export function moveByKey(
  event: KeyboardEvent,
  standing: Standing,
  { onCursor, onSelect }: Pick<TimelineProps, 'onCursor' | 'onSelect'>,
): void {
  if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
  const to = keyMove(event.key, event.shiftKey, standing);
  if (!to) return;
  if ('t' in to) onCursor(to.t);
  else onSelect(to.signal, to.unit);
  event.preventDefault();
  event.stopPropagation();
}

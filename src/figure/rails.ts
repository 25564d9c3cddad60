import type { Cell } from '../cell/cell.ts';
import { previousOf } from '../cell/slot.ts';

/** A row on which states enter and leave the cell; several that share one run side by side, as a bus. */
export interface Rail {
  readonly row: number;
  readonly states: readonly string[];
}

/** The rails of a cell, in the order of its states. On a bus the state computed furthest to the right comes first. */
export function railsOf({ states, signals }: Pick<Cell, 'states' | 'signals'>): Rail[] {
  const columnOf = (id: string): number => signals.find((signal) => signal.id === id)?.info.at[0] ?? 0;
  return [...new Set(states.map(({ rail }) => rail))].map((row) => ({
    row,
    states: states
      .filter(({ rail }) => rail === row)
      .map(({ id }) => id)
      .sort((a, b) => columnOf(b) - columnOf(a)),
  }));
}

/** The name of the net that brings a rail's states in: `prev.C`, or for a bus `prev.o+prev.i`. */
export const netOfRail = ({ states }: Pick<Rail, 'states'>): string => states.map(previousOf).join('+');

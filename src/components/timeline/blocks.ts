import type { Cell } from '../../cell/cell.ts';
import { colourScaleOf } from '../../cell/colourScale.ts';
import type { Letter } from '../../cell/declaration.ts';
import type { Tape } from '../../engine/tape.ts';
import { tokenLabel } from '../../text/tokens.ts';
import type { ScaleKind } from '../../theme/colour.ts';
import { orderOf, type UnitOrder, unitsOf } from './unitOrder.ts';

/** One strip: a signal, or the input. */
export interface Block {
  readonly id: string;
  readonly label: string;
  readonly symbol: string | Letter | null;
  readonly kind: 'gate' | 'signed';
}

/** The input and every signal, in the order of computation. */
export function blocksOf(cell: Cell): readonly Block[] {
  return [
    { id: 'x', label: 'input', symbol: 'x', kind: 'signed' },
    ...cell.signals.map(
      (s): Block => ({ id: s.id, label: s.info.label, symbol: s.info.symbol ?? null, kind: colourScaleOf(s) }),
    ),
  ];
}

/** The name of a row of a strip: an input by its feature, anything else by its unit. */
export const rowName = (id: string, unit: number, features: readonly string[]): string =>
  id === 'x' ? `“${tokenLabel(features[unit])}”` : `unit\u00a0${unit + 1}`;

/** The name of a strip beside its letter; that of its row where it is the line of one. */
export const stripName = ({ id, label, symbol }: Block, unit: number | null, features: readonly string[]): string =>
  unit === null ? label : `${symbol === null ? `${label}, ` : ''}${rowName(id, unit, features)}`;

/** The scales of the colours in these strips, of gradients if there is a largest one. */
export function kindsOf(largest: number | null, blocks: readonly Pick<Block, 'kind'>[]): readonly ScaleKind[] {
  if (largest !== null) return ['gradient'];
  return blocks.some(({ kind }) => kind === 'gate') ? ['gate', 'signed'] : ['signed'];
}

/** The strips that are enough at a glance: the memory of the cell, the first state that it declares, and what it shows. */
export function restingOf({ states, output }: Cell, blocks: readonly Block[]): readonly string[] {
  const memory = states.find(({ id }) => blocks.some((block) => block.id === id && block.kind === 'signed'));
  return [...new Set([memory?.id ?? output, output])];
}

/** The units of every block from top to bottom: sorted as `sortedBy` is, and only those of the list. */
export function ordersOf(
  tape: Tape,
  blocks: readonly Block[],
  sortedBy: string,
  sorting: UnitOrder,
  list: string,
): ReadonlyMap<string, readonly number[]> {
  const order = orderOf(tape, sortedBy, sorting);
  return new Map(
    blocks.map(({ id }) => {
      const { size } = tape.slot(id);
      const own = size === order.length && (id !== 'x' || sortedBy === 'x') ? order : orderOf(tape, id, 'index');
      const chosen = id === 'x' ? null : unitsOf(list, size);
      return [id, chosen ? own.filter((unit) => chosen.includes(unit)) : own] as const;
    }),
  );
}

/** The last timestep that is computed of the block with this index; the input, the first block, comes before all signals. */
export const computedAt = (
  { t, position }: { readonly t: number; readonly position: number },
  index: number,
): number => (index <= position ? t : t - 1);

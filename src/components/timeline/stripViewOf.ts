import type { Tape } from '../../engine/tape.ts';
import type { Block } from './blocks.ts';
import { type Columns, rowHeightOf } from './columns.ts';
import { framesUntil } from './frames.ts';
import type { StripView } from './stripView.ts';

/** The run that strips show, and how. */
export interface StripSource {
  readonly tape: Tape;
  /** Another run, outlined where it differs; null where there is none. */
  readonly ghost: Tape | null;
  /** The units of each block from top to bottom. */
  readonly orders: ReadonlyMap<string, readonly number[]>;
  readonly columns: Columns;
  /** The height that the rows of a strip share, in CSS pixels; undefined for the default. */
  readonly height: number | undefined;
  readonly dark: boolean;
  readonly cursor: { readonly t: number };
  readonly selection: { readonly signal: string | null; readonly unit: number };
  /** The largest gradient, which gives the scale, or null where values are shown. */
  readonly largest: number | null;
  /** True if the selected unit is drawn as a line. */
  readonly lines: boolean;
  readonly hidesFuture?: boolean;
  /** The last timestep at which a block is computed. */
  readonly computedOf: (block: Block) => number;
}

/** The view of a block's strip. */
export function stripViewOf(block: Block, source: StripSource): StripView {
  const { tape, ghost, orders, columns, height, dark, selection, largest, lines, hidesFuture, computedOf } = source;
  const order = orders.get(block.id) ?? [];
  const computed = computedOf(block);
  return {
    frames: hidesFuture ? framesUntil(tape, computed) : tape,
    ghost: hidesFuture ? null : ghost,
    signal: block.id,
    kind: largest === null ? block.kind : 'gradient',
    one: largest || undefined,
    order,
    dark,
    columns,
    rowHeight: rowHeightOf(order.length, height),
    computed,
    unit: lines ? Math.min(selection.unit, tape.slot(block.id).size - 1) : null,
  };
}

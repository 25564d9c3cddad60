import type { Cell } from '../cell/cell.ts';
import { loopRoom } from './loop.ts';
import { type Box, measures, type Pixel } from './measures.ts';
import { evenSpacing, type Spacing } from './spacing.ts';

/** The cell between its neighbours, or alone with its states looping back. */
export type Chain = 'unfolded' | 'folded';

/** The positions of a cell's body and its two bubbles. The body's left edge is x = 0, the belt y = 0. */
export interface Extent {
  readonly body: Box;
  readonly input: Pixel;
  readonly output: Pixel;
  /** Room that the loops of the folded chain take around the body. */
  readonly loops: { readonly above: number; readonly below: number };
  /** The reach of the chain's wires beyond the body. */
  readonly gap: number;
}

/** The extent of a cell, which follows from its declaration without any wire. */
export function extentOf(cell: Cell, chain: Chain, spacing: Spacing = evenSpacing(cell.declaration)): Extent {
  const { columns, rows, gap } = spacing;
  const { row, bubble } = measures;
  const [right, bottom] = [columns[columns.length - 1], rows[rows.length - 1]];
  const body: Box = { x: 0, y: -1.25 * row, width: right, height: bottom + 0.85 * row };
  const loops = chain === 'folded' ? loopRoom(cell) : { above: 0, below: 0 };
  return {
    body,
    loops,
    gap,
    input: { x: columns[cell.declaration.inputAt], y: body.y + body.height + 24 + loops.below + bubble },
    output: { x: columns[cell.declaration.outputAt], y: body.y - 24 - loops.above - bubble },
  };
}

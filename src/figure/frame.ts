import type { Cell } from '../cell/cell.ts';
import { type Neighbours, neighboursIn, roomFor } from './chain.ts';
import { type Chain, type Extent, extentOf } from './extent.ts';
import { measures } from './measures.ts';

/** A view that several cells share: one scale, with the left edges and the bottoms of their bodies in one place. */
export interface Frame {
  /** Room to the left and to the right of the body's left edge. */
  readonly left: number;
  readonly right: number;
  /** Room above and below the body's bottom. */
  readonly above: number;
  readonly below: number;
}

/** The smallest frame for each of the cells with so many neighbours on either side. */
export function frameOf(cells: readonly Cell[], chain: Chain, neighbours: number): Frame {
  return frameAround(
    cells.map((cell) => extentOf(cell, chain)),
    chain,
    neighbours,
  );
}

/** The smallest frame for each of the extents. */
export function frameAround(extents: readonly Extent[], chain: Chain, neighbours: number): Frame {
  const largest = (of: (extent: Extent) => number): number => Math.max(...extents.map(of));
  const side = ({ loops, gap }: Extent): number =>
    chain === 'folded' ? Math.max(loops.above, loops.below) + 20 : roomFor(neighbours, gap);
  const edge = measures.bubble + 6;
  return {
    left: largest(side),
    right: largest((extent) => extent.body.width + side(extent)),
    above: largest(({ body, output }) => bottomOf(body) - output.y + edge),
    below: largest(({ body, input }) => input.y + edge - bottomOf(body)),
  };
}

/** The smallest frame that shows what each of the two shows. */
export const unionOf = (a: Frame, b: Frame): Frame => ({
  left: Math.max(a.left, b.left),
  right: Math.max(a.right, b.right),
  above: Math.max(a.above, b.above),
  below: Math.max(a.below, b.below),
});

const bottomOf = (body: Extent['body']): number => body.y + body.height;

/** The part of a picture's plane that a frame shows: min-x, min-y, width, height. */
export function viewBoxOf(
  { body }: Pick<Extent, 'body'>,
  { left, right, above, below }: Frame,
): readonly [number, number, number, number] {
  return [-left, bottomOf(body) - above, left + right, above + below];
}

/** The neighbours that a frame has room for: a narrow cell has more of them after it. */
export function neighboursOf({ body }: Pick<Extent, 'body'>, { left, right }: Frame): Neighbours {
  return [neighboursIn(left), neighboursIn(right - body.width)];
}

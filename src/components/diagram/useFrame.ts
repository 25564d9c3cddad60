import { useMemo } from 'react';
import type { Cell } from '../../cell/cell.ts';
import { type Chain, type Extent, extentOf } from '../../figure/extent.ts';
import { type Frame, frameAround, frameOf, neighboursOf, unionOf } from '../../figure/frame.ts';
import { mainFrame } from '../../figure/mainFrame.ts';
import { useMedia } from '../useMedia.ts';

/**
 * The part of its plane that the diagram shows on a wide screen: all main cells share a frame and so a scale; a larger cell widens
 * it. Cells that are shown `together` share one without neighbours. Cells keep their left edges in one place, except that
 * a folded cell is centred and, if `centresNarrow`, a cell that leaves room for more neighbours after it than before; what
 * is centred so stands in the middle of the height too.
 */
export function useFrame(cell: Cell, chain: Chain, together: readonly Cell[] | null, centresNarrow: boolean): Frame {
  const medium = useMedia('screen and (max-width: 64rem)');
  return useMemo(
    () => (together ? frameOf(together, chain, 0) : sharedFrame(cell, chain, { medium, centresNarrow })),
    [cell, chain, together, medium, centresNarrow],
  );
}

/** The frame that a cell shares with the main cells; on a medium screen it has fewer neighbours. */
export function sharedFrame(
  cell: Cell,
  chain: Chain,
  { medium, centresNarrow }: { readonly medium: boolean; readonly centresNarrow: boolean },
): Frame {
  const atMost = medium ? 1 : 2;
  const frame = unionOf(mainFrame(chain, atMost), frameOf([cell], chain, atMost));
  const extent = extentOf(cell, chain);
  const [before, after] = neighboursOf(extent, frame);
  if (chain !== 'folded' && !(centresNarrow && after > before)) return frame;
  return centresNarrow ? raised(centred(frame, extent), frameAround([extent], chain, 0)) : centred(frame, extent);
}

/** The frame with as much spare room below as above what the `tight` one shows. */
function raised(frame: Frame, tight: Frame): Frame {
  const beyond = (frame.above - tight.above - (frame.below - tight.below)) / 2;
  return { ...frame, above: frame.above - beyond, below: frame.below + beyond };
}

/** The frame with the body in its middle. */
function centred(frame: Frame, { body: { width } }: Extent): Frame {
  const beside = (frame.left + frame.right - width) / 2;
  return { ...frame, left: beside, right: width + beside };
}

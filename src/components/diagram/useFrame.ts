import { useMemo } from 'react';
import { type Cell, cellOf } from '../../cell/cell.ts';
import { mainCells } from '../../cells/index.ts';
import { type Chain, extentOf } from '../../figure/extent.ts';
import { type Frame, frameOf } from '../../figure/frame.ts';
import { useMedia } from '../useMedia.ts';

/**
 * The part of its plane that the diagram shows on a wide screen: all main cells share a frame and so a scale; a larger cell widens
 * it. Cells that are shown `together` share one without neighbours.
 */
export function useFrame(cell: Cell, chain: Chain, together: readonly Cell[] | null): Frame {
  const medium = useMedia('screen and (max-width: 64rem)');
  return useMemo(() => {
    if (together) return frameOf(together, chain, 0);
    const all = [...mainCells.map((declaration) => cellOf(declaration)), cell];
    return centred(frameOf(all, chain, medium ? 1 : 2), cell, chain);
  }, [cell, chain, together, medium]);
}

/** A folded cell has no neighbours and is centred. */
function centred(frame: Frame, cell: Cell, chain: Chain): Frame {
  if (chain !== 'folded') return frame;
  const { width } = extentOf(cell, chain).body;
  const beside = (frame.left + frame.right - width) / 2;
  return { ...frame, left: beside, right: width + beside };
}

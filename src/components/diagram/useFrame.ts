import { useMemo } from 'react';
import { type Cell, cellOf } from '../../cell/cell.ts';
import { mainCells } from '../../cells/index.ts';
import type { Chain } from '../../figure/extent.ts';
import { type Frame, frameOf } from '../../figure/frame.ts';
import { useMedia } from '../useMedia.ts';

/**
 * What the diagram shows of its plane. All main cells share a frame, so that they are seen at one scale; a larger cell
 * widens it, and on a narrow screen each cell has its own, without neighbours.
 */
export function useFrame(cell: Cell, chain: Chain): Frame {
  const narrow = useMedia('(max-width: 40rem)');
  const medium = useMedia('(max-width: 64rem)');
  return useMemo(
    () =>
      narrow
        ? frameOf([cell], chain, 0)
        : frameOf([...mainCells.map((declaration) => cellOf(declaration)), cell], chain, medium ? 1 : 2),
    [cell, chain, narrow, medium],
  );
}

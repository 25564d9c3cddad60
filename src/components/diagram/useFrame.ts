import { useMemo } from 'react';
import { type Cell, cellOf } from '../../cell/cell.ts';
import { mainCells } from '../../cells/index.ts';
import type { Chain } from '../../figure/extent.ts';
import { type Frame, frameOf } from '../../figure/frame.ts';
import { useMedia } from '../useMedia.ts';

/** What the diagram shows of its plane on a wide screen: all main cells share a frame and so a scale; a larger cell widens it. */
export function useFrame(cell: Cell, chain: Chain): Frame {
  const medium = useMedia('(max-width: 64rem)');
  return useMemo(
    () => frameOf([...mainCells.map((declaration) => cellOf(declaration)), cell], chain, medium ? 1 : 2),
    [cell, chain, medium],
  );
}

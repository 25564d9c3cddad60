import { cellOf } from '../cell/cell.ts';
import { mainCells } from '../cells/index.ts';
import type { Chain } from './extent.ts';
import { type Frame, frameOf } from './frame.ts';

/** The smallest frame for each of the main cells with so many neighbours. A built page has it as numbers (`scripts/knownFigures.ts`). */
export const mainFrame = (chain: Chain, neighbours: 1 | 2): Frame =>
  frameOf(
    mainCells.map((declaration) => cellOf(declaration)),
    chain,
    neighbours,
  );

import type { CellDeclaration } from '../cell/declaration.ts';
import { fullGateRecurrence, greff } from './greff.ts';
import { janet } from './janet.ts';
import { layerNormLstm } from './layerNorm.ts';
import { mgu } from './mgu.ts';
import { minGru, minLstm } from './minimal.ts';
import { slstm } from './slstm.ts';

/** The cells under “More”. The builds of the site replace this module (`scripts/onDemand.ts`). */
export const more = [greff, fullGateRecurrence, janet, layerNormLstm, mgu, minGru, minLstm, slstm] as const;

/** Fetches the cells under “More”. */
export const fetchMore = async (): Promise<readonly CellDeclaration[]> => more;

import type { CellDeclaration } from '../cell/declaration.ts';
import { coupled } from './coupled.ts';
import { fullGateRecurrence, greff } from './greff.ts';
import { gru } from './gru.ts';
import { janet } from './janet.ts';
import { layerNormLstm } from './layerNorm.ts';
import { lstm } from './lstm.ts';
import { mgu } from './mgu.ts';
import { minGru, minLstm } from './minimal.ts';
import { peephole } from './peephole.ts';
import { rnn } from './rnn.ts';
import { slstm } from './slstm.ts';

/** The cells of the main switch, in its order. */
export const mainCells: readonly CellDeclaration[] = [rnn, lstm, peephole, coupled, gru];

/** The cells under “More”. */
export const moreCells: readonly CellDeclaration[] = [
  greff,
  fullGateRecurrence,
  janet,
  layerNormLstm,
  mgu,
  minGru,
  minLstm,
  slstm,
];

/** Every cell there is. */
export const registry: readonly CellDeclaration[] = [...mainCells, ...moreCells];

/** The declaration with this id, or undefined. */
export function declarationOf(id: string): CellDeclaration | undefined {
  return registry.find((declaration) => declaration.id === id);
}

/** What a cell is called; the id itself where there is none. */
export function nameOf(id: string): string {
  return declarationOf(id)?.name ?? id;
}

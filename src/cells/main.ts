import type { CellDeclaration } from '../cell/declaration.ts';
import { coupled } from './coupled.ts';
import { gru } from './gru.ts';
import { lstm } from './lstm.ts';
import { peephole } from './peephole.ts';
import { rnn } from './rnn.ts';

/** The cells of the main switch, in its order. The build of the frame replaces this module (`scripts/onDemand.ts`). */
export const main = [rnn, lstm, peephole, coupled, gru] as const;

/** Fetches the cells of the main switch. */
export const fetchMain = async (): Promise<readonly CellDeclaration[]> => main;

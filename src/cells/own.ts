import type { CellDeclaration } from '../cell/declaration.ts';

/**
 * Fetches one cell alone, with its pictures, where a build has each in a file of its own; undefined where there is none of
 * this id. The build of the frame replaces this module (`scripts/onDemand.ts`).
 */
export const fetchOwn = async (_id: string): Promise<CellDeclaration | undefined> => undefined;

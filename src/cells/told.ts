import type { CellDeclaration } from '../cell/declaration.ts';

/**
 * The declaration of a cell with its sentences: its summary and source, the questions of its stages, the hints of its signals.
 * The build of the frame replaces this module (`scripts/onDemand.ts`), because a picture begins without them.
 */
export const told = (declaration: CellDeclaration): CellDeclaration => declaration;

/**
 * The columns and rows of cells alone on a narrow screen, by the key of their routes. A built page has those of the cells that pages
 * begin with, put in by `scripts/knownFigures.ts`; elsewhere there are none, and all are computed.
 */
export const knownSpacings: Readonly<Record<string, readonly [columns: readonly number[], rows: readonly number[]]>> =
  {};

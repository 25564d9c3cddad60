/**
 * The routes of cells by their key, written as text (`routes.ts`). A built page has those of the cells that pages begin with, put in
 * by `scripts/knownFigures.ts`, and need not route what it draws first; elsewhere there are none, and all are computed.
 */
export const knownRoutes: Readonly<Record<string, string>> = {};

import { fetchCells } from '../../cells/index.ts';

/** Fetches what comes after the first picture of a lesson, and every cell: a chapter may show any. */
export const fetchLater = async () => (await Promise.all([import('./later.ts'), fetchCells()]))[0];

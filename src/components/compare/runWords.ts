import type { Derived } from '../../store/derive.ts';

/** The letters of the runs, the first one first. */
export const LETTERS = 'ABC';

/** The end of a run that others have passed, in words. */
export const endWords = ({ derived }: { readonly derived: Pick<Derived, 'tape'> }): string =>
  `ended at t = ${derived.tape.length}`;

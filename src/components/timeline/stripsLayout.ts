import { baseWidthOf, labelWidthOf } from './columns.ts';
import type { ShownStrips } from './shownStrips.ts';
import type { Reading } from './stripHeads.ts';

/** The timesteps of a picture in rows: so many in each, a column so wide, and what is written over them. */
export interface StripsLayout {
  readonly column: number;
  readonly each: number;
  readonly reading: Reading;
}

/** The most rows of timesteps whose tokens are in boxes; the widest column; the narrowest under a letter of a text, and the narrowest of all. */
const ROWS = 3;
const WIDEST = 124;
const LETTER = 8;
const NARROWEST = 1.5;
/** The height, in units, of a page of paper or of a column on it: about 240 mm. */
const PAGE = 1300;
/** Letters in full are worth some more. */
const LONGER = 1.5 * PAGE;

/**
 * The layout of strips in room so wide: with all tokens or all letters where few rows, or a page of them, are enough, otherwise as
 * narrow as one row needs.
 */
export function layoutOf(
  runs: readonly ShownStrips[],
  room: number,
  heightOf: (layout: StripsLayout) => number,
): StripsLayout {
  const T = Math.max(...runs.map(({ encoded }) => encoded.tokens.length));
  const base = Math.max(
    ...runs.map(({ encoded }) => Math.max(baseWidthOf(encoded.tokens), labelWidthOf(encoded.labels))),
  );
  const laid = (reading: Reading, column: number): StripsLayout => ({
    reading,
    column,
    each: Math.floor(room / column),
  });
  if (T * base <= room) return laid('tokens', Math.min(WIDEST, Math.floor(room / T)));
  const tokens = laid('tokens', base);
  if (T <= ROWS * tokens.each && heightOf(tokens) <= PAGE) return tokens;
  const narrow = Math.floor((2 * room) / T) / 2;
  if (runs.every(({ encoded }) => encoded.tokens.every((token) => [...token].length <= 1))) {
    const letters = laid('letters', Math.max(LETTER, narrow));
    if (letters.each >= T || heightOf(letters) <= LONGER) return letters;
  }
  return laid('some', Math.max(NARROWEST, narrow));
}

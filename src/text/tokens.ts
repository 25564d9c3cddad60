import { type Face, rareFaces } from './rareFaces.ts';

/** The faces of common characters that have none of their own. */
const faces: ReadonlyMap<string, Face> = new Map([
  [' ', { mark: '␣', name: 'space' }],
  ['\n', { mark: '⏎', name: 'line break' }],
  ['\r', { mark: '␍', name: 'carriage return' }],
  ['\t', { mark: '⇥', name: 'tab' }],
  ['\u00A0', { mark: '⍽', name: 'no-break space' }],
]);

/** Matches a token whose characters are all invisible: white space, control and format characters. */
const FACELESS = /^(?:[\s\p{Cc}\p{Cf}\p{Z}]|\u034F|\u2800|\u3164)+$/u;
/** Marks that have nothing to be written on. */
const BARE_MARK = /^\p{M}+…?$/u;

/** More marks on one character than any writing has; browsers take time in proportion to the square of their number. */
const CROWD = /(\p{M}{16})\p{M}+/gu;

/** The token with at most 16 marks in a row, the rest as an ellipsis. */
const thinned = (token: string): string => token.replace(CROWD, '$1…');

const faceOf = (one: string): Face | undefined => faces.get(one) ?? rareFaces.get(one);

/** True if what stands for a character of the token is not among the common ones. */
export const isRare = (token: string): boolean =>
  Array.from(token).some((one) => FACELESS.test(one) && !faces.has(one));

const codeOf = (one: string): string => `U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** The mark of a character without a face: of control characters their picture in Unicode. */
function markOf(one: string): string {
  const code = one.codePointAt(0) ?? 0;
  const picture = code < 0x20 ? String.fromCodePoint(0x2400 + code) : code === 0x7f ? '␡' : `[${codeOf(one)}]`;
  return faceOf(one)?.mark ?? picture;
}

const nameOf = (one: string): string =>
  faceOf(one)?.name ?? `${/\p{Cc}/u.test(one) ? 'control' : 'invisible'} character ${codeOf(one)}`;

/**
 * A token or a name as shown: white space is marked, except a single space between words or numbers, and so is every
 * character of a token that has no face at all. Inside of others, joiners and marks of direction do their work.
 */
export function visible(whole: string): string {
  const token = thinned(whole);
  if (BARE_MARK.test(token) && !FACELESS.test(token)) return `◌${token}`;
  if (FACELESS.test(token)) return Array.from(token, markOf).join('');
  return token.replace(/^ | $|[^\S ]| (?= )|(?<= ) /g, markOf);
}

/** The name of a token without a face, for instance “line break” or “zero-width space”; null for any other. */
export function facelessName(whole: string): string | null {
  const token = thinned(whole);
  if (BARE_MARK.test(token) && !FACELESS.test(token)) return `combining ${Array.from(token, codeOf).join(', ')}`;
  return FACELESS.test(token) ? Array.from(token, nameOf).join(', ') : null;
}

/** A token as a label of a picture or a table: visible also when it is empty, and narrow between the numbers of a row. */
export const tokenLabel = (token: string): string => (token === '' ? '∅' : visible(token).replaceAll(', ', ',\u2009'));

/** A token as read aloud. */
export const tokenName = (token: string): string => (token === '' ? 'empty' : (facelessName(token) ?? thinned(token)));

/** A token or the name of an output in quotation marks; one without a face by its name. */
export const inQuotes = (name: string): string => facelessName(name) ?? `“${thinned(name)}”`;

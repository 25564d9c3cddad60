/** Characters without a face: the mark that makes each visible, and its name as it is read aloud. */
const faceless: ReadonlyMap<string, { readonly mark: string; readonly name: string }> = new Map([
  [' ', { mark: '␣', name: 'space' }],
  ['\n', { mark: '⏎', name: 'line break' }],
  ['\r', { mark: '␍', name: 'carriage return' }],
  ['\t', { mark: '⇥', name: 'tab' }],
  ['\u00A0', { mark: '⍽', name: 'no-break space' }],
  ['\u00AD', { mark: '[SHY]', name: 'soft hyphen' }],
  ['\u034F', { mark: '[CGJ]', name: 'combining grapheme joiner' }],
  ['\u061C', { mark: '[ALM]', name: 'Arabic letter mark' }],
  ['\u1680', { mark: '[OGSP]', name: 'Ogham space' }],
  ['\u2000', { mark: '[NQSP]', name: 'en quad' }],
  ['\u2001', { mark: '[MQSP]', name: 'em quad' }],
  ['\u2002', { mark: '[ENSP]', name: 'en space' }],
  ['\u2003', { mark: '[EMSP]', name: 'em space' }],
  ['\u2004', { mark: '[3/MSP]', name: 'third of an em space' }],
  ['\u2005', { mark: '[4/MSP]', name: 'quarter of an em space' }],
  ['\u2006', { mark: '[6/MSP]', name: 'sixth of an em space' }],
  ['\u2007', { mark: '[FSP]', name: 'figure space' }],
  ['\u2008', { mark: '[PSP]', name: 'punctuation space' }],
  ['\u2009', { mark: '[THSP]', name: 'thin space' }],
  ['\u200A', { mark: '[HSP]', name: 'hair space' }],
  ['\u200B', { mark: '[ZWSP]', name: 'zero-width space' }],
  ['\u200C', { mark: '[ZWNJ]', name: 'zero-width non-joiner' }],
  ['\u200D', { mark: '[ZWJ]', name: 'zero-width joiner' }],
  ['\u200E', { mark: '[LRM]', name: 'left-to-right mark' }],
  ['\u200F', { mark: '[RLM]', name: 'right-to-left mark' }],
  ['\u2028', { mark: '[LSEP]', name: 'line separator' }],
  ['\u2029', { mark: '[PSEP]', name: 'paragraph separator' }],
  ['\u202A', { mark: '[LRE]', name: 'left-to-right embedding' }],
  ['\u202B', { mark: '[RLE]', name: 'right-to-left embedding' }],
  ['\u202C', { mark: '[PDF]', name: 'end of a direction' }],
  ['\u202D', { mark: '[LRO]', name: 'left-to-right override' }],
  ['\u202E', { mark: '[RLO]', name: 'right-to-left override' }],
  ['\u202F', { mark: '[NNBSP]', name: 'narrow no-break space' }],
  ['\u205F', { mark: '[MMSP]', name: 'mathematical space' }],
  ['\u2060', { mark: '[WJ]', name: 'word joiner' }],
  ['\u2066', { mark: '[LRI]', name: 'left-to-right isolate' }],
  ['\u2067', { mark: '[RLI]', name: 'right-to-left isolate' }],
  ['\u2068', { mark: '[FSI]', name: 'first strong isolate' }],
  ['\u2069', { mark: '[PDI]', name: 'end of an isolate' }],
  ['\u2800', { mark: '[BRBL]', name: 'blank braille pattern' }],
  ['\u3000', { mark: '[IDSP]', name: 'ideographic space' }],
  ['\u3164', { mark: '[HF]', name: 'Hangul filler' }],
  ['\uFEFF', { mark: '[BOM]', name: 'byte order mark' }],
]);

/** Matches a token whose characters are all invisible: white space, control and format characters. */
const FACELESS = /^(?:[\s\p{Cc}\p{Cf}\p{Z}]|\u034F|\u2800|\u3164)+$/u;
/** Marks that have nothing to be written on. */
const BARE_MARK = /^\p{M}+…?$/u;

/** More marks on one character than any writing has; browsers take time in proportion to the square of their number. */
const CROWD = /(\p{M}{16})\p{M}+/gu;

/** The token with at most 16 marks in a row, the rest as an ellipsis. */
const thinned = (token: string): string => token.replace(CROWD, '$1…');

const codeOf = (one: string): string => `U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** The mark of a character without a face: of control characters their picture in Unicode. */
function markOf(one: string): string {
  const code = one.codePointAt(0) ?? 0;
  const picture = code < 0x20 ? String.fromCodePoint(0x2400 + code) : code === 0x7f ? '␡' : `[${codeOf(one)}]`;
  return faceless.get(one)?.mark ?? picture;
}

const nameOf = (one: string): string =>
  faceless.get(one)?.name ?? `${/\p{Cc}/u.test(one) ? 'control' : 'invisible'} character ${codeOf(one)}`;

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

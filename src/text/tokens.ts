/** White space by character: the mark that makes it visible, and its name as it is read aloud. */
const whiteSpace: ReadonlyMap<string, { readonly mark: string; readonly name: string }> = new Map([
  [' ', { mark: '␣', name: 'space' }],
  ['\n', { mark: '⏎', name: 'line break' }],
  ['\r', { mark: '␍', name: 'carriage return' }],
  ['\t', { mark: '⇥', name: 'tab' }],
  ['\u00A0', { mark: '⍽', name: 'no-break space' }],
]);

const markOf = (one: string): string => whiteSpace.get(one)?.mark ?? one;

/** A token or a name as shown: white space is marked, except a single space between words or numbers. */
export const visible = (token: string): string => token.replace(/^ | $|[^\S ]| (?= )|(?<= ) /g, markOf);

/** The name of a token that is nothing but white space, for instance “line break”; null for any other. */
export function whiteSpaceName(token: string): string | null {
  if (!/^\s+$/.test(token)) return null;
  return Array.from(token, (one) => whiteSpace.get(one)?.name ?? 'white space').join(', ');
}

/** A token as a label of a picture or a table: visible also when it is empty, and narrow between the numbers of a row. */
export const tokenLabel = (token: string): string => (token === '' ? '∅' : visible(token).replaceAll(', ', ',\u2009'));

/** A token as read aloud. */
export const tokenName = (token: string): string => (token === '' ? 'empty' : (whiteSpaceName(token) ?? token));

/** A token or the name of an output in quotation marks; white space by its name. */
export const inQuotes = (name: string): string => whiteSpaceName(name) ?? `“${name}”`;

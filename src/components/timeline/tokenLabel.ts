const marks: Readonly<Record<string, string>> = { ' ': '␣', '\n': '⏎', '\r': '␍', '\t': '⇥', '\u00a0': '⍽' };
const names: Readonly<Record<string, string>> = {
  ' ': 'space',
  '\n': 'new line',
  '\r': 'return',
  '\t': 'tab',
  '\u00a0': 'fixed space',
};

/** A token as shown: white space gets a visible mark, except between the numbers of a row. */
export const tokenLabel = (token: string): string => {
  if (token === '') return '∅';
  return [...token.replace(/, /g, ',\u2009')].map((character) => marks[character] ?? character).join('');
};

/** A token as read aloud. */
export const tokenName = (token: string): string => (token === '' ? 'empty' : (names[token] ?? token));

/** Keys and values of a link as they are written in the hash, in order. */
export type Entries = ReadonlyMap<string, string>;

/** Characters that read well in a hash and need no escape there. */
const READABLE: Readonly<Record<string, string>> = {
  '%20': '+',
  '%2C': ',',
  '%3A': ':',
  '%3B': ';',
  '%3D': '=',
  '%2F': '/',
  '%40': '@',
  '%5C': '\\',
};

const escaped = (text: string): string =>
  encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD')).replace(
    /%(20|2C|3A|3B|3D|2F|40|5C)/g,
    (code) => READABLE[code],
  );

/** Entries as they are written in an address. */
export function queryOf(entries: Entries): string {
  return [...entries].map(([name, value]) => `${name}=${escaped(value)}`).join('&');
}

/** The entries of a hash, with or without its #. What cannot be unescaped is kept as it is; the first of a name counts. */
export function entriesIn(hash: string): Entries {
  const entries = new Map<string, string>();
  for (const part of hash.replace(/^#/, '').split('&')) {
    if (part === '') continue;
    const at = part.indexOf('=');
    const name = at < 0 ? part : part.slice(0, at);
    if (!entries.has(name)) entries.set(name, unescaped(at < 0 ? '' : part.slice(at + 1)));
  }
  return entries;
}

function unescaped(text: string): string {
  const spaced = text.replaceAll('+', ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}

/** Texts as one text, with commas inside them escaped by a backslash. */
export function listText(items: readonly string[]): string {
  return items.map((item) => item.replace(/[\\,]/g, '\\$&')).join(',');
}

/** The inverse of `listText`, for lists of at least one item; an empty text is an empty list. */
export function listIn(text: string): readonly string[] {
  if (text === '') return [];
  const items: string[] = [''];
  for (const [match] of text.matchAll(/\\[\\,]|[\s\S]/gu)) {
    if (match === ',') items.push('');
    else items[items.length - 1] += match.length === 2 && match[0] === '\\' ? match[1] : match;
  }
  return items;
}

import { nameOf } from '../../cells/index.ts';

/** A cell in a sentence: an LSTM and a GRU have their names, “Peephole” is a peephole LSTM. */
export function cellInWords(id: string): string {
  const name = nameOf(id);
  return /^[A-Z][a-z]/.test(name) ? `${name.toLowerCase()} LSTM` : name;
}

/** A letter that is read like a vowel takes “an”: an LSTM, a GRU. */
export const withArticle = (words: string): string =>
  `${/^([AEIOaeio]|[FHLMNRSX][A-Z])/.test(words) ? 'an' : 'a'} ${words}`;

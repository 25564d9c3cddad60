import type { SentencePart } from '../../notation/sentence.ts';

/** A piece of a sentence with the punctuation that must not be parted from it by a line break. */
export interface TiedPart extends SentencePart {
  readonly before: string;
  readonly after: string;
}

/** The pieces with brackets and stops moved from the text around a quantity to the quantity. */
export function tiedParts(parts: readonly SentencePart[]): readonly TiedPart[] {
  const opening = (part?: SentencePart): string => (part?.key === null ? (/[([“]$/.exec(part.text)?.[0] ?? '') : '');
  const closing = (part?: SentencePart): string =>
    part?.key === null ? (/^[)\]”:.,;]+/.exec(part.text)?.[0] ?? '') : '';
  return parts.map((part, k) => {
    if (part.key !== null) return { ...part, before: opening(parts[k - 1]), after: closing(parts[k + 1]) };
    const start = parts[k - 1] && parts[k - 1].key !== null ? closing(part).length : 0;
    const end = parts[k + 1] && parts[k + 1].key !== null ? opening(part).length : 0;
    return { ...part, text: part.text.slice(start, Math.max(start, part.text.length - end)), before: '', after: '' };
  });
}

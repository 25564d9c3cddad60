import { visible } from '../text/tokens.ts';
import { limitSentences, MAX_FEATURES, MAX_TIMESTEPS } from './limits.ts';
import { quoted, type Refused, refused, type Understood } from './reading.ts';
import type { Sequence, TokenUnit } from './sequence.ts';

/** One locale for everyone, so that a link is cut in the same places everywhere. */
const LOCALE = 'en';

/** Text with lone surrogates replaced and line ends made one character. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD').replace(/\r\n?/g, '\n');
}

/**
 * The tokens of a text in reading order: grapheme clusters, or words and punctuation without the white space between
 * them. Stops after `limit` tokens.
 */
export function tokensOf(text: string, unit: TokenUnit, limit = Number.POSITIVE_INFINITY): readonly string[] {
  const tokens: string[] = [];
  for (const run of unit === 'words' ? text.split(/\s+/) : [text])
    for (const segment of segmentsOf(run, unit)) {
      if (tokens.length >= limit) return tokens;
      tokens.push(segment);
    }
  return tokens;
}

const GRANULARITY = { characters: 'grapheme', words: 'word' } as const;
const segmenters: Partial<Record<TokenUnit, Intl.Segmenter>> = {};

/** The segmenter of a unit, made when it is first needed: that takes longer than most texts. */
function segmenterOf(unit: TokenUnit): Intl.Segmenter {
  segmenters[unit] ??= new Intl.Segmenter(LOCALE, { granularity: GRANULARITY[unit] });
  return segmenters[unit];
}
/** Segments at the end of a window that what follows could still change: “don”, “'” before a t. */
const UNSETTLED = { characters: 1, words: 3 };
const WINDOW = 256;
/** The longest character, with all its marks, in code units. */
const LONGEST = 1024;
/** Printed ASCII, tabs and line ends: every character is a grapheme cluster (UAX #29). */
const EACH_ALONE = /^[\n\t\x20-\x7E]*$/;

/** The segments of a text, window by window: engines take time in proportion to the whole string for each segment. */
function* segmentsOf(text: string, unit: TokenUnit): Generator<string> {
  if (unit === 'characters' && EACH_ALONE.test(text)) {
    yield* text;
    return;
  }
  let width = WINDOW;
  for (let from = 0; from < text.length; ) {
    const paired = /[\uD800-\uDBFF]/.test(text[from + width - 1] ?? '') ? 1 : 0;
    const to = from + width + paired;
    const segments = Array.from(segmenterOf(unit).segment(text.slice(from, to)), ({ segment }) => segment);
    const settled = to >= text.length ? segments : segments.slice(0, -UNSETTLED[unit]);
    yield* settled;
    from += settled.reduce((length, segment) => length + segment.length, 0);
    if (settled.length > 0) width = WINDOW;
    else if (width < LONGEST || unit === 'words') width *= 2;
    else {
      // no writing has a character this long: it is cut, so that time stays in proportion to the text
      yield text.slice(from, to);
      from = to;
      width = WINDOW;
    }
  }
}

/** Returns the start and end of each token of a text, in code units. */
export function spansOf(text: string, unit: TokenUnit): readonly (readonly [start: number, end: number])[] {
  let from = 0;
  return tokensOf(text, unit).map((token) => {
    const start = text.indexOf(token, from);
    from = start + token.length;
    return [start, from];
  });
}

/** The distinct tokens in order of appearance. */
export function vocabularyOf(tokens: readonly string[]): readonly string[] {
  return [...new Set(tokens)];
}

/** A sequence that is a text. */
export type Text = Sequence & { readonly kind: 'text' };

/** Result of reading a text: a sequence or a refusal. Unlike a table, a text never needs a question. */
export type ReadText = (Understood & { readonly sequence: Text }) | Refused;

/** The text as a sequence, or a sentence on why it cannot be one. */
export function readText(text: string, unit: TokenUnit, vocabulary: readonly string[] | null = null): ReadText {
  const clean = wellFormed(text);
  const tokens = tokensOf(clean, unit, MAX_TIMESTEPS + 1);
  if (tokens.length === 0)
    return refused(
      clean === ''
        ? 'The text is empty. Type at least one character.'
        : 'The text is all white space, which splitting into words leaves out. Type a word, or choose characters.',
    );
  if (tokens.length > MAX_TIMESTEPS)
    return refused(`The text has more than ${MAX_TIMESTEPS} tokens. ${limitSentences.text} Shorten it.`);
  const distinct = vocabularyOf(tokens);
  if (vocabulary) {
    const known = new Set(vocabulary);
    const at = tokens.findIndex((token) => !known.has(token));
    if (at >= 0) {
      const all = vocabulary.map((token) => quoted(visible(token)));
      const listed = all.length > 12 ? `${all.slice(0, 12).join(', ')} and ${all.length - 12} more` : all.join(', ');
      return refused(
        `Token ${at + 1} is ${quoted(visible(tokens[at]))}, but this vocabulary knows only ${listed}. Use those, or let the vocabulary follow the text.`,
      );
    }
  } else if (distinct.length > MAX_FEATURES)
    return refused(
      `The text has ${distinct.length} distinct tokens. ${limitSentences.text} Shorten it${unit === 'words' ? ', or choose characters' : ''}.`,
    );
  const notes = clean.includes('\uFFFD') && !text.includes('\uFFFD') ? ['Broken characters were replaced by �.'] : [];
  return { ok: true, sequence: { kind: 'text', text: clean, unit, vocabulary }, notes };
}

import type { Task } from '../task.ts';
import { animals, paragraph, trades, vocabulary } from './paragraph.ts';
import { flag, nextSymbols, placesOf } from './symbols.ts';

const places = placesOf(vocabulary);
const subjects = Object.keys(animals);

/** The subject of the sentence that is being read, after each word; '' where it has none of these. */
function subjectsOf(words: readonly string[]): readonly string[] {
  let subject = '';
  return words.map((word) => {
    if (word in animals) subject = word;
    if (word === '.') subject = '';
    return subject;
  });
}

/** Guessing each next word of a paragraph; `counts` says by the word to come and its place from the end what counts. */
function agreement(
  wording: Pick<Task, 'id' | 'title' | 'sentence' | 'level'>,
  counts: (next: string, left: number) => boolean,
): Task {
  return {
    ...wording,
    asks: 'class',
    inputs: vocabulary,
    symbols: true,
    outputs: vocabulary,
    tracks: [
      ...Object.keys(trades).map((trade) => ({ id: trade, label: `whether the paragraph began with ${trade}` })),
      ...subjects.map((subject) => ({ id: subject, label: `whether the sentence is about ${subject}` })),
    ],
    example(random, between) {
      const words = paragraph(random, between);
      const next = nextSymbols(places, places, words);
      const about = subjectsOf(next.tokens);
      return {
        ...next,
        determined: next.tokens.map((_, t) => counts(words[t + 1], words.length - 2 - t)),
        tracks: {
          ...Object.fromEntries(Object.keys(trades).map((one) => [one, about.map(() => flag(words[0] === one))])),
          ...Object.fromEntries(subjects.map((one) => [one, about.map((subject) => flag(subject === one))])),
        },
      };
    },
  };
}

const level = { label: 'words between the first and the last', max: 100, shown: 12 };
const objects = new Set(Object.values(animals));

/** What counts follows from a word at most two words back (Bengio et al. 1994 on short and long dependencies). */
export const agreementNear = agreement(
  {
    id: 'agreement-near',
    title: 'What the sentence says',
    sentence: 'Guess each next word; what ends a sentence follows from its subject, one or two words back.',
    level: { ...level, min: 8, initial: 20 },
  },
  (next) => objects.has(next),
);

/** What counts is the last word, which follows from the first alone. */
export const agreementFar = agreement(
  {
    id: 'agreement-far',
    title: 'What the paragraph says',
    sentence: 'Guess each next word; the last one follows from the very first, whatever was said in between.',
    level: { ...level, min: 4, initial: 20 },
  },
  (_, left) => left === 0,
);

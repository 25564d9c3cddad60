import type { Task } from '../task.ts';
import { animals, paragraph, trades, verbs, vocabulary } from './paragraph.ts';
import { oneHot, placeOf, placesOf, whichOf } from './symbols.ts';

const places = placesOf(vocabulary);
const subjects = Object.keys(animals);
const near = placesOf(Object.values(animals));
const far = placesOf(Object.values(trades));
const endings = placesOf([...near.keys(), ...far.keys()]);

/** The animal that the sentence is about, after each word; '' where it is about none. */
function subjectsOf(words: readonly string[]): readonly string[] {
  let subject = '';
  return words.map((word) => {
    if (word in animals) subject = word;
    if (word === '.') subject = '';
    return subject;
  });
}

/** The word that has to follow, at every verb after its subject and after what the first word sells: what both tasks ask. */
function endingsAsked(words: readonly string[]): readonly (number | null)[] {
  const subject = subjectsOf(words);
  return words.map((word, t) => {
    const ending = word === 'sell' ? trades[words[0]] : verbs.includes(word) ? animals[subject[t]] : undefined;
    return ending === undefined ? null : placeOf(endings, ending);
  });
}

/** Guessing the words that end sentences, whereof `counted` count: both tasks read and ask the same. */
function agreement(
  wording: Pick<Task, 'id' | 'title' | 'sentence' | 'level'>,
  counted: ReadonlyMap<string, number>,
): Task {
  return {
    ...wording,
    asks: 'class',
    inputs: vocabulary,
    symbols: true,
    outputs: [...endings.keys()],
    tracks: [
      ...Object.keys(trades).map((trade) => ({ id: trade, label: `whether the paragraph began with ${trade}` })),
      ...subjects.map((subject) => ({ id: subject, label: `whether the sentence is about ${subject}` })),
    ],
    asked: ({ tokens }) => ({ targets: endingsAsked(tokens) }),
    example(random, between) {
      const words = paragraph(random, between);
      const tokens = words.slice(0, -1);
      const next = words.slice(1);
      const about = subjectsOf(tokens);
      return {
        x: oneHot(places, tokens),
        tokens,
        targets: next.map((word) => (endings.has(word) ? placeOf(endings, word) : null)),
        determined: next.map((word) => counted.has(word)),
        tracks: {
          ...whichOf(
            Object.keys(trades),
            tokens.map(() => words[0]),
          ),
          ...whichOf(subjects, about),
        },
      };
    },
  };
}

const level = { label: 'words between the first and the last', initial: 20, max: 100, shown: 12 };

/** The answers that count follow from a word of the same sentence: the short dependencies of Bengio et al. (1994). */
export const agreementNear = agreement(
  {
    id: 'agreement-near',
    title: 'What the sentence says',
    sentence: 'Guess the word that ends each sentence; it follows from the subject, two or three words before.',
    level: { ...level, min: 8 },
  },
  near,
);

/** The answer that counts is the last word, which follows from the first alone: the long dependency. */
export const agreementFar = agreement(
  {
    id: 'agreement-far',
    title: 'What the paragraph says',
    sentence: 'Guess the word that ends the paragraph; it follows from the very first, whatever comes in between.',
    level: { ...level, min: 4 },
  },
  far,
);

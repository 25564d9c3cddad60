import type { Random } from '../random.ts';
import { oneOf } from './symbols.ts';

/** The goods of each trade: the first word of a paragraph and its last. */
export const trades: Readonly<Record<string, string>> = {
  bakers: 'bread',
  potters: 'bowls',
  weavers: 'cloth',
  farmers: 'corn',
};
/** The food of each animal: the first word of a sentence and its last. */
export const animals: Readonly<Record<string, string>> = {
  cows: 'grass',
  cats: 'milk',
  bees: 'flowers',
  dogs: 'bones',
};
/** The verbs: the word before the last of a sentence. */
export const verbs: readonly string[] = ['like', 'want', 'find'];

/** Every word of the language. */
export const vocabulary: readonly string[] = [
  ...Object.entries(trades).flat(),
  ...Object.entries(animals).flat(),
  ...verbs,
  ...['wake', 'early', 'today', 'they', 'often', 'sell', '.'],
];

/** True if n words can be divided into sentences of 4 and 5. */
const fits = (n: number): boolean => ![1, 2, 3, 6, 7, 11].includes(n);

function sentences(random: Random, n: number): readonly string[] {
  if (n === 0) return [];
  const length = oneOf(
    random,
    [4, 5].filter((words) => words <= n && fits(n - words)),
  );
  const animal = oneOf(random, Object.keys(animals));
  const often = length === 5 ? ['often'] : [];
  return [animal, ...often, oneOf(random, verbs), animals[animal], '.', ...sentences(random, n - length)];
}

/**
 * A paragraph of `between` words (at least 4; full stops count) between its first, a trade, and its last, what that
 * trade sells: bakers wake early . cows like grass . they sell bread
 */
export function paragraph(random: Random, between: number): readonly string[] {
  const spare = between - ['wake', '.', 'they', 'sell'].length;
  const extra = oneOf(
    random,
    [0, 1, 2, 3].filter((n) => n <= spare && fits(spare - n)),
  );
  const often = extra === 3 || (extra > 0 && random.whole(2) === 0);
  const waking = ['early', 'today'].slice(0, often ? extra - 1 : extra);
  const trade = oneOf(random, Object.keys(trades));
  const ending = ['they', ...(often ? ['often'] : []), 'sell', trades[trade]];
  return [trade, 'wake', ...waking, '.', ...sentences(random, spare - extra), ...ending];
}

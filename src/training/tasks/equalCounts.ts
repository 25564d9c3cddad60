import type { Task } from '../task.ts';
import { flag, nextSymbols, placeOf, placesOf } from './symbols.ts';

const END = '$';

/** The symbol that has to follow, once it is certain: from the second letter on, as long as the string is one of these. */
function followers(letters: readonly string[], tokens: readonly string[]): readonly (string | null)[] {
  const n = tokens.findIndex((token) => token !== letters[0]);
  const whole = [...letters.flatMap((letter) => Array.from({ length: n }, () => letter)), END];
  const off = tokens.findIndex((token, t) => token !== whole[t]);
  return tokens.map((_, t) => (n > 0 && t >= n && (off < 0 || t < off) ? whole[t + 1] : null));
}

/** Strings of letters in turn, each n times, n from 1 to the level; after Gers & Schmidhuber (2001). */
function equalCounts(letters: readonly string[], wording: Pick<Task, 'id' | 'title' | 'sentence'>): Task {
  const inputs = placesOf(letters);
  const outputs = placesOf([...letters, END]);
  const pairs = letters.slice(1).map((letter, k) => ({ before: letters[k], letter, id: `${letters[k]}-${letter}` }));
  return {
    ...wording,
    asks: 'class',
    level: { label: 'largest n', min: 2, max: 100, initial: 10, shown: 4 },
    inputs: letters,
    symbols: true,
    outputs: [...outputs.keys()],
    tracks: [
      ...pairs.map(({ id, before, letter }) => ({ id, label: `how many ${before} are not yet met by ${letter}` })),
      { id: letters[0], label: `whether ${letters[0]} is read` },
    ],
    asked: ({ tokens }) => ({
      targets: followers(letters, tokens).map((next) => (next === null ? null : placeOf(outputs, next))),
    }),
    example(random, largest) {
      const n = 1 + random.whole(largest);
      const symbols = [...letters.flatMap((letter) => Array.from({ length: n }, () => letter)), END];
      const next = nextSymbols(inputs, outputs, symbols);
      /** The number of times letter k was read up to and including timestep t. */
      const read = (k: number, t: number): number => Math.min(n, Math.max(0, t + 1 - k * n));
      return {
        ...next,
        determined: next.tokens.map((_, t) => t >= n),
        tracks: {
          ...Object.fromEntries(pairs.map(({ id }, k) => [id, next.tokens.map((_, t) => read(k, t) - read(k + 1, t))])),
          [letters[0]]: next.tokens.map((_, t) => flag(t < n)),
        },
      };
    },
  };
}

/** aⁿbⁿ: determined from the first b on. */
export const anbn = equalCounts(['a', 'b'], {
  id: 'anbn',
  title: 'aⁿbⁿ',
  sentence:
    'Read some a’s, then as many b’s, and guess each next letter; only a cell that counts knows when the b’s stop.',
});

/** aⁿbⁿcⁿ: determined from the first b on. */
export const anbncn = equalCounts(['a', 'b', 'c'], {
  id: 'anbncn',
  title: 'aⁿbⁿcⁿ',
  sentence:
    'Read some a’s, then as many b’s and as many c’s, and guess each next letter; only a cell that counts knows when they stop.',
});

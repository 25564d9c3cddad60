import { withCommas } from '../../text/counts.ts';
import { Refusal } from '../../text/refusal.ts';
import type { Task } from '../task.ts';
import { heldOutFrom, longestWindow, MAX_CHARACTERS, MAX_DISTINCT, MAX_WINDOW, neededFor } from './ownData.ts';
import { nextSymbols, placesOf } from './symbols.ts';

/** The number of tokens read since the last match; NaN in a window before the first. */
function sinceLast(tokens: readonly string[], ends: RegExp): readonly number[] {
  let since = Number.NaN;
  return tokens.map((token) => {
    since = ends.test(token) ? 0 : since + 1;
    return since;
  });
}

/**
 * Next token of a text: its characters, or tokens already cut (words). Windows of the text, four fifths for training,
 * the last fifth held out; the vocabulary is that of the whole. Throws a sentence for a text that is too short for
 * `window` timesteps, too long or too varied.
 */
export function ownText(text: string | readonly string[], window: number): Task {
  const length = typeof text === 'string' ? text.length : text.reduce((sum, token) => sum + token.length, 0);
  if (length > MAX_CHARACTERS)
    throw new Refusal(
      `The text has ${withCommas(length)} characters; at most ${withCommas(MAX_CHARACTERS)} are read. Use only part of it.`,
    );
  const tokens = typeof text === 'string' ? Array.from(text) : text;
  const [one, many] = typeof text === 'string' ? ['character', 'characters'] : ['token', 'tokens'];
  const n = tokens.length;
  if (!Number.isInteger(window) || window < 1 || window > MAX_WINDOW)
    throw new Refusal(`A window is a whole number of timesteps, from 1 to ${MAX_WINDOW}, not ${window}.`);
  const longest = longestWindow(n);
  if (longest < window) {
    const held = `The text has ${withCommas(n)} ${n === 1 ? one : many}. Windows of ${window} timesteps need ${withCommas(neededFor(window))}, because a fifth is held out.`;
    const shorter = longest < 1 ? '' : `, or take windows of ${longest} or fewer`;
    throw new Refusal(`${held} Use a longer text${shorter}.`);
  }
  const places = placesOf([...new Set(tokens)]);
  if (places.size > MAX_DISTINCT)
    throw new Refusal(
      `The text has ${withCommas(places.size)} distinct ${many}; at most ${MAX_DISTINCT} can be told apart. Use only part of it${one === 'token' ? ', or cut it into characters' : ''}.`,
    );
  if (places.size < 2)
    throw new Refusal(`The text only repeats one ${one}, so there is nothing to learn. Choose another text.`);
  const boundary = heldOutFrom(n);
  const vocabulary = [...places.keys()];
  const spaced = vocabulary.some((token) => /^\s$/.test(token));
  const windowsOf = (part: readonly string[]): Task => ({
    id: 'own-text',
    title: `Next ${one} of a text`,
    sentence: `Read a text ${one} by ${one} and guess at every timestep what comes next.`,
    asks: 'class',
    level: { label: 'window', min: 1, max: longest, initial: window },
    inputs: vocabulary,
    symbols: true,
    outputs: vocabulary,
    tracks: [
      { id: 'sentence', label: `how many ${many} have been read since a sentence ended` },
      ...(spaced ? [{ id: 'word', label: `how many ${many} have been read since a space` }] : []),
    ],
    asked: ({ tokens: read }) => ({
      targets: read.map((_, t) => places.get(read[t + 1] ?? '') ?? null),
    }),
    example(random, T) {
      const from = random.whole(part.length - T);
      const next = nextSymbols(places, places, part.slice(from, from + T + 1));
      return {
        ...next,
        tracks: {
          sentence: sinceLast(next.tokens, /^[.!?]$/),
          ...(spaced ? { word: sinceLast(next.tokens, /^\s$/) } : {}),
        },
      };
    },
  });
  return {
    ...windowsOf(tokens.slice(0, boundary)),
    heldOut: windowsOf(tokens.slice(boundary)),
    heldOutWords: `the last fifth of the text${repeats(tokens, boundary) ? ', which repeats what is trained on: a cell that knows it by heart is right' : ''}`,
  };
}

/** True if the tokens from the boundary on stand before it, too, one after another. */
function repeats(tokens: readonly string[], boundary: number): boolean {
  const written = (part: readonly string[]): string => `\n${part.map((token) => JSON.stringify(token)).join('\n')}\n`;
  return written(tokens.slice(0, boundary)).includes(written(tokens.slice(boundary)));
}

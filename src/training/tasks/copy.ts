import type { Task } from '../task.ts';
import { firstId, firstTracks, flag, oneHot, oneOf, placeOf, placesOf, whichOf } from './symbols.ts';

const copied = ['A', 'B', 'C', 'D'];
const PAUSE = '·';
const CUE = '?';
const inputs = [...copied, PAUSE, CUE];
const places = placesOf(inputs);

/** T = 3n: n symbols, a pause of n, n cues. After Hochreiter & Schmidhuber (1997) and Arjovsky et al. (2016). */
export const copy: Task = {
  id: 'copy',
  title: 'Copy',
  sentence: 'Read a few symbols, wait just as long, and give them back in the same order, one at each question mark.',
  asks: 'class',
  level: { label: 'symbols', min: 1, max: 20, initial: 3 },
  inputs,
  symbols: true,
  outputs: copied,
  tracks: [
    ...firstTracks(copied),
    { id: 'answering', label: 'whether symbols are being given back' },
    { id: 'stored', label: 'the number of symbols read and not yet given back' },
  ],
  asked({ tokens }) {
    const pause = tokens.findIndex((token) => !copied.includes(token));
    const cue = tokens.indexOf(CUE);
    return {
      targets: tokens.map((token, t) => (token === CUE && t - cue < pause ? placeOf(places, tokens[t - cue]) : null)),
    };
  },
  example(random, n) {
    const given = Array.from({ length: n }, () => oneOf(random, copied));
    const tokens = [...given, ...given.map(() => PAUSE), ...given.map(() => CUE)];
    return {
      x: oneHot(places, tokens),
      tokens,
      targets: tokens.map((_, t) => (t < 2 * n ? null : placeOf(places, given[t - 2 * n]))),
      tracks: {
        ...whichOf(
          copied,
          tokens.map(() => given[0]),
          firstId,
        ),
        answering: tokens.map((_, t) => flag(t >= 2 * n)),
        stored: tokens.map((_, t) => Math.min(t + 1, n, 3 * n - 1 - t)),
      },
    };
  },
};

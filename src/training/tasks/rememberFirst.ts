import type { Task } from '../task.ts';
import { firstId, firstTracks, oneHot, oneOf, placeOf, placesOf, whichOf } from './symbols.ts';

const first = ['A', 'B', 'C', 'D'];
const noise = ['x', 'y', 'z'];
const CUE = '?';
const inputs = [...first, ...noise, CUE];
const places = placesOf(inputs);

/** The symbol that came first is asked for at every cue. */
const targetsOf = (tokens: readonly string[]): readonly (number | null)[] =>
  tokens.map((token) => (token === CUE && first.includes(tokens[0]) ? placeOf(places, tokens[0]) : null));

/** T = gap + 2: a symbol, as much noise as the gap is wide, and the cue. After Hochreiter & Schmidhuber (1997). */
export const rememberFirst: Task = {
  id: 'remember-first',
  title: 'Remember the first symbol',
  sentence: 'Read one of four symbols, then noise, and name the symbol when the question mark comes.',
  asks: 'class',
  level: { label: 'gap', min: 0, max: 200, initial: 20, shown: 6 },
  inputs,
  symbols: true,
  outputs: first,
  tracks: [...firstTracks(first), { id: 'read', label: 'the number of timesteps so far' }],
  asked: ({ tokens }) => ({ targets: targetsOf(tokens) }),
  example(random, gap) {
    const symbol = oneOf(random, first);
    const tokens = [symbol, ...Array.from({ length: gap }, () => oneOf(random, noise)), CUE];
    return {
      x: oneHot(places, tokens),
      tokens,
      targets: targetsOf(tokens),
      tracks: {
        ...whichOf(
          first,
          tokens.map(() => symbol),
          firstId,
        ),
        read: tokens.map((_, t) => t + 1),
      },
    };
  },
};

import type { Random } from '../random.ts';
import type { Task } from '../task.ts';
import { flag, nextSymbols, oneOf, placeOf, placesOf } from './symbols.ts';

const inputs = ['B', 'T', 'S', 'X', 'P', 'V', 'E'];
const places = placesOf(inputs);
const END = 5;

/** The automaton of Reber (1967): from each node, the symbols that may follow and where they lead; at END comes E. */
const automaton: readonly (readonly (readonly [symbol: string, to: number])[])[] = [
  [
    ['T', 1],
    ['P', 2],
  ],
  [
    ['S', 1],
    ['X', 3],
  ],
  [
    ['T', 2],
    ['V', 4],
  ],
  [
    ['X', 2],
    ['S', END],
  ],
  [
    ['P', 3],
    ['V', END],
  ],
];

/** A string of the grammar, from B to E, of at least `shortest` symbols: the end is out of bounds before. */
function reberString(random: Random, shortest: number): readonly string[] {
  const symbols = ['B'];
  let node = 0;
  while (node !== END) {
    const edges = automaton[node].filter(([, to]) => to !== END || symbols.length + 2 >= shortest);
    const [symbol, to] = oneOf(random, edges);
    symbols.push(symbol);
    node = to;
  }
  return [...symbols, 'E'];
}

/**
 * A string of the Reber grammar between two T or two P, between B and E (Cleeremans et al. 1989; Hochreiter &
 * Schmidhuber 1997). The last symbol but one repeats the second: it alone takes the whole string to be remembered across.
 */
export const reber: Task = {
  id: 'reber',
  title: 'Embedded Reber grammar',
  sentence:
    'Guess each next symbol of a small grammar; the last but one repeats the second, however much comes in between.',
  asks: 'class',
  level: { label: 'fewest symbols between', min: 5, max: 60, initial: 5 },
  inputs,
  symbols: true,
  outputs: inputs,
  tracks: [
    { id: 'second', label: 'whether the second symbol was T' },
    { id: 'between', label: 'whether the inner string is read' },
  ],
  asked({ tokens }) {
    const end = tokens.indexOf('E');
    const embedded = tokens[0] === 'B' && ['T', 'P'].includes(tokens[1]) && tokens[2] === 'B';
    return { targets: tokens.map((_, t) => (embedded && t === end ? placeOf(places, tokens[1]) : null)) };
  },
  example(random, shortest) {
    const second = oneOf(random, ['T', 'P']);
    const symbols = ['B', second, ...reberString(random, shortest), second, 'E'];
    const next = nextSymbols(places, places, symbols);
    const T = next.tokens.length;
    return {
      ...next,
      determined: next.tokens.map((_, t) => t === T - 2),
      tracks: {
        second: next.tokens.map((_, t) => (t === 0 ? Number.NaN : flag(second === 'T'))),
        between: next.tokens.map((_, t) => flag(t >= 2 && t < T - 1)),
      },
    };
  },
};

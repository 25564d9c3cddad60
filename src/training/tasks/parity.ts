import type { Task } from '../task.ts';
import { oneHot, oneOf, placesOf } from './symbols.ts';

const bits = ['0', '1'];
const places = placesOf(bits);

const onesIn = (tokens: readonly string[]): readonly number[] => {
  let count = 0;
  return tokens.map((bit) => (count += Number(bit)));
};

/** T bits; asked at every timestep. */
export const parity: Task = {
  id: 'parity',
  title: 'Parity',
  sentence: 'At every timestep, say whether the number of ones so far is even or odd.',
  asks: 'class',
  level: { label: 'length', min: 1, max: 100, initial: 10 },
  inputs: bits,
  symbols: true,
  outputs: ['even', 'odd'],
  tracks: [
    { id: 'odd', label: 'whether the number of ones is odd' },
    { id: 'ones', label: 'the number of ones so far' },
  ],
  asked: ({ tokens }) => ({ targets: onesIn(tokens).map((ones) => ones % 2) }),
  example(random, T) {
    const tokens = Array.from({ length: T }, () => oneOf(random, bits));
    const ones = onesIn(tokens);
    const odd = ones.map((total) => total % 2);
    return { x: oneHot(places, tokens), tokens, targets: odd, tracks: { odd, ones } };
  },
};

import { lstm } from '../cells/lstm.ts';
import { OPEN, type Preset, presetInputs } from './preset.ts';

export const countLetters: Preset = {
  id: 'count-anbn',
  title: 'Count aⁿbⁿ',
  look: [
    {
      text: 'The cell state of unit 1 goes up by 1 with every a and down by 1 with every b. After as many b’s as a’s it is back at exactly 0, and not before.',
      claims: ['difference', 'back-to-zero'],
    },
    {
      text: 'All gates are open at every timestep: the candidate alone, +1 or −1, does the counting.',
      claims: ['gates-open', 'candidate'],
    },
    {
      text: 'The cell state grows past 1; the hidden state shows only its tanh, which hardly tells 5 from 6.',
      claims: ['unbounded', 'squashed'],
    },
    {
      text: 'Unit 2 counts the a’s, unit 3 the b’s. Unit 4 forgets at every timestep and shows only the latest letter.',
      claims: ['counts', 'latest'],
    },
  ],
  inputs: presetInputs('count-anbn', {
    cell: lstm,
    H: 4,
    sequence: { kind: 'text', text: 'aaaaaabbbbbb', unit: 'characters', vocabulary: ['a', 'b'] },
    weights: {
      b_f: [OPEN, OPEN, OPEN, -OPEN],
      b_i: [OPEN, OPEN, OPEN, OPEN],
      W_C: [
        [OPEN, -OPEN],
        [OPEN, 0],
        [0, OPEN],
        [OPEN, -OPEN],
      ],
      b_o: [OPEN, OPEN, OPEN, OPEN],
    },
  }),
};

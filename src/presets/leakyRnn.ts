import { rnn } from '../cells/rnn.ts';
import { flaggedValues } from './flagged.ts';
import { OPEN, type Preset, presetInputs } from './preset.ts';

export const leakyRnn: Preset = {
  id: 'leaky-rnn',
  title: 'A plain RNN that cannot keep it',
  beside: 'remember-first',
  look: [
    {
      text: 'Units 3 and 4 differ only where the flag is up: their difference hands tanh of the flagged value to units 1 and 2 one timestep later.',
      claims: ['hands-over'],
    },
    {
      text: 'Unit 1 weighs its own past by 0.9. Until the next value comes in it loses at least a tenth at every timestep: by the time the second flag goes up, less than 40 % is left.',
      claims: ['decays', 'mostly-gone'],
    },
    {
      text: 'Unit 2 weighs its past by exactly 1, and still loses at every timestep, because tanh shrinks whatever passes through it.',
      claims: ['shrinks'],
    },
    {
      text: 'Nothing can be locked: the second and third flagged values are mixed into what is left of the first.',
      claims: ['disturbed'],
    },
  ],
  inputs: presetInputs('leaky-rnn', {
    cell: rnn,
    H: 4,
    sequence: flaggedValues,
    weights: {
      W_h: [
        [0, 0],
        [0, 0],
        [1, OPEN],
        [0, OPEN],
      ],
      U_h: [
        [0.9, 0, 1, -1],
        [0, 1, 1, -1],
        [0, 0, 0, 0],
        [0, 0, 0, 0],
      ],
      b_h: [0, 0, -OPEN, -OPEN],
    },
  }),
};

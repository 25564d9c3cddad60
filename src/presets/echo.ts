import { rnn } from '../cells/rnn.ts';
import { OPEN, type Preset, presetInputs } from './preset.ts';

const off = [0, 0, 0];
const still = [0, 0, 0, 0, 0, 0];

export const echo: Preset = {
  id: 'echo',
  title: 'Echo the previous token',
  look: [
    { text: 'Units 1 to 3 show the token that is read: 1 for a, b or c, 0 for the others.', claims: ['current'] },
    {
      text: 'Units 4 to 6 show the token before it: each has one recurrent weight, from the unit that showed it a timestep ago.',
      claims: ['previous', 'one-weight'],
    },
    { text: 'At the first timestep nothing came before, and units 4 to 6 are 0.', claims: ['silent-start'] },
  ],
  inputs: presetInputs('echo', {
    cell: rnn,
    H: 6,
    sequence: { kind: 'text', text: 'abcabbacbccaabc', unit: 'characters', vocabulary: ['a', 'b', 'c'] },
    weights: {
      W_h: [[OPEN, 0, 0], [0, OPEN, 0], [0, 0, OPEN], off, off, off],
      U_h: [still, still, still, [OPEN, 0, 0, 0, 0, 0], [0, OPEN, 0, 0, 0, 0], [0, 0, OPEN, 0, 0, 0]],
    },
  }),
};

import { lstm } from '../cells/lstm.ts';
import { flaggedValues } from './flagged.ts';
import { OPEN, type Preset, presetInputs } from './preset.ts';

/** Opens where the flag is 1, but not any more once unit 2 shows that one was seen. */
const firstFlag = [0, 2 * OPEN];
const seen = [0, -3 * OPEN, 0, 0];
const none = [0, 0, 0, 0];

export const rememberFirst: Preset = {
  id: 'remember-first',
  title: 'Remember the first flagged value',
  beside: 'leaky-rnn',
  look: [
    {
      text: 'At timestep 4 the flag is up for the first time: the input gate of unit 1 opens then, and never again.',
      claims: ['opens-once'],
    },
    {
      text: 'From then on the cell state of unit 1 is tanh of that value and does not move by a single bit, because its forget gate is 1.',
      claims: ['keeps-first', 'forget-open'],
    },
    {
      text: 'Unit 2 goes from 0 to 1 with the first flag; its hidden state keeps the input gates of units 1 and 2 shut from then on.',
      claims: ['latch'],
    },
    {
      text: 'Unit 3 has no such lock: it holds the latest flagged value. Unit 4 counts the flags.',
      claims: ['keeps-latest', 'counts-flags'],
    },
  ],
  inputs: presetInputs('remember-first', {
    cell: lstm,
    H: 4,
    sequence: flaggedValues,
    weights: {
      W_f: [
        [0, 0],
        [0, 0],
        [0, -2 * OPEN],
        [0, 0],
      ],
      b_f: [OPEN, OPEN, OPEN, OPEN],
      W_i: [firstFlag, firstFlag, firstFlag, firstFlag],
      U_i: [seen, seen, none, none],
      b_i: [-OPEN, -OPEN, -OPEN, -OPEN],
      W_C: [
        [1, 0],
        [0, 0],
        [1, 0],
        [0, 0],
      ],
      b_C: [0, OPEN, 0, OPEN],
      b_o: [OPEN, OPEN, OPEN, OPEN],
    },
  }),
};

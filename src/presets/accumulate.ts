import { greff } from '../cells/greff.ts';
import { OPEN, type Preset, presetInputs } from './preset.ts';

const values = [
  0.5, 0.25, -0.75, 1, 0.5, 0.5, -0.25, 0.75, 0.1, 0.2, 0.3, 0.4, -0.5, -0.5, 0.6, 1.2, -0.3, 0.9, 0.4, -1,
];
const resets: ReadonlySet<number> = new Set([6, 13, 16]);
const onReset = [0, -2 * OPEN];

export const accumulate: Preset = {
  id: 'accumulate',
  title: 'Accumulate and reset',
  look: [
    {
      text: 'The cell state of unit 1 is the sum of the values since the last reset. A reset shuts its forget gate for one timestep, and the sum starts again with the value of that timestep.',
      claims: ['sum', 'forget-on-reset'],
    },
    {
      text: 'Unit 2 never forgets and holds the sum of everything. Unit 3 counts the timesteps since the reset. Unit 4 always forgets and holds the latest value.',
      claims: ['total', 'age', 'latest'],
    },
    {
      text: 'This is an LSTM whose candidate has no tanh (NIAF): with one, large values would be squashed and the sum would not be exact.',
      claims: ['linear-candidate'],
    },
  ],
  inputs: presetInputs('accumulate', {
    cell: greff,
    options: { ablation: 'NIAF' },
    H: 4,
    sequence: {
      kind: 'numbers',
      columns: ['value', 'reset'],
      rows: values.map((value, k) => [value, resets.has(k + 1) ? 1 : 0]),
      scaling: 'none',
    },
    weights: {
      W_f: [onReset, [0, 0], onReset, [0, 0]],
      b_f: [OPEN, OPEN, OPEN, -OPEN],
      b_i: [OPEN, OPEN, OPEN, OPEN],
      W_C: [
        [1, 0],
        [1, 0],
        [0, 0],
        [1, 0],
      ],
      b_C: [0, 0, 1, 0],
      b_o: [OPEN, OPEN, OPEN, OPEN],
    },
  }),
};

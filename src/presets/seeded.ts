import { gru } from '../cells/gru.ts';
import { lstm } from '../cells/lstm.ts';
import { type Preset, presetInputs } from './preset.ts';

export const sentence: Preset = {
  id: 'sentence',
  title: 'A sentence, letter by letter',
  look: [
    { text: 'Weights from a seed, not trained: no gate is ever fully open or fully shut.', claims: ['gates-between'] },
    {
      text: 'The letter t comes five times, each time with a different hidden state, because the cell remembers what came before.',
      claims: ['context'],
    },
  ],
  inputs: presetInputs('sentence', {
    cell: lstm,
    H: 4,
    seed: 7,
    sequence: { kind: 'text', text: 'the cat sat on the mat', unit: 'characters', vocabulary: null },
  }),
};

const PERIOD = 16;
/** A sine in steps of a sixteenth of its period, to two decimals (written out: Math.sin may differ between browsers). */
const quarter = [0, 0.38, 0.71, 0.92];
const wave = [...quarter, 1, ...quarter.slice(1).toReversed()];
const sine = [...wave, ...wave.map((value) => 0 - value)];

export const sineWave: Preset = {
  id: 'sine',
  title: 'A sine wave through a GRU',
  look: [
    {
      text: 'Three periods of a sine. Seeded weights: the hidden states swing with it, each in its own way, and stay between −1 and 1.',
      claims: ['swings', 'bounded'],
    },
    {
      text: 'Every hidden state lies between the old one and the candidate: the update gate only blends.',
      claims: ['blend'],
    },
    {
      text: 'Where the cell starts is soon forgotten: the third period repeats the second to within a hundredth.',
      claims: ['settles'],
    },
  ],
  inputs: presetInputs('sine', {
    cell: gru,
    H: 4,
    seed: 3,
    sequence: {
      kind: 'numbers',
      columns: ['sine'],
      rows: Array.from({ length: 3 * PERIOD }, (_, k) => [sine[k % PERIOD]]),
      scaling: 'none',
    },
  }),
};

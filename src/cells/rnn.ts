import { biasOption, choice, defineCell } from '../cell/declaration.ts';
import { affine, pointwise } from '../cell/expression.ts';

/** The plain recurrent network of Elman. */
export const rnn = defineCell({
  id: 'rnn',
  name: 'RNN',
  reference: 'Elman 1990, “Finding structure in time”',
  summary: 'One layer: the new state is tanh of a mix of the input and the old state.',
  options: { activation: choice('activation', { tanh: 'tanh', relu: 'relu' }, 'tanh'), ...biasOption },
  states: { h: { initial: 0, rail: 6 } },
  output: 'h',
  inputAt: 3,
  outputAt: 10,
  body: [12, 7],
  math({ x, prev }, { activation }) {
    return { h: pointwise(activation, affine(prev.h, x)) };
  },
  stages: [
    {
      id: 'update',
      label: 'Update',
      question: 'The new hidden state',
      sentence: 'Unit {unit} mixes the input x with the old h of every unit: its own h goes from {prev.h} to {h}.',
    },
  ],
  signals: {
    h: {
      role: 'state',
      stage: 'update',
      symbol: 'h',
      label: 'hidden state',
      hint: 'Everything the cell remembers, rewritten at every timestep.',
      at: [6, 3],
      join: [3, 6],
    },
  },
});

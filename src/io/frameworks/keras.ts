import type { WeightLayout } from './weightLayout.ts';

const beside = (gates: readonly string[]): WeightLayout => [
  { tensor: 'kernel', blocks: gates.map((gate) => `W_${gate}`), along: 'columns', block: 'transposed' },
  { tensor: 'recurrent_kernel', blocks: gates.map((gate) => `U_${gate}`), along: 'columns', block: 'transposed' },
  { tensor: 'bias', blocks: gates.map((gate) => `b_${gate}`) },
];

/** Two biases for every gate, of the input and of the recurrent kernel. */
const withTwoBiases = (
  layout: WeightLayout,
  recurrent: readonly string[],
  shape?: (H: number) => readonly number[],
): WeightLayout =>
  layout.map((one) =>
    one.tensor === 'bias'
      ? { ...one, blocks: [...one.blocks, ...recurrent.map((gate) => `b_${gate}`)], ...(shape && { shape }) }
      : one,
  );

/** CuDNN's matrices: each gate's block holds our matrix row by row. */
const refilled = (layout: WeightLayout): WeightLayout =>
  layout.map((one) => (one.tensor === 'bias' ? one : { ...one, block: 'refilled' }));

const lstm = beside(['i', 'f', 'C', 'o']);
const gru = beside(['z', 'r', 'h']);
const recurrent = ['z', 'r', 'Uh'];

/** The layouts of Keras's layers: gates in columns, matrices transposed; z multiplies the old state. */
export const keras = {
  simpleRnn: beside(['h']),
  lstm,
  /** The layout of saved CuDNNLSTM layers. */
  lstmCudnn: refilled(withTwoBiases(lstm, ['i', 'f', 'C', 'o'])),
  /** `reset_after` false. */
  gru,
  gruResetAfter: withTwoBiases(gru, recurrent, (H) => [2, 3 * H]),
  /** The layout of saved CuDNNGRU layers. */
  gruCudnn: refilled(withTwoBiases(gru, recurrent)),
} as const satisfies Record<string, WeightLayout>;

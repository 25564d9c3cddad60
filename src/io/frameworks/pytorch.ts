import type { WeightLayout } from './weightLayout.ts';

const stacked = (gates: readonly string[], recurrentBiases = gates): WeightLayout => [
  { tensor: 'weight_ih', blocks: gates.map((gate) => `W_${gate}`) },
  { tensor: 'weight_hh', blocks: gates.map((gate) => `U_${gate}`) },
  { tensor: 'bias_ih', blocks: gates.map((gate) => `b_${gate}`) },
  { tensor: 'bias_hh', blocks: recurrentBiases.map((gate) => `b_${gate}`) },
];

/** The layouts of PyTorch's modules: gates in rows, two biases; the GRU resets after the matrix, and z multiplies the old state. */
export const pytorch = {
  rnn: stacked(['h']),
  lstm: stacked(['i', 'f', 'C', 'o']),
  lstmProjected: [...stacked(['i', 'f', 'C', 'o']), { tensor: 'weight_hr', blocks: ['W_hr'] }],
  gru: stacked(['r', 'z', 'h'], ['r', 'z', 'Uh']),
} as const satisfies Record<string, WeightLayout>;

/** The suffix that PyTorch appends to the array names of one layer and direction: `_l0`, `_l1_reverse`. */
export const pytorchSuffix = (layer: number, reverse: boolean): string => `_l${layer}${reverse ? '_reverse' : ''}`;

import type { Tensor, WeightLayout } from './weightLayout.ts';

type Gate = string | null;

const named = (letter: string, gates: readonly Gate[]): Gate[] => gates.map((gate) => gate && `${letter}_${gate}`);

const stacked = (gates: readonly Gate[], recurrentBiases = gates): WeightLayout => [
  { tensor: 'W', blocks: named('W', gates) },
  { tensor: 'R', blocks: named('U', gates) },
  { tensor: 'B', blocks: named('b', [...gates, ...recurrentBiases]) },
];

/** The layouts of ONNX's operators: gates in rows, the biases of W and R in one array; z multiplies the old state. */
export const onnx = {
  rnn: stacked(['h']),
  lstm: stacked(['i', 'o', 'f', 'C']),
  /** The LSTM with the input P, its peepholes. */
  lstmPeephole: [...stacked(['i', 'o', 'f', 'C']), { tensor: 'P', blocks: ['p_i', 'p_o', 'p_f'] }],
  /** ONNX Runtime's `input_forget`: f = 1 − i, the blocks of f are not used. */
  lstmInputForget: stacked(['i', 'o', null, 'C']),
  lstmInputForgetPeephole: [...stacked(['i', 'o', null, 'C']), { tensor: 'P', blocks: ['p_i', 'p_o', null] }],
  gru: stacked(['z', 'r', 'h']),
  gruLinearBeforeReset: stacked(['z', 'r', 'h'], ['z', 'r', 'Uh']),
} as const satisfies Record<string, WeightLayout>;

/** The part of an array that belongs to one direction: entry `direction` of its first axis. */
export function directionOf({ shape: [, ...shape], data }: Tensor, direction: number): Tensor {
  const size = shape.reduce((a, b) => a * b, 1);
  return { shape, data: Array.from({ length: size }, (_, k) => data[direction * size + k]) };
}

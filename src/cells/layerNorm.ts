import { choice, type SignalInfo } from '../cell/declaration.ts';
import { affine, type Expression, gain, linear, normalise, pointwise, tanh } from '../cell/expression.ts';
import { variant } from '../cell/variant.ts';
import { gatedLstm } from './lstm.ts';

type Info = Partial<SignalInfo>;

/** The layers whose sums are normalised, and the column of each. */
const columns = { f: 5, i: 9, candidate: 13, o: 17 };
type LayerId = keyof typeof columns;
const layerIds = Object.keys(columns) as LayerId[];

/** Everything under one activation: a learned sum and its norm, or one of each for the hidden state and for the input. */
function infosOf(id: LayerId): Readonly<Record<string, Info>> {
  const { label, stage, weights = id } = gatedLstm.signals[id];
  const column = columns[id];
  const part = (name: string, row: number, normRow: number): readonly [Info, Info] => [
    {
      role: 'intermediate',
      stage,
      weights,
      label: `${name} of the ${label}`,
      hint: `Weights times what the ${label} sees, before normalisation.`,
      at: [column, row],
      join: [2, 17],
    },
    {
      role: 'intermediate',
      stage,
      label: `normalised ${name} of the ${label}`,
      hint: 'Each unit minus the mean of all units, divided by their standard deviation.',
      at: [column, normRow],
    },
  ];
  const [recurrent, recurrentNorm] = part('recurrent product', 10, 8);
  const [input, inputNorm] = part('input product', 16, 14);
  const [sum, sumNorm] = part('sum', 14, 10);
  return {
    [`${id}Recurrent`]: recurrent,
    [`${id}RecurrentNorm`]: recurrentNorm,
    [`${id}Input`]: input,
    [`${id}InputNorm`]: inputNorm,
    [`${id}Sum`]: sum,
    [`${id}SumNorm`]: sumNorm,
    [id]: { at: [column, 6] },
  };
}

/** A layer whose learned sum is normalised over its units: each product by itself, or both together. */
function normalised(id: LayerId, layer: Expression, x: Expression, h: Expression, together: boolean) {
  if (layer.kind !== 'op') throw new Error(`${id} is not a layer`);
  if (together) {
    const sum = linear(h, x);
    const norm = normalise(sum);
    return { [`${id}Sum`]: sum, [`${id}SumNorm`]: norm, [id]: pointwise(layer.op, affine(gain(norm))) };
  }
  const recurrent = linear(h);
  const recurrentNorm = normalise(recurrent);
  const input = linear(x);
  const inputNorm = normalise(input);
  return {
    [`${id}Recurrent`]: recurrent,
    [`${id}RecurrentNorm`]: recurrentNorm,
    [`${id}Input`]: input,
    [`${id}InputNorm`]: inputNorm,
    [id]: pointwise(layer.op, affine(gain(recurrentNorm, 'U'), gain(inputNorm, 'W'))),
  };
}

/** The LSTM with layer normalisation: eqs. 20–22 of the paper. */
export const layerNormLstm = variant(gatedLstm, {
  id: 'lnlstm',
  name: 'Layer-norm LSTM',
  reference: 'Ba, Kiros & Hinton 2016, “Layer normalization” (arXiv 1607.06450)',
  summary: 'An LSTM that normalises its sums over the units before every activation.',
  remarks:
    '$\\operatorname{norm}(a) = (a - \\mu) / \\sqrt{\\sigma^2 + 10^{-5}}$ with mean $\\mu$ and variance $\\sigma^2$ over the $H$ units; ' +
    '$g$ is the gain, 1 at the start. The paper writes LN for the norm with its own gain and bias. Only the sum of the ' +
    'biases inside and outside the norms matters; it is $b$ here. The published code normalises the four layers side by side, over $4H$ ' +
    'numbers; here each is normalised by itself. Normalising both products together is eq. 4 of the paper, and what ' +
    'TensorFlow’s `LayerNormBasicLSTMCell` does.',
  options: { norm: choice('layer norm', { each: 'norm of each product', sum: 'norm of their sum' }, 'each') },
  body: [28, 19],
  outputAt: 26,
  states: { C: { initial: 0, rail: 0 }, h: { initial: 0, rail: 12 } },
  signals: {
    ...Object.assign({}, ...layerIds.map(infosOf)),
    cellNorm: {
      role: 'intermediate',
      stage: 'output',
      label: 'normalised cell state',
      hint: 'The cell state of each unit minus the mean of all units, divided by their standard deviation.',
      at: [20, 3],
    },
    squashed: {
      weights: 'h',
      hint: 'The normalised cell state with a gain and a bias of its own, after tanh: what the unit could show.',
      at: [24, 6],
    },
    h: { at: [24, 3] },
  },
  replace(base, { x, prev }, { norm }) {
    const cellNorm = normalise(base.C);
    const layers = layerIds.map((id) => normalised(id, base[id], x, prev.h, norm === 'sum'));
    return { ...Object.assign({}, ...layers), cellNorm, squashed: tanh(affine(gain(cellNorm))) };
  },
});

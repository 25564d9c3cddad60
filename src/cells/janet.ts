import { activationOptions, biasOption, choice, defineCell } from '../cell/declaration.ts';
import { add, affine, mul, oneMinus, scaleShift, sigmoid, tanh } from '../cell/expression.ts';
import { gru } from './gru.ts';
import { gatedLstm } from './lstm.ts';

/** JANET, “just another network”: the LSTM with its forget gate alone. The paper's c_t and h_t are one vector. */
export const janet = defineCell({
  id: 'janet',
  name: 'JANET',
  reference:
    'van der Westhuizen & Lasenby 2018, “The unreasonable effectiveness of the forget gate” (arXiv 1804.04849)',
  summary: 'An LSTM with nothing but its forget gate: what it does not keep, it takes from the candidate.',
  remarks:
    'In the paper $h_t = C_t$, so one state $h$ stands for both here. With β = 1, as in the paper, the two shares add up to more ' +
    'than 1: the cell takes in a little more than it gives up. With β = 0 they add up to 1, and the cell is a GRU without a reset gate.',
  options: {
    beta: choice('β', { paper: '1 (as published)', zero: '0 (shares add up to 1)' }, 'paper'),
    ...activationOptions,
    ...biasOption,
  },
  states: { h: { initial: 0, rail: 0 } },
  output: 'h',
  inputAt: 2,
  outputAt: 17,
  body: [19, 13],
  math({ x, prev }, { beta }) {
    const s = affine(prev.h, x);
    const f = sigmoid(s);
    const kept = mul(f, prev.h);
    const shifted = beta === 'paper' && { lowered: scaleShift(s, 1, -1) };
    const share = shifted ? sigmoid(shifted.lowered) : f;
    const i = oneMinus(share);
    const candidate = tanh(affine(prev.h, x));
    const written = mul(i, candidate);
    const h = add(kept, written);
    return { s, f, kept, ...(shifted && { ...shifted, share }), i, candidate, written, h };
  },
  stages: [
    {
      id: 'forget',
      label: 'Forget',
      question: 'What to keep of the old state',
      sentence: 'Unit {unit} keeps {f:percent} of its state h ({f:amount}): {prev.h} becomes {kept}.',
    },
    {
      id: 'update',
      label: 'Update',
      question: 'What to take in',
      sentence:
        'Unit {unit} lets in {i:percent} ({i:amount}) of its candidate h̃, which is {candidate}: its hidden state h is now {h}.',
    },
  ],
  signals: {
    s: {
      role: 'intermediate',
      stage: 'forget',
      symbol: 's',
      weights: 'f',
      forgets: true,
      label: 'input of the forget gate',
      hint: 'One learned sum, read twice: by the forget gate and, lowered by β, by the share of the candidate.',
      at: [5, 9],
      join: [2, 12],
    },
    f: { ...gatedLstm.signals.f, hint: 'The share of the old state that each unit keeps.', at: [5, 4] },
    kept: { ...gatedLstm.signals.kept, label: 'kept state', hint: 'What stays of the old hidden state.', at: [5, 0] },
    lowered: {
      role: 'intermediate',
      stage: 'update',
      label: 'lowered input of the forget gate',
      hint: 'The input of the forget gate minus β = 1, so that the cell takes in a little more than it gives up.',
      at: [9, 7],
    },
    share: {
      role: 'gate',
      stage: 'update',
      label: 'lowered forget gate',
      hint: 'The forget gate as it would be with its input lowered by β.',
      at: [9, 5],
    },
    i: {
      role: 'gate',
      stage: 'update',
      label: 'share of the candidate',
      hint: 'One minus the lowered forget gate: there is no input gate of its own.',
      at: [9, 3],
    },
    candidate: { ...gru.signals.candidate, stage: 'update', at: [14, 9] },
    written: { ...gatedLstm.signals.written, hint: 'What is taken from the candidate.', at: [14, 3] },
    h: { ...gru.signals.h, stage: 'update', at: [14, 0] },
  },
});

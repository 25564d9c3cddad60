import { activationOptions, biasOption, defineCell } from '../cell/declaration.ts';
import { add, affine, mul, oneMinus, sigmoid, tanh } from '../cell/expression.ts';
import { gru } from './gru.ts';

/** The MGU: one gate forgets and resets. */
export const mgu = defineCell({
  id: 'mgu',
  name: 'MGU',
  reference: 'Zhou, Wu, Zhang & Zhou 2016, “Minimal gated unit for recurrent neural networks” (arXiv 1603.09420)',
  summary: 'A GRU with one gate that resets and updates.',
  options: { ...activationOptions, ...biasOption },
  states: gru.states,
  output: 'h',
  inputAt: 3,
  outputAt: 17,
  body: [19, 11],
  math({ x, prev }) {
    const f = sigmoid(affine(prev.h, x));
    const reset = mul(f, prev.h);
    const candidate = tanh(affine(reset, x));
    const rest = oneMinus(f);
    const kept = mul(rest, prev.h);
    const written = mul(f, candidate);
    const h = add(kept, written);
    return { f, reset, candidate, rest, kept, written, h };
  },
  stages: [
    {
      id: 'gate',
      label: 'Gate',
      question: 'How far to open',
      sentence: 'Unit {unit} opens its gate f to {f:percent} ({f:amount}).',
    },
    ...gru.stages.filter(({ id }) => id !== 'reset'),
  ],
  signals: {
    f: {
      role: 'gate',
      stage: 'gate',
      symbol: 'f',
      label: 'forget gate',
      hint: 'One gate for two jobs: it resets the past and lets the candidate in.',
      at: [5, 6],
      join: [3, 9],
    },
    reset: { ...gru.signals.reset, stage: 'candidate', at: [8, 4] },
    candidate: { ...gru.signals.candidate, at: [15, 6], join: [13, 8] },
    rest: { ...gru.signals.rest, hint: 'One minus the gate.', at: [12, 3] },
    kept: { ...gru.signals.kept, at: [12, 0] },
    written: { ...gru.signals.written, at: [15, 3] },
    h: { ...gru.signals.h, at: [15, 0] },
  },
});

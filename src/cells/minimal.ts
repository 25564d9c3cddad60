import { biasOption, choice, defineCell } from '../cell/declaration.ts';
import { add, affine, type Expression, logSigmoid, mul, oneMinus, share, sigmoid, sub } from '../cell/expression.ts';
import { gru } from './gru.ts';

const reference = 'Feng, Tung, Ahmed, Bengio & Hajimirsadeghi 2024, “Were RNNs all we needed?” (arXiv 2410.01201)';
const { candidate, z, rest, kept, written, h } = gru.signals;

/** minGRU: the gate does not see h, so the recurrence is linear and can be computed in parallel. */
export const minGru = defineCell({
  id: 'mingru',
  name: 'minGRU',
  reference,
  summary: 'A GRU whose gate and candidate see only the input.',
  options: { ...biasOption },
  states: { h: { initial: 0, rail: 0 } },
  output: 'h',
  inputAt: 3,
  outputAt: 11,
  body: [13, 9],
  math({ x, prev }) {
    const z = sigmoid(affine(x));
    const candidate = affine(x);
    const rest = oneMinus(z);
    const kept = mul(rest, prev.h);
    const written = mul(z, candidate);
    const h = add(kept, written);
    return { z, candidate, rest, kept, written, h };
  },
  stages: [
    {
      id: 'candidate',
      label: 'Gate and candidate',
      question: 'What the input alone decides',
      sentence: 'Unit {unit} opens its gate z to {z:percent} ({z:amount}) for its candidate h̃, which is {candidate}.',
    },
    ...gru.stages.filter(({ id }) => id === 'update'),
  ],
  signals: {
    z: { ...z, stage: 'candidate', at: [5, 6] },
    candidate: { ...candidate, at: [9, 6] },
    rest: { ...rest, at: [5, 2] },
    kept: { ...kept, at: [5, 0] },
    written: { ...written, at: [9, 3] },
    h: { ...h, at: [9, 0] },
  },
});

/** f′ = σ(f̂) / (σ(f̂) + σ(î)) and i′ likewise, as the paper's main text has it. */
function ratioShares(x: Expression) {
  const f = affine(x);
  const i = affine(x);
  return { f, i, keepShare: share(f, i), writeShare: share(i, f) };
}

/** The same shares, with the logarithms of the gates written out (the paper's appendix). */
function logShares(x: Expression) {
  const logF = logSigmoid(affine(x));
  const logI = logSigmoid(affine(x));
  const lead = sub(logF, logI);
  const lag = sub(logI, logF);
  return { logF, logI, lead, lag, keepShare: sigmoid(lead), writeShare: sigmoid(lag) };
}

/** minLSTM: forget and input gate, made to add up to one. */
export const minLstm = defineCell({
  id: 'minlstm',
  name: 'minLSTM',
  reference,
  summary: 'Forget and input gate from the input alone, normalised so that they add up to one.',
  options: {
    shares: choice('shares', { ratio: 'f ÷ (f + i)', log: 'with logarithms' }, 'ratio'),
    ...biasOption,
  },
  states: { h: { initial: 0, rail: 0 } },
  output: 'h',
  inputAt: 2,
  outputAt: 16,
  body: [18, 12],
  math({ x, prev }, { shares }) {
    const candidate = affine(x);
    const { keepShare, writeShare, ...gates } = shares === 'ratio' ? ratioShares(x) : logShares(x);
    const kept = mul(keepShare, prev.h);
    const written = mul(writeShare, candidate);
    const h = add(kept, written);
    return { ...gates, keepShare, writeShare, candidate, kept, written, h };
  },
  stages: [
    {
      id: 'gates',
      label: 'Gates',
      question: 'How the two gates share',
      sentence: 'Unit {unit} gives {keepShare:percent} to its old state h and {writeShare:percent} to its candidate h̃.',
    },
    {
      id: 'update',
      label: 'Update',
      question: 'How to blend old state and candidate',
      sentence:
        'Unit {unit} keeps {kept} of its old state {prev.h} and takes {written} from its candidate h̃, which is {candidate}: its hidden state h is now {h}.',
    },
  ],
  signals: {
    f: {
      role: 'intermediate',
      stage: 'gates',
      symbol: { letter: 'f', accent: 'hat' },
      label: 'input of the forget gate',
      hint: 'How strongly the old state asks to stay, before the sigmoid.',
      at: [4, 9],
    },
    i: {
      role: 'intermediate',
      stage: 'gates',
      symbol: { letter: 'i', accent: 'hat' },
      label: 'input of the input gate',
      hint: 'How strongly the candidate asks to come in, before the sigmoid.',
      at: [10, 9],
    },
    logF: {
      role: 'intermediate',
      stage: 'gates',
      weights: 'f',
      label: 'log forget gate',
      hint: 'The logarithm of the forget gate.',
      at: [4, 9],
    },
    logI: {
      role: 'intermediate',
      stage: 'gates',
      weights: 'i',
      label: 'log input gate',
      hint: 'The logarithm of the input gate.',
      at: [10, 9],
    },
    lead: {
      role: 'intermediate',
      stage: 'gates',
      label: 'lead of the forget gate',
      hint: 'How far the forget gate is ahead of the input gate, in logarithms.',
      at: [4, 6],
    },
    lag: {
      role: 'intermediate',
      stage: 'gates',
      label: 'lead of the input gate',
      hint: 'How far the input gate is ahead of the forget gate, in logarithms.',
      at: [10, 6],
    },
    keepShare: {
      role: 'gate',
      stage: 'gates',
      symbol: { letter: 'f', accent: 'prime' },
      label: 'normalised forget gate',
      hint: 'The share of the old state.',
      at: [4, 3],
    },
    writeShare: {
      role: 'gate',
      stage: 'gates',
      symbol: { letter: 'i', accent: 'prime' },
      label: 'normalised input gate',
      hint: 'The share of the candidate.',
      at: [10, 3],
    },
    candidate: { ...candidate, stage: 'update', at: [14, 9] },
    kept: { ...kept, at: [4, 0] },
    written: { ...written, at: [14, 3] },
    h: { ...h, at: [14, 0] },
  },
});

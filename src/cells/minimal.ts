import { biasOption, choice, defineCell } from '../cell/declaration.ts';
import { add, affine, div, type Expression, logSigmoid, mul, oneMinus, sigmoid, sub } from '../cell/expression.ts';
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
      sentence: 'Unit {unit} opens its gate {z:percent} ({z:amount}) to a candidate of {candidate}.',
    },
    {
      id: 'update',
      label: 'Update',
      question: 'Old state or candidate',
      sentence:
        'Unit {unit}: {kept} is left of its old state {prev.h}, {written} comes from its candidate {candidate}; its hidden state is their sum {h}.',
    },
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

/** f′ = f / (f + i) and i′ = i / (f + i), as the paper's main text has it. */
function ratioShares(x: Expression) {
  const f = sigmoid(affine(x));
  const i = sigmoid(affine(x));
  const total = add(f, i);
  return { f, i, total, keepShare: div(f, total), writeShare: div(i, total) };
}

/** The same shares from the logarithms of the gates (the paper's appendix): they hold where both gates vanish. */
function logShares(x: Expression) {
  const logF = logSigmoid(affine(x));
  const logI = logSigmoid(affine(x));
  const lead = sub(logF, logI);
  const keepShare = sigmoid(lead);
  return { logF, logI, lead, keepShare, writeShare: oneMinus(keepShare) };
}

/** minLSTM: forget and input gate, made to add up to one. */
export const minLstm = defineCell({
  id: 'minlstm',
  name: 'minLSTM',
  reference,
  summary: 'Forget and input gate from the input alone, normalised so that they add up to one.',
  options: {
    shares: choice('shares', { ratio: 'f ÷ (f + i)', log: 'from logarithms' }, 'ratio'),
    ...biasOption,
  },
  states: { h: { initial: 0, rail: 0 } },
  output: 'h',
  inputAt: 2,
  outputAt: 16,
  body: [18, 10],
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
      sentence: 'Unit {unit} gives {keepShare:percent} to its old state and {writeShare:percent} to the candidate.',
    },
    {
      id: 'update',
      label: 'Update',
      question: 'Old state and candidate',
      sentence:
        'Unit {unit}: {kept} is left of its old state {prev.h}, {written} comes from its candidate {candidate}; its hidden state is their sum {h}.',
    },
  ],
  signals: {
    f: {
      role: 'gate',
      stage: 'gates',
      symbol: 'f',
      label: 'forget gate',
      hint: 'How strongly the old state asks to stay.',
      at: [4, 7],
    },
    i: {
      role: 'gate',
      stage: 'gates',
      symbol: 'i',
      label: 'input gate',
      hint: 'How strongly the candidate asks to come in.',
      at: [10, 7],
    },
    logF: {
      role: 'intermediate',
      stage: 'gates',
      weights: 'f',
      label: 'log forget gate',
      hint: 'The logarithm of the forget gate.',
      at: [4, 7],
    },
    logI: {
      role: 'intermediate',
      stage: 'gates',
      weights: 'i',
      label: 'log input gate',
      hint: 'The logarithm of the input gate.',
      at: [10, 7],
    },
    lead: {
      role: 'intermediate',
      stage: 'gates',
      label: 'lead of the forget gate',
      hint: 'How far the forget gate is ahead of the input gate, in logarithms.',
      at: [7, 5],
    },
    total: {
      role: 'intermediate',
      stage: 'gates',
      label: 'sum of the gates',
      hint: 'What both gates are divided by.',
      at: [7, 5],
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
    candidate: { ...candidate, stage: 'update', at: [14, 7] },
    kept: { ...kept, at: [4, 0] },
    written: { ...written, at: [14, 3] },
    h: { ...h, at: [14, 0] },
  },
});

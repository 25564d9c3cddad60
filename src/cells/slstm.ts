import { biasOption, choice, defineCell } from '../cell/declaration.ts';
import {
  add,
  affine,
  div,
  exp,
  identity,
  logSigmoid,
  logSign,
  max,
  mul,
  sigmoid,
  sub,
  tanh,
} from '../cell/expression.ts';
import { gatedLstm } from './lstm.ts';

const { candidate, kept, written, o } = gatedLstm.signals;

/** The sLSTM with exponential gates, normaliser n and stabiliser m. */
export const slstm = defineCell({
  id: 'slstm',
  name: 'sLSTM',
  reference: 'Beck et al. 2024, “xLSTM: Extended long short-term memory” (arXiv 2405.04517), §2.2',
  summary: 'Exponential gates, a normaliser that counts what was written and a stabiliser that keeps both finite.',
  options: {
    forget: choice('forget gate', { sigmoid: 'σ', exp: 'exp' }, 'sigmoid'),
    ...biasOption,
  },
  states: {
    C: { initial: 0, rail: 0 },
    n: { initial: 0, rail: 3 },
    m: { initial: 0, rail: 7 },
    h: { initial: 0, rail: 16 },
  },
  output: 'h',
  inputAt: 2,
  outputAt: 27,
  body: [29, 17],
  math({ x, prev }, { forget }) {
    const logF = (forget === 'exp' ? identity : logSigmoid)(affine(prev.h, x));
    const logI = affine(prev.h, x);
    const begun = logSign(prev.n);
    const before = add(prev.m, begun);
    const carried = add(logF, before);
    const m = max(carried, logI);
    const shiftF = sub(carried, m);
    const f = exp(shiftF);
    const shiftI = sub(logI, m);
    const i = exp(shiftI);
    const candidate = tanh(affine(prev.h, x));
    const kept = mul(f, prev.C);
    const written = mul(i, candidate);
    const C = add(kept, written);
    const keptCount = mul(f, prev.n);
    const n = add(keptCount, i);
    const o = sigmoid(affine(prev.h, x));
    const mean = div(C, n);
    const h = mul(o, mean);
    return {
      logF,
      logI,
      begun,
      before,
      carried,
      m,
      shiftF,
      f,
      shiftI,
      i,
      candidate,
      kept,
      written,
      C,
      keptCount,
      n,
      o,
      mean,
      h,
    };
  },
  stages: [
    {
      id: 'gates',
      label: 'Gates',
      question: 'Exponential gates, kept in range',
      sentence: 'Unit {unit} weighs its memory C by {f} and its candidate z by {i}; the stabiliser m is {m}.',
    },
    {
      id: 'update',
      label: 'Update',
      question: 'Cell state and normaliser',
      sentence: 'Unit {unit} now has memory C = {C} and normaliser n = {n}.',
    },
    {
      id: 'output',
      label: 'Output',
      question: 'What to show',
      sentence: 'Unit {unit} shows {o:percent} ({o:amount}) of C ÷ n, which is {mean}: its hidden state h is {h}.',
    },
  ],
  signals: {
    logF: {
      role: 'intermediate',
      stage: 'gates',
      symbol: { letter: 'f', accent: 'tilde' },
      weights: 'f',
      label: 'log forget gate',
      hint: 'The logarithm of the forget gate.',
      at: [5, 13],
      join: [2, 16],
    },
    logI: {
      role: 'intermediate',
      stage: 'gates',
      symbol: { letter: 'i', accent: 'tilde' },
      weights: 'i',
      label: 'log input gate',
      hint: 'The logarithm of the input gate.',
      at: [13, 13],
    },
    begun: {
      role: 'intermediate',
      stage: 'gates',
      label: 'log of whether anything was written',
      hint: '0 once the unit has written anything; −∞ before that, when there is no memory to keep.',
      at: [3, 5],
    },
    before: {
      role: 'intermediate',
      stage: 'gates',
      label: 'stabiliser of what was written',
      hint: 'The old stabiliser, or −∞ before anything was written.',
      at: [3, 7],
    },
    carried: {
      role: 'intermediate',
      stage: 'gates',
      label: 'carried stabiliser',
      hint: 'The old stabiliser plus the log forget gate.',
      at: [5, 10],
    },
    m: {
      role: 'state',
      stage: 'gates',
      symbol: 'm',
      label: 'stabiliser',
      hint: 'The largest exponent so far: subtracting it keeps both gates at most 1.',
      at: [9, 10],
    },
    shiftF: {
      role: 'intermediate',
      stage: 'gates',
      label: 'stabilised log forget gate',
      hint: 'The exponent of the forget gate after the stabiliser.',
      at: [7, 8],
    },
    f: {
      role: 'gate',
      stage: 'gates',
      symbol: { letter: 'f', accent: 'prime' },
      label: 'forget gate',
      hint: 'The weight of the old memory, after the stabiliser.',
      at: [7, 5],
    },
    shiftI: {
      role: 'intermediate',
      stage: 'gates',
      label: 'stabilised log input gate',
      hint: 'The exponent of the input gate after the stabiliser.',
      at: [13, 8],
    },
    i: {
      role: 'gate',
      stage: 'gates',
      symbol: { letter: 'i', accent: 'prime' },
      label: 'input gate',
      hint: 'The weight of the new content, after the stabiliser.',
      at: [13, 5],
    },
    candidate: {
      ...candidate,
      stage: 'update',
      symbol: 'z',
      weights: 'z',
      at: [18, 13],
    },
    kept: { ...kept, stage: 'update', at: [7, 0] },
    written: { ...written, at: [18, 5] },
    C: { ...gatedLstm.signals.C, at: [18, 0] },
    keptCount: {
      role: 'intermediate',
      stage: 'update',
      label: 'kept count',
      hint: 'The old normaliser after the forget gate.',
      at: [9, 3],
    },
    n: {
      role: 'state',
      stage: 'update',
      symbol: 'n',
      label: 'normaliser',
      hint: 'Counts, with the same weights, how much was written.',
      at: [15, 3],
    },
    o: { ...o, at: [22, 13] },
    mean: {
      role: 'intermediate',
      stage: 'output',
      label: 'normalised cell state',
      hint: 'The cell state divided by its normaliser.',
      at: [24, 7],
    },
    h: { ...gatedLstm.signals.h, at: [24, 10] },
  },
});

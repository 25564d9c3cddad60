import { activationOptions, biasOption, choice, defineCell } from '../cell/declaration.ts';
import { add, affine, mul, sigmoid, tanh } from '../cell/expression.ts';
import { variant } from '../cell/variant.ts';

/** The LSTM with a forget gate: the base from which its whole family is told. */
export const gatedLstm = defineCell({
  id: 'lstm',
  name: 'LSTM',
  reference: 'Hochreiter & Schmidhuber 1997; forget gate: Gers, Schmidhuber & Cummins 2000',
  summary: 'Three gates decide what the cell state forgets, takes in and shows.',
  options: { ...activationOptions, ...biasOption },
  states: { C: { initial: 0, rail: 0 }, h: { initial: 0, rail: 9 } },
  output: 'h',
  inputAt: 2,
  outputAt: 22,
  body: [24, 10],
  math({ x, prev }) {
    const f = sigmoid(affine(prev.h, x));
    const kept = mul(f, prev.C);
    const i = sigmoid(affine(prev.h, x));
    const candidate = tanh(affine(prev.h, x));
    const written = mul(i, candidate);
    const C = add(kept, written);
    const o = sigmoid(affine(prev.h, x));
    const squashed = tanh(C);
    const h = mul(o, squashed);
    return { f, kept, i, candidate, written, C, o, squashed, h };
  },
  stages: [
    {
      id: 'forget',
      label: 'Forget',
      question: 'What to keep of the old cell state',
      sentence: 'Unit {unit} keeps {f:percent} of its memory C ({f:amount}): {prev.C} becomes {kept}.',
    },
    {
      id: 'input',
      label: 'Input',
      question: 'What to take in',
      sentence: 'Unit {unit} lets in {i:percent} ({i:amount}) of its candidate C̃, which is {candidate}.',
    },
    {
      id: 'update',
      label: 'Update',
      question: 'The new cell state',
      sentence: 'Unit {unit} adds {written} to what it has kept: its memory C is now {C}.',
    },
    {
      id: 'output',
      label: 'Output',
      question: 'What to show',
      sentence:
        'Unit {unit} shows {o:percent} ({o:amount}) of its activated cell state, {squashed}: its hidden state h is {h}.',
    },
  ],
  signals: {
    f: {
      role: 'gate',
      stage: 'forget',
      symbol: 'f',
      label: 'forget gate',
      hint: 'The share of the old cell state that each unit keeps: 1 keeps everything, 0 erases.',
      at: [5, 6],
      join: [2, 9],
    },
    kept: {
      role: 'intermediate',
      stage: 'forget',
      label: 'kept memory',
      hint: 'What is left of the old cell state after the forget gate.',
      at: [5, 0],
    },
    i: {
      role: 'gate',
      stage: 'input',
      symbol: 'i',
      label: 'input gate',
      hint: 'The share of the candidate that each unit writes.',
      at: [9, 6],
      join: [2, 9],
    },
    candidate: {
      role: 'candidate',
      stage: 'input',
      symbol: { letter: 'C', accent: 'tilde' },
      weights: 'C',
      label: 'candidate',
      hint: 'The new content that could be written to the cell state.',
      at: [13, 6],
    },
    written: {
      role: 'intermediate',
      stage: 'update',
      label: 'written content',
      hint: 'The candidate after the input gate.',
      at: [13, 3],
    },
    C: {
      role: 'state',
      stage: 'update',
      symbol: 'C',
      label: 'cell state',
      hint: 'The memory that runs along the belt: what was kept plus what is written.',
      at: [13, 0],
    },
    o: {
      role: 'gate',
      stage: 'output',
      symbol: 'o',
      label: 'output gate',
      hint: 'The share of its activated cell state that each unit shows.',
      at: [17, 6],
    },
    squashed: {
      role: 'intermediate',
      stage: 'output',
      label: 'activated cell state',
      hint: 'The cell state after its activation: what the unit could show. tanh brings it between −1 and 1.',
      at: [20, 2],
    },
    h: {
      role: 'state',
      stage: 'output',
      symbol: 'h',
      label: 'hidden state',
      hint: 'What the cell shows to the next timestep and to whatever reads it.',
      at: [20, 4],
    },
  },
});

/** The LSTM of the main switch: with the forget gate, or as first published. */
export const lstm = variant(gatedLstm, {
  id: 'lstm',
  name: 'LSTM',
  reference: gatedLstm.reference,
  summary: gatedLstm.summary,
  options: {
    form: choice(
      'forget gate',
      { forget: 'with forget gate (2000)', original: 'without forget gate (1997)' },
      'forget',
      {
        forget: 'PyTorch, Keras, ONNX',
      },
    ),
  },
  replace: ({ written }, { prev }, { form }) =>
    form === 'original' ? { f: null, kept: null, C: add(prev.C, written) } : {},
});

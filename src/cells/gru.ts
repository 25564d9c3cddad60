import { activationOptions, biasOption, choice, defineCell } from '../cell/declaration.ts';
import { add, affine, mul, oneMinus, sigmoid, tanh, unweighted } from '../cell/expression.ts';

/** The GRU, with both resets and both meanings of z. */
export const gru = defineCell({
  id: 'gru',
  name: 'GRU',
  reference: 'Cho et al. 2014 (arXiv 1406.1078); Chung et al. 2014 (arXiv 1412.3555); in the form of Olah 2015',
  summary: 'Two gates and one state: the update gate blends the old state with a candidate.',
  options: {
    reset: choice('reset', { before: 'reset, then Uₕ', after: 'Uₕ, then reset' }, 'before', {
      before: 'ONNX by default',
      after: 'PyTorch; Keras by default',
    }),
    z: choice('z multiplies', { candidate: 'z on the candidate', old: 'z on the old state' }, 'candidate', {
      old: 'PyTorch, Keras, ONNX',
    }),
    ...activationOptions,
    ...biasOption,
  },
  states: { h: { initial: 0, rail: 0 } },
  output: 'h',
  inputAt: 3,
  outputAt: 19,
  body: [21, 11],
  math({ x, prev }, options) {
    const r = sigmoid(affine(prev.h, x));
    const after = options.reset === 'after';
    const recurrent = affine(prev.h);
    const reset = mul(r, after ? recurrent : prev.h);
    const candidate = tanh(after ? affine(x, unweighted(reset)) : affine(reset, x));
    const z = sigmoid(affine(prev.h, x));
    const rest = oneMinus(z);
    const zOnCandidate = options.z === 'candidate';
    const kept = mul(zOnCandidate ? rest : z, prev.h);
    const written = mul(zOnCandidate ? z : rest, candidate);
    const h = add(kept, written);
    return { r, ...(after && { recurrent }), reset, candidate, z, rest, kept, written, h };
  },
  stages: [
    {
      id: 'reset',
      label: 'Reset',
      question: 'How much of the past the candidate may see',
      sentence: 'Unit {unit} lets {r:percent} of its past hₜ₋₁ through to the candidates ({r:amount}).',
    },
    {
      id: 'candidate',
      label: 'Candidate',
      question: 'What could be written',
      sentence: 'Unit {unit} proposes {candidate} as its candidate h̃.',
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
    r: {
      role: 'gate',
      stage: 'reset',
      symbol: 'r',
      label: 'reset gate',
      hint: 'The share of the past that the candidate may see.',
      at: [5, 6],
      join: [3, 9],
    },
    recurrent: {
      role: 'intermediate',
      stage: 'reset',
      weights: 'h',
      label: 'recurrent product',
      hint: 'The old hidden state times its matrix Uₕ, before the reset.',
      at: [8, 6],
    },
    reset: {
      role: 'intermediate',
      stage: 'reset',
      label: 'reset past',
      hint: 'What the reset gate lets through.',
      at: [8, 4],
      moved: ({ reset }) => (reset === 'after' ? [10, 5] : null),
    },
    candidate: {
      role: 'candidate',
      stage: 'candidate',
      symbol: { letter: 'h', accent: 'tilde' },
      weights: 'h',
      label: 'candidate',
      hint: 'The state that could replace the old one.',
      at: [17, 6],
      join: [11, 8],
    },
    z: {
      role: 'gate',
      stage: 'update',
      symbol: 'z',
      label: 'update gate',
      hint: 'How old state and candidate are blended.',
      at: [13, 6],
    },
    rest: {
      role: 'gate',
      stage: 'update',
      label: 'remaining share',
      hint: 'One minus the update gate.',
      at: [13, 2],
      moved: ({ z }) => (z === 'old' ? [15, 3] : null),
    },
    kept: {
      role: 'intermediate',
      stage: 'update',
      label: 'kept state',
      hint: 'What stays of the old hidden state.',
      at: [13, 0],
    },
    written: {
      role: 'intermediate',
      stage: 'update',
      label: 'written content',
      hint: 'What is taken from the candidate.',
      at: [17, 4],
      moved: ({ z }) => (z === 'old' ? [17, 3] : null),
    },
    h: {
      role: 'state',
      stage: 'update',
      symbol: 'h',
      label: 'hidden state',
      hint: 'Memory and output in one.',
      at: [17, 0],
    },
  },
});

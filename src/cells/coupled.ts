import { choice } from '../cell/declaration.ts';
import { oneMinus } from '../cell/expression.ts';
import { variant } from '../cell/variant.ts';
import { peephole } from './peephole.ts';

/** Forget and input gate tied together: what is forgotten is replaced, no more and no less. */
export const coupled = variant(peephole, {
  id: 'coupled',
  name: 'Coupled',
  reference: 'Olah 2015 (i = 1 − f); Greff et al. 2017, CIFG (f = 1 − i)',
  summary: 'An LSTM that only writes where it forgets.',
  options: { couple: choice('coupling', { i: 'i = 1 − f', f: 'f = 1 − i' }, 'i', { f: 'ONNX Runtime' }) },
  defaults: { peepF: false, peepI: false, peepO: false },
  signals: {
    i: { moved: ({ couple }) => (couple === 'i' ? [9, 3] : null) },
    f: { moved: ({ couple }) => (couple === 'f' ? [5, 3] : null) },
  },
  replace: ({ f, i }, _, { couple }) => (couple === 'i' ? { i: oneMinus(f) } : { f: oneMinus(i) }),
});

import { choice, flag } from '../cell/declaration.ts';
import { alsoSees, diagonal, matrix } from '../cell/expression.ts';
import { variant } from '../cell/variant.ts';
import { gatedLstm } from './lstm.ts';

/** Gates that look at the cell state: f and i see C_{t−1}, o sees the new C_t. */
export const peephole = variant(gatedLstm, {
  id: 'peephole',
  name: 'Peephole',
  reference: 'Gers & Schmidhuber 2000, “Recurrent nets that time and count”; Gers, Schraudolph & Schmidhuber 2002',
  summary: 'An LSTM whose gates also look at the cell state.',
  options: {
    peepF: { ...flag('f sees Cₜ₋₁', true), when: (options) => options.couple !== 'f' },
    peepI: { ...flag('i sees Cₜ₋₁', true), when: (options) => options.couple !== 'i' },
    peepO: flag('o sees Cₜ', true),
    peepWeights: {
      ...choice('peephole weights', { diagonal: 'one per unit', full: 'full matrix' }, 'diagonal', {
        diagonal: 'ONNX',
      }),
      when: ({ peepF, peepI, peepO }) => Boolean(peepF || peepI || peepO),
    },
  },
  replace({ f, i, o, C }, { prev }, { peepF, peepI, peepO, peepWeights }) {
    const seen = peepWeights === 'full' ? matrix : diagonal;
    return {
      ...(peepF && { f: alsoSees(f, seen(prev.C)) }),
      ...(peepI && { i: alsoSees(i, seen(prev.C)) }),
      ...(peepO && { o: alsoSees(o, seen(C)) }),
    };
  },
});

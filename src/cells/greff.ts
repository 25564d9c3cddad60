import { choice } from '../cell/declaration.ts';
import { alsoSees, diagonal, identity, matrix, one, oneMinus, type pointwise } from '../cell/expression.ts';
import { variant } from '../cell/variant.ts';
import { gatedLstm } from './lstm.ts';

const reference =
  'Greff, Srivastava, Koutník, Steunebrink & Schmidhuber 2017, “LSTM: A Search Space Odyssey” (arXiv 1503.04069)';

/** The vanilla LSTM of the search space odyssey (it has all peepholes) and its ablations, one change at a time. */
export const greff = variant(gatedLstm, {
  id: 'greff',
  name: 'LSTM ablations',
  reference,
  summary: 'The vanilla LSTM with its peepholes, whole or with one part removed.',
  options: {
    ablation: choice(
      'ablation',
      {
        V: 'V: vanilla',
        NIG: 'NIG: no input gate',
        NFG: 'NFG: no forget gate',
        NOG: 'NOG: no output gate',
        NIAF: 'NIAF: no input activation',
        NOAF: 'NOAF: no output activation',
        CIFG: 'CIFG: coupled gates, f = 1 − i',
        NP: 'NP: no peepholes',
      },
      'V',
    ),
  },
  signals: {
    i: { moved: ({ ablation }) => (ablation === 'NIG' ? [9, 3] : null) },
    f: { moved: ({ ablation }) => (ablation === 'NFG' || ablation === 'CIFG' ? [5, 3] : null) },
    o: { moved: ({ ablation }) => (ablation === 'NOG' ? [17, 4] : null) },
  },
  replace({ f, i, o, C, candidate }, { prev }, { ablation }) {
    const layers =
      ablation === 'NP'
        ? {}
        : { f: alsoSees(f, diagonal(prev.C)), i: alsoSees(i, diagonal(prev.C)), o: alsoSees(o, diagonal(C)) };
    if (ablation === 'NIG') return { ...layers, i: one() };
    if (ablation === 'NFG') return { ...layers, f: one() };
    if (ablation === 'NOG') return { ...layers, o: one() };
    if (ablation === 'NIAF') return { ...layers, candidate: reactivated(candidate) };
    if (ablation === 'NOAF') return { ...layers, squashed: identity(C) };
    if (ablation === 'CIFG') return { ...layers, f: oneMinus(i) };
    return layers;
  },
});

/** The same layer without its squashing. */
function reactivated(layer: Parameters<typeof alsoSees>[0]): ReturnType<typeof pointwise> {
  if (layer.kind !== 'op') throw new Error('not a layer');
  return { ...layer, op: 'identity' };
}

/** FGR: every gate also receives all gates of the previous timestep, by nine more matrices. */
export const fullGateRecurrence = variant(gatedLstm, {
  id: 'fgr',
  name: 'Full gate recurrence',
  reference,
  summary: 'FGR: the peephole LSTM whose gates also see all gates of the previous timestep.',
  options: { oSees: choice('the output peephole sees', { new: 'Cₜ', old: 'Cₜ₋₁' }, 'new') },
  states: { f: { initial: 0, rail: 11 }, i: { initial: 0, rail: 11 }, o: { initial: 0, rail: 11 } },
  outputAt: 26,
  body: [28, 13],
  signals: {
    i: { at: [10, 6] },
    candidate: { at: [15, 6], join: [13, 8] },
    written: { at: [15, 2] },
    C: { at: [15, 0] },
    o: { at: [20, 6] },
    squashed: { at: [24, 2] },
    h: { at: [24, 4] },
  },
  replace({ f, i, o, C }, { prev }, { oSees }) {
    const recurrent = (gate: typeof f) =>
      [prev.i, prev.f, prev.o].reduce((layer, source) => alsoSees(layer, matrix(source)), gate);
    return {
      f: recurrent(alsoSees(f, diagonal(prev.C))),
      i: recurrent(alsoSees(i, diagonal(prev.C))),
      o: recurrent(alsoSees(o, diagonal(oSees === 'new' ? C : prev.C))),
    };
  },
});

import { peephole } from '../cells/peephole.ts';
import { OPEN, type Preset, presetInputs } from './preset.ts';

const periods = [2, 3, 4, 6];
const diagonal = (value: number): number[][] => periods.map((_, r) => periods.map((_, c) => (r === c ? value : 0)));

export const rhythm: Preset = {
  id: 'rhythm',
  title: 'Keep time with a peephole',
  look: [
    {
      text: 'The input says nothing: every token is the same and all its weights are 0. Yet unit 1 fires at every 2nd timestep, unit 2 at every 3rd, unit 3 at every 4th, unit 4 at every 6th; all four at 12 and 24.',
      claims: ['no-input', 'fires', 'together'],
    },
    {
      text: 'Each cell state counts up by 1; the output gate looks at the new count through its peephole and opens only when the count is full.',
      claims: ['counts', 'output-gate'],
    },
    {
      text: 'A unit that has fired shuts its own forget gate one timestep later, and its count starts again at 1.',
      claims: ['restarts'],
    },
    {
      text: 'Turn the peephole off: the output gates never open, nothing is ever cleared, and the counts run away.',
      claims: ['needs-peephole'],
    },
  ],
  inputs: presetInputs('rhythm', {
    cell: peephole,
    options: { peepF: false, peepI: false, peepO: true },
    H: 4,
    sequence: { kind: 'text', text: '.'.repeat(24), unit: 'characters', vocabulary: ['.'] },
    weights: {
      U_f: diagonal(-2.5 * OPEN),
      b_f: periods.map(() => OPEN),
      b_i: periods.map(() => OPEN),
      b_C: periods.map(() => OPEN),
      p_o: periods.map(() => 2 * OPEN),
      b_o: periods.map((period) => -2 * OPEN * (period - 0.5)),
    },
  }),
};

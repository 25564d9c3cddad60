import { describe, it } from 'vitest';
import { type Cell, cellOf } from '../../src/cell/cell.ts';
import { sizesOf } from '../../src/cell/sizes.ts';
import { declarationOf } from '../../src/cells/index.ts';
import { runForward } from '../../src/engine/forward.ts';
import { compile } from '../../src/engine/program.ts';
import { parametersFromTensors } from '../../src/io/frameworks/layout.ts';
import { olah } from '../../src/io/frameworks/olah.ts';
import { expectClose, type Literal, reference, rowsOf, type Stored, tensor, tensors } from '../fixtures/reference.ts';

interface CellCase {
  readonly name: string;
  readonly cell: 'rnn' | 'lstm' | 'gru';
  readonly variant: Readonly<Record<string, string | boolean | undefined>>;
  readonly input_size: number;
  readonly hidden_size: number;
  readonly batch: number;
  readonly T: number;
  readonly params: Readonly<Record<string, Stored>>;
  readonly x: Stored;
  readonly h0: Stored;
  readonly C0?: Stored;
  readonly expected: Readonly<Record<string, Stored>>;
}

const letters = (subset: string) => ({
  peepF: subset.includes('f'),
  peepI: subset.includes('i'),
  peepO: subset.includes('o'),
});

function described(declaration: string, options: Record<string, string | boolean>): Cell {
  const found = declarationOf(declaration);
  if (!found) throw new Error(`no cell ${declaration}`);
  return cellOf(found, options);
}

function cellFor({ cell, variant, name }: CellCase, file: string): Cell {
  const { bias = true, peep = '', form = 'diag', couple } = variant;
  const peepWeights = form === 'full' ? 'full' : 'diagonal';
  if (cell === 'rnn') return described('rnn', { activation: variant.act ?? 'tanh', bias });
  if (cell === 'gru') return described('gru', { reset: variant.reset ?? '', z: variant.z_mult ?? '', bias });
  if (variant.fgr) return described('fgr', { oSees: variant.o_peep === 'C_t' ? 'new' : 'old', bias });
  if (file === 'cells_greff.json') return described('greff', { ablation: name.split('__')[0], bias });
  if (couple) return described('coupled', { couple: couple === 'i=1-f' ? 'i' : 'f', ...letters(String(peep)), bias });
  return peep ? described('peephole', { ...letters(String(peep)), peepWeights, bias }) : described('lstm', { bias });
}

/** Our names for the names of the reference. */
const slots: Readonly<Record<string, string>> = {
  a: 'h.pre',
  a_f: 'f.pre',
  a_i: 'i.pre',
  a_o: 'o.pre',
  a_C: 'candidate.pre',
  a_h: 'candidate.pre',
  a_r: 'r.pre',
  a_z: 'z.pre',
  C_tilde: 'candidate',
  h_tilde: 'candidate',
  tanh_C: 'squashed',
};

/** The reference calls our b_Uh (the bias inside the reset) b_hr, and the only matrix of the RNN W. */
const names: Readonly<Record<string, string>> = { b_hr: 'b_Uh', W: 'W_h', b: 'b_h' };
const renamed = (params: Record<string, Literal>) =>
  Object.fromEntries(Object.entries(params).map(([name, one]) => [names[name] ?? name, one]));

for (const file of ['rnn', 'lstm', 'peephole', 'coupled', 'gru', 'greff', 'edges'].map((name) => `cells_${name}.json`))
  describe(`every signal of ${file}`, () => {
    it.each(reference<CellCase>(`cells/${file}`).map((one) => [one.name, one] as const))('%s', (_, one) => {
      const { input_size: D, hidden_size: H, batch: B, T } = one;
      const cell = cellFor(one, file);
      const sizes = sizesOf(D, H);
      const program = compile(cell, sizes);
      const parameters = parametersFromTensors(olah(cell), cell, sizes, renamed(tensors(one.params)));
      const tapes = Array.from({ length: B }, (_, b) => {
        const state = (stored: Stored): number[] => rowsOf(tensor(stored).data, H, b, B, 1);
        const initial = { h: state(one.h0), ...(one.C0 && { C: state(one.C0) }) };
        return runForward(program, parameters, rowsOf(tensor(one.x).data, D, b, B, T), initial);
      });
      for (const [name, stored] of Object.entries(one.expected)) {
        const timesteps = Array.from({ length: T }, (_, t) =>
          tapes.map((tape) => [...tape.values(slots[name] ?? name, t + 1)]),
        );
        expectClose(timesteps.flat(2), stored, 1e-12, name);
      }
    });
  });

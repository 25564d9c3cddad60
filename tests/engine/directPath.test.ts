import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cell, cellOf } from '../../src/cell/cell.ts';
import { mul } from '../../src/cell/expression.ts';
import { sizesOf } from '../../src/cell/sizes.ts';
import { variant } from '../../src/cell/variant.ts';
import { declarationOf } from '../../src/cells/index.ts';
import { slstm } from '../../src/cells/slstm.ts';
import { directPathOf } from '../../src/engine/directPath.ts';
import { runForward } from '../../src/engine/forward.ts';
import { jacobiansOf } from '../../src/engine/jacobian.ts';
import { compile } from '../../src/engine/program.ts';
import type { Tape } from '../../src/engine/tape.ts';
import { everyCell } from '../everyCell.ts';
import { randomParameters, randomVector, settings, tapeOf } from '../laws/running.ts';

const cell = (id: string, options: Record<string, string | boolean> = {}): Cell => {
  const declaration = declarationOf(id);
  if (!declaration) throw new Error(`no cell ${id}`);
  return cellOf(declaration, options);
};
const run = (one: Cell): Tape => tapeOf(one, { D: 2, H: 3, T: 5, scale: 1, seed: 11 });
const rows = (tape: Tape, signal: string): number[] =>
  Array.from({ length: tape.length }, (_, t) => [...tape.values(signal, t + 1)]).flat();

describe('the direct path', () => {
  it.each([
    ['lstm', {}, 'C', 'f'],
    ['peephole', {}, 'C', 'f'],
    ['coupled', { couple: 'i' }, 'C', 'f'],
    ['coupled', { couple: 'f' }, 'C', 'f'],
    ['fgr', {}, 'C', 'f'],
    ['gru', { z: 'candidate' }, 'h', 'rest'],
    ['gru', { z: 'old' }, 'h', 'z'],
    ['gru', { reset: 'after', z: 'old' }, 'h', 'z'],
    ['mgu', {}, 'h', 'rest'],
    ['mingru', {}, 'h', 'rest'],
    ['minlstm', { shares: 'ratio' }, 'h', 'keepShare'],
    ['minlstm', { shares: 'log' }, 'h', 'keepShare'],
    ['janet', {}, 'h', 'f'],
    ['lnlstm', {}, 'C', 'f'],
    ['slstm', {}, 'C', 'f'],
    ['slstm', {}, 'n', 'f'],
  ] as const)('of %s %j: %s is multiplied by %s', (id, options, state, gate) => {
    const tape = run(cell(id, options));
    expect([...(directPathOf(tape, state)?.factors ?? [])]).toEqual(rows(tape, gate));
  });
  it('of the LSTM of 1997 keeps everything: the constant error carousel', () => {
    const { factors, toLast } = directPathOf(run(cell('lstm', { form: 'original' })), 'C') ?? {};
    expect([...(factors ?? [])]).toEqual(Array(15).fill(1));
    expect([...(toLast ?? [])]).toEqual(Array(18).fill(1));
  });
  it('over all timesteps is the product of the factors after k', () => {
    const tape = run(cell('lstm'));
    const { toLast } = directPathOf(tape, 'C') ?? {};
    const f = rows(tape, 'f');
    expect(toLast?.[2 * 3 + 1]).toBeCloseTo(f[2 * 3 + 1] * f[3 * 3 + 1] * f[4 * 3 + 1], 15);
    expect(toLast?.length).toBe(18);
  });
  it('holds the other states constant, and starts anew at every timestep', () => {
    const entangled = variant(slstm, {
      id: 'entangled',
      name: 'Entangled',
      reference: 'none',
      summary: 'C and n go into each other without a layer.',
      options: {},
      replace: ({ f, keptCount }, { prev }) => ({ keptCount: mul(f, prev.C), kept: mul(keptCount, prev.n) }),
    });
    const tape = run(cellOf(entangled));
    const expected = Array.from({ length: 5 }, (_, t) =>
      Array.from(tape.values('f', t + 1), (f, k) => f * tape.values('n', t)[k]),
    );
    expect([...(directPathOf(tape, 'C')?.factors ?? [])]).toEqual(expected.flat());
  });
  it('does not exist where every way leads through a layer', () => {
    expect(directPathOf(run(cell('rnn')), 'h')).toBeNull();
    expect(directPathOf(run(cell('lstm')), 'h')).toBeNull();
    expect(directPathOf(run(cell('fgr')), 'f')).toBeNull();
    expect(directPathOf(run(cell('lstm')), 'nothing')).toBeNull();
  });
});

describe('where no layer sees a state, the direct path is the whole derivative', () => {
  it.each(everyCell.map((one) => [one.name, one.cell] as const))('%s', (_, one) => {
    fc.assert(
      fc.property(settings, ({ D, H, T, scale, seed }) => {
        const sizes = sizesOf(D, H);
        const weights = Object.entries(randomParameters(one, sizes, seed, scale)).map(([name, values]) => {
          const ref = one.parameters.find((parameter) => parameter.name === name)?.ref;
          return [name, ref && ref.kind !== 'input' ? values.fill(0) : values] as const;
        });
        const parameters = Object.fromEntries(weights);
        const tape = runForward(compile(one, sizes), parameters, randomVector(seed + 1, T * D, 1));
        const { toLast } = jacobiansOf(tape);
        for (const { id, dim } of one.states) {
          const n = sizes[dim];
          const direct = directPathOf(tape, id)?.toLast ?? new Float64Array((T + 1) * n).fill(1, T * n);
          toLast.forEach((blocks, k) => {
            blocks[id][id].forEach((value, at) => {
              const expected = at % (n + 1) === 0 ? direct[k * n + at / (n + 1)] : 0;
              if (!(Math.abs(value - expected) <= 1e-12)) expect.fail(`${id} at ${k}: ${value}, not ${expected}`);
            });
          });
        }
      }),
      { numRuns: 5 },
    );
  });
});

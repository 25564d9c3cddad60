import { describe, expect, it } from 'vitest';
import { keepingBiases, withGatesOpened } from '../../src/analysis/keepingBiases.ts';
import { cellOf } from '../../src/cell/cell.ts';
import { sizesOf } from '../../src/cell/sizes.ts';
import { declarationOf } from '../../src/cells/index.ts';
import { runForward } from '../../src/engine/forward.ts';
import { parametersFrom } from '../../src/engine/parameters.ts';
import { compile } from '../../src/engine/program.ts';

const cellNamed = (id: string, options: Record<string, string | boolean> = {}) => {
  const declaration = declarationOf(id);
  if (!declaration) throw new Error(`no cell ${id}`);
  return cellOf(declaration, options);
};

describe('the biases that keep', () => {
  it.each([
    ['rnn', {}, {}],
    ['lstm', {}, { b_f: 1 }],
    ['lstm', { form: 'original' }, {}],
    ['peephole', {}, { b_f: 1 }],
    ['coupled', {}, { b_f: 1 }],
    ['coupled', { couple: 'f' }, { b_i: -1 }],
    ['gru', {}, { b_z: -1 }],
    ['gru', { z: 'old' }, { b_z: 1 }],
    ['gru', { reset: 'after' }, { b_z: -1 }],
    ['mgu', {}, { b_f: -1 }],
    ['lstm', { bias: false }, {}],
  ] as const)('of %s %o are %o, as its equations say', (id, options, signs) => {
    expect(keepingBiases(cellNamed(id, options))).toEqual(signs);
  });
  it('opened, they keep σ(b) of the state over a timestep in which nothing else speaks', () => {
    for (const [id, state] of [
      ['lstm', 'C'],
      ['coupled', 'C'],
      ['gru', 'h'],
    ]) {
      const cell = cellNamed(id);
      const sizes = sizesOf(2, 3);
      const parameters = withGatesOpened(cell, parametersFrom(cell, sizes, {}), 4);
      const tape = runForward(compile(cell, sizes), parameters, [0, 0], { [state]: [1, -2, 0.5] });
      const share = 1 / (1 + Math.exp(-4));
      [1, -2, 0.5].forEach((v, k) => {
        expect(tape.values(state, 1)[k], id).toBeCloseTo(share * v, 12);
      });
    }
  });
});

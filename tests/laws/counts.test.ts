import { describe, expect, it } from 'vitest';
import { cellOf } from '../../src/cell/cell.ts';
import { parameterCount, sizesOf } from '../../src/cell/sizes.ts';
import { withProjection } from '../../src/cell/transform.ts';
import { declarationOf } from '../../src/cells/index.ts';
import { lstm } from '../../src/cells/lstm.ts';

type Formula = (D: number, H: number) => number;

/** A layer sees x, h and a bias. */
const layers =
  (count: number): Formula =>
  (D, H) =>
    count * H * (D + H + 1);

const formulas: readonly (readonly [string, Record<string, string | boolean>, Formula])[] = [
  ['rnn', {}, layers(1)],
  ['rnn', { bias: false }, (D, H) => H * (D + H)],
  ['lstm', {}, layers(4)],
  ['lstm', { form: 'original' }, layers(3)],
  ['lstm', { bias: false }, (D, H) => 4 * H * (D + H)],
  ['peephole', {}, (D, H) => layers(4)(D, H) + 3 * H],
  ['peephole', { peepI: false }, (D, H) => layers(4)(D, H) + 2 * H],
  ['peephole', { peepWeights: 'full' }, (D, H) => layers(4)(D, H) + 3 * H * H],
  ['coupled', {}, layers(3)],
  ['coupled', { couple: 'f' }, layers(3)],
  ['coupled', { peepF: true, peepO: true }, (D, H) => layers(3)(D, H) + 2 * H],
  ['gru', {}, layers(3)],
  ['gru', { reset: 'after' }, (D, H) => layers(3)(D, H) + H],
  ['gru', { reset: 'after', bias: false }, (D, H) => 3 * H * (D + H)],
  ['greff', { ablation: 'V' }, (D, H) => layers(4)(D, H) + 3 * H],
  ['greff', { ablation: 'NIG' }, (D, H) => layers(3)(D, H) + 2 * H],
  ['greff', { ablation: 'NFG' }, (D, H) => layers(3)(D, H) + 2 * H],
  ['greff', { ablation: 'NOG' }, (D, H) => layers(3)(D, H) + 2 * H],
  ['greff', { ablation: 'NIAF' }, (D, H) => layers(4)(D, H) + 3 * H],
  ['greff', { ablation: 'NOAF' }, (D, H) => layers(4)(D, H) + 3 * H],
  ['greff', { ablation: 'CIFG' }, (D, H) => layers(3)(D, H) + 2 * H],
  ['greff', { ablation: 'NP' }, layers(4)],
  ['fgr', {}, (D, H) => layers(4)(D, H) + 3 * H + 9 * H * H],
  ['janet', {}, layers(2)],
  // the biases and both gains of four layers, gain and bias of the cell state
  ['lnlstm', {}, (D, H) => 4 * H * (D + H) + 4 * 3 * H + 2 * H],
  ['lnlstm', { norm: 'sum' }, (D, H) => 4 * H * (D + H) + 4 * 2 * H + 2 * H],
  ['mgu', {}, layers(2)],
  ['mingru', {}, (D, H) => 2 * H * (D + 1)],
  ['minlstm', {}, (D, H) => 3 * H * (D + 1)],
  ['slstm', {}, layers(4)],
];

describe('parameter counts follow the closed formulas', () => {
  it.each(formulas)('%s %o', (id, options, formula) => {
    const declaration = declarationOf(id);
    if (!declaration) throw new Error(`no cell ${id}`);
    for (const [D, H] of [
      [1, 1],
      [3, 5],
      [7, 2],
      [512, 512],
    ])
      expect(parameterCount(cellOf(declaration, options), sizesOf(D, H))).toBe(formula(D, H));
  });
  it('a projected LSTM has 4H(D + P + 1) + PH', () => {
    expect(parameterCount(cellOf(withProjection(lstm)), sizesOf(3, 5, 2))).toBe(4 * 5 * (3 + 2 + 1) + 2 * 5);
  });
});

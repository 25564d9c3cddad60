import { describe, expect, test } from 'vitest';
import { cellOf } from '../../src/cell/cell.ts';
import { parameterCount } from '../../src/cell/sizes.ts';
import { coupled } from '../../src/cells/coupled.ts';
import { gru } from '../../src/cells/gru.ts';
import { lstm } from '../../src/cells/lstm.ts';
import { peephole } from '../../src/cells/peephole.ts';
import { parameterCountOf } from '../../src/notation/count.ts';
import { comparedEquations, comparedParameters } from '../../src/notation/difference.ts';
import { type Formula, partsOf } from '../../src/notation/formula.ts';
import { equationLatex, latexOf } from '../../src/notation/linear.ts';
import { equationMarkup, mathmlText } from '../../src/notation/mathml.ts';
import { evaluateLatex, type Value } from './support/evaluate.ts';
import { everyCell } from './support/runs.ts';

const marksIn = (formula: Formula): readonly string[] =>
  formula.kind === 'mark' ? [`${formula.mark}: ${latexOf(formula.body)}`] : partsOf(formula).flatMap(marksIn);

describe('two cells compared', () => {
  const plain = cellOf(lstm);

  test('one peephole is one new term', () => {
    const result = comparedEquations(plain, cellOf(peephole, { peepF: true, peepI: false, peepO: false }));
    expect(result.filter((r) => r.status !== 'same').map((r) => r.equation.signal)).toEqual(['f']);
    const [f] = result;
    expect(marksIn(f.equation.right)).toEqual(['added: p_f \\odot C_{t-1}']);
    expect(f.ghost).toBeNull();
    expect(mathmlText(equationMarkup(f.equation))).toContain('<mrow data-mark="added"><mo>+</mo>');
  });

  test('taking it away leaves a ghost where it stood', () => {
    const [f] = comparedEquations(cellOf(peephole, { peepI: false, peepO: false }), plain);
    expect(marksIn(f.equation.right)).toEqual(['removed: p_f \\odot C_{t-1}']);
    expect(latexOf(f.equation.right)).toBe('\\sigma(W_f x_t + U_f h_{t-1} + p_f \\odot C_{t-1} + b_f)');
  });

  test('a gate that is replaced shows the old equation as a ghost', () => {
    const i = comparedEquations(plain, cellOf(coupled)).find((r) => r.equation.signal === 'i');
    expect(i?.status).toBe('changed');
    expect(marksIn(i?.equation.right as Formula)).toEqual(['added: 1 - f_t']);
    expect(i?.ghost && equationLatex(i.ghost)).toBe('i_t = \\sigma(W_i x_t + U_i h_{t-1} + b_i)');
  });

  test('an equation that vanished stays at its place', () => {
    const result = comparedEquations(plain, cellOf(lstm, { form: 'original' }));
    expect(result.map((r) => [r.equation.signal, r.status])).toEqual([
      ['f', 'removed'],
      ['i', 'same'],
      ['candidate', 'same'],
      ['C', 'changed'],
      ['o', 'same'],
      ['h', 'same'],
    ]);
  });

  test('a cell beside itself has no marks; any two cells can be compared', () => {
    for (const cell of everyCell) {
      expect(comparedEquations(cell, cell).every((r) => r.status === 'same')).toBe(true);
      const shown = comparedEquations(plain, cell).map((r) => r.equation.signal);
      expect(new Set(shown).size).toBe(shown.length);
    }
  });

  test('parameters that came and went', () => {
    const names = (list: readonly { name: string }[]) => list.map((p) => p.name);
    const { added, removed, shared } = comparedParameters(plain, cellOf(coupled));
    expect(names(added)).toEqual([]);
    expect(names(removed)).toEqual(['U_i', 'W_i', 'b_i']);
    expect(shared).toHaveLength(9);
    expect(names(comparedParameters(cellOf(peephole), cellOf(peephole, { peepWeights: 'full' })).added)).toHaveLength(
      3,
    );
  });
});

describe('the parameter count', () => {
  const sizes = { D: 3, H: 4, P: 0 };
  test.each([
    [cellOf(lstm), '4 · H · (D + H + 1)', 128],
    [cellOf(lstm, { bias: false }), '4 · H · (D + H)', 112],
    [cellOf(peephole), '4 · H · (D + H + 1) + 3 · H', 140],
    [cellOf(peephole, { peepWeights: 'full' }), '4 · H · (D + H + 1) + 3 · H · H', 176],
    [cellOf(gru), '3 · H · (D + H + 1)', 96],
    [cellOf(gru, { reset: 'after' }), '3 · H · (D + H + 1) + H', 100],
  ])('is derived from the shapes: %#', (cell, text, count) => {
    expect(parameterCountOf(cell, sizes)).toMatchObject({ text, count });
  });

  test('the formula, parsed again, gives the count of the engine in every cell', () => {
    for (const cell of everyCell) {
      const { latex } = parameterCountOf(cell, sizes);
      const names = new Map<string, Value>([
        ['D', { vector: [3] }],
        ['H', { vector: [4] }],
      ]);
      expect(evaluateLatex(latex, names)[0]).toBe(parameterCount(cell, sizes));
    }
  });
});

import { describe, expect, test } from 'vitest';
import { type Cell, cellOf } from '../../src/cell/cell.ts';
import { sizesOf } from '../../src/cell/sizes.ts';
import { withProjection } from '../../src/cell/transform.ts';
import { gru } from '../../src/cells/gru.ts';
import { lstm } from '../../src/cells/lstm.ts';
import { runForward } from '../../src/engine/forward.ts';
import { initialParameters } from '../../src/engine/parameters.ts';
import { compile } from '../../src/engine/program.ts';
import { applied, equationOf, equationsOf, MINUS } from '../../src/notation/equation.ts';
import { type Formula, keysIn } from '../../src/notation/formula.ts';
import { alignedLatex, equationLatex, latexOf, plainOf } from '../../src/notation/linear.ts';
import { equationMarkup, markupOf, mathmlText } from '../../src/notation/mathml.ts';
import { spokenEquation } from '../../src/notation/spoken.ts';
import { evaluateLatex, evaluateMathml, type Names, sidesOfLatex } from './support/evaluate.ts';
import { expectClose, namesAt } from './support/names.ts';
import { everyCell, runOf, titleOf } from './support/runs.ts';

describe.each(everyCell.map((cell) => [titleOf(cell), cell] as const))('%s', (_, cell) => {
  const run = runOf(cell);

  test('the printed LaTeX, parsed again, gives the numbers of the tape, folded signals too', () => {
    for (const { id } of cell.signals)
      for (const t of [1, 4]) {
        const [, right] = sidesOfLatex(equationLatex(equationOf(cell, id)));
        expectClose(evaluateLatex(right, namesAt(run, t)), run.tape.values(id, t));
      }
  });

  test('the printed MathML, parsed again, gives the numbers of the tape', () => {
    for (const { id } of cell.signals) {
      const source = mathmlText(markupOf(equationOf(cell, id).right));
      expectClose(evaluateMathml(source, namesAt(run, 3)), run.tape.values(id, 3));
    }
  });

  test('every signal that is computed is written in some equation, and every parameter too', () => {
    const printed = equationsOf(cell)
      .map((e) => mathmlText(equationMarkup(e)))
      .join('');
    for (const { id, op } of cell.signals) if (op !== 'identity') expect(printed).toContain(`data-signal="${id}"`);
    for (const { name } of cell.parameters) expect(printed).toContain(`data-parameter="${name}"`);
  });

  test('spoken groups are closed', () => {
    for (const equation of equationsOf(cell)) {
      const words = spokenEquation(equation);
      expect(words.match(/the quantity/g)?.length ?? 0).toBe(words.match(/end quantity/g)?.length ?? 0);
    }
  });
});

const latex = (cell: Cell): readonly string[] => equationsOf(cell).map(equationLatex);

test('the LSTM prints as in the literature', () => {
  expect(latex(cellOf(lstm))).toEqual([
    'f_t = \\sigma(W_f x_t + U_f h_{t-1} + b_f)',
    'i_t = \\sigma(W_i x_t + U_i h_{t-1} + b_i)',
    '\\tilde{C}_t = \\tanh(W_C x_t + U_C h_{t-1} + b_C)',
    'C_t = f_t \\odot C_{t-1} + i_t \\odot \\tilde{C}_t',
    'o_t = \\sigma(W_o x_t + U_o h_{t-1} + b_o)',
    'h_t = o_t \\odot \\tanh(C_t)',
  ]);
});

test('the GRU folds the reset past and the remaining share into the equations that use them', () => {
  expect(latex(cellOf(gru))[1]).toBe('\\tilde{h}_t = \\tanh(W_h x_t + U_h (r_t \\odot h_{t-1}) + b_h)');
  expect(latex(cellOf(gru))[3]).toBe('h_t = (1 - z_t) \\odot h_{t-1} + z_t \\odot \\tilde{h}_t');
  expect(latex(cellOf(gru, { reset: 'after' }))[1]).toBe(
    '\\tilde{h}_t = \\tanh(W_h x_t + r_t \\odot (U_h h_{t-1} + b_{Uh}) + b_h)',
  );
});

test('a folded signal has an equation of its own, named by its label', () => {
  expect(equationLatex(equationOf(cellOf(lstm), 'kept'))).toBe('\\text{kept memory} = f_t \\odot C_{t-1}');
});

test('atoms and parts carry the slot they denote', () => {
  const { left, right } = equationOf(cellOf(lstm), 'h');
  expect(keysIn(left)).toEqual(['h']);
  expect(keysIn(right)).toEqual(['h', 'o', 'squashed', 'C']);
  expect(keysIn(equationOf(cellOf(lstm), 'f').right)).toEqual(['f', 'f.pre', 'x', 'prev.h']);
});

test('several equations copy as one aligned block', () => {
  const block = alignedLatex(equationsOf(cellOf(lstm)).slice(4));
  expect(block).toBe(
    '\\begin{aligned}\n  o_t &= \\sigma(W_o x_t + U_o h_{t-1} + b_o) \\\\\n  h_t &= o_t \\odot \\tanh(C_t)\n\\end{aligned}',
  );
});

test('equations are spoken as a person would read them', () => {
  expect(spokenEquation(equationOf(cellOf(lstm), 'C'))).toBe('C equals f times previous C plus i times C tilde');
  expect(spokenEquation(equationOf(cellOf(gru), 'h'))).toBe(
    'h equals the quantity 1 minus z end quantity times previous h plus z times h tilde',
  );
});

test('constants of an operation are written as its subscript', () => {
  const call = {
    kind: 'call',
    key: null,
    name: { symbol: 'clip', latex: '\\operatorname{clip}', words: 'clip', constants: [3] },
  } as const;
  const formula = { ...call, args: [{ kind: 'letter', key: 'C', letter: { letter: 'C' }, subscript: 't' }] } as const;
  expect(latexOf(formula)).toBe('\\operatorname{clip}_{3}(C_t)');
  expect(plainOf(formula)).toBe('clip_{3}(Cₜ)');
});

test('a sum behind a minus keeps its parentheses, one before it needs none', () => {
  const [a, b, c] = ['a', 'b', 'c'].map(
    (letter) => ({ kind: 'letter', key: letter, letter: { letter }, subscript: 't' }) as const,
  );
  const minus = (left: Formula, right: Formula): Formula => ({
    kind: 'infix',
    key: null,
    operator: MINUS,
    left,
    right,
  });
  const sum: Formula = { kind: 'sum', key: null, terms: [b, c] };
  const names: Names = new Map([
    ['a_t', { vector: [7] }],
    ['b_t', { vector: [2] }],
    ['c_t', { vector: [4] }],
  ]);
  for (const [formula, value] of [
    [minus(a, sum), 7 - (2 + 4)],
    [minus(a, minus(b, c)), 7 - (2 - 4)],
    [minus(minus(a, b), c), 7 - 2 - 4],
    [applied('oneMinus', [sum], [], null), 1 - (2 + 4)],
  ] as const) {
    expect(evaluateLatex(latexOf(formula), names), latexOf(formula)).toEqual([value]);
    expect(evaluateMathml(mathmlText(markupOf(formula)), names), plainOf(formula)).toEqual([value]);
  }
  expect(plainOf(minus(sum, a))).toBe('bₜ + cₜ − aₜ');
});

describe('rewritten declarations', () => {
  test('a projected LSTM prints and computes its projection', () => {
    const cell = cellOf(withProjection(lstm));
    const sizes = sizesOf(3, 4, 2);
    const parameters = initialParameters(cell, sizes, { seed: 3 });
    const tape = runForward(compile(cell, sizes), parameters, [0.1, -0.4, 0.7, 0.2, 0.5, -0.9]);
    const names = namesAt({ cell, parameters, tape }, 2);
    for (const { id } of cell.signals) {
      const [, right] = sidesOfLatex(equationLatex(equationOf(cell, id)));
      expectClose(evaluateLatex(right, names), tape.values(id, 2));
    }
  });
});

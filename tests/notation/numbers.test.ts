import { expect, test } from 'vitest';
import { cellOf } from '../../src/cell/cell.ts';
import { lstm } from '../../src/cells/lstm.ts';
import { slstm } from '../../src/cells/slstm.ts';
import { latexOf, plainOf } from '../../src/notation/linear.ts';
import { displayed } from '../../src/notation/number.ts';
import { numberEquationOf } from '../../src/notation/numbers.ts';
import type { Readings } from '../../src/notation/readings.ts';
import { evaluateLatex } from './support/evaluate.ts';
import { everyCell, runOf } from './support/runs.ts';

const fixed = (values: Record<string, number>): Readings => ({
  length: 1,
  values: (slot, t) => [0, 0, values[t === 0 ? `prev.${slot}` : slot]],
  read: () => [],
});
const text = (equation: ReturnType<typeof numberEquationOf>): string =>
  `${plainOf(equation.left)} = ${plainOf(equation.right)}${equation.result ? ` ${equation.relation} ${plainOf(equation.result)}` : ''}`;

test('a gate shows its pre-activation and its value', () => {
  const readings = fixed({ 'f.pre': 2.4423, f: 0.92 });
  expect(text(numberEquationOf(cellOf(lstm), readings, 'f', 1, 2))).toBe('f₃ = σ(2.44) = 0.92');
});

test('negative numbers stand in parentheses, and visible rounding is marked', () => {
  const readings = fixed({ f: 0.5, 'prev.C': -0.5, i: 0.5, candidate: -0.25, C: -0.375 });
  expect(text(numberEquationOf(cellOf(lstm), readings, 'C', 1, 2))).toBe(
    'C₃ = 0.50 · (−0.50) + 0.50 · (−0.25) = −0.38',
  );
  const rounded = fixed({ f: 0.996, 'prev.C': 0.504, i: 0, candidate: 0, C: 0.496 * 1.012 });
  expect(text(numberEquationOf(cellOf(lstm), rounded, 'C', 1, 2))).toBe('C₃ = 1.00 · 0.50 + 0 · 0 = 0.50');
  const far = fixed({ f: 0.994, 'prev.C': 12.4449, i: 0, candidate: 0, C: 12.37 });
  expect(numberEquationOf(cellOf(lstm), far, 'C', 1, 2).relation).toBe('≈');
});

test('in every cell the printed numbers give the printed result wherever “=” is claimed', () => {
  for (const cell of everyCell) {
    const { tape } = runOf(cell, 8);
    for (const { id } of cell.signals) {
      const { right, result, relation } = numberEquationOf(cell, tape, id, 3, 2);
      expect(result ?? right).toMatchObject({ kind: 'number', text: displayed(tape.values(id, 3)[2]) });
      if (!result) continue;
      const [value] = evaluateLatex(latexOf(right), new Map());
      const again = displayed(value);
      if (relation === '=') expect(again).toBe(displayed(tape.values(id, 3)[2]));
      else expect(again).not.toBe(displayed(tape.values(id, 3)[2]));
    }
  }
});

test('a layer without a squashing is its value, said once', () => {
  const { cell, tape } = runOf(cellOf(slstm));
  expect(numberEquationOf(cell, tape, 'logI', 1, 0).result).toBeNull();
});

import { describe, expect, test } from 'vitest';
import { type Cell, cellOf } from '../../src/cell/cell.ts';
import { type CellDeclaration, defineCell } from '../../src/cell/declaration.ts';
import {
  add,
  affine,
  div,
  type Expression,
  max,
  mul,
  oneMinus,
  sigmoid,
  sub,
  tanh,
} from '../../src/cell/expression.ts';
import { rnn } from '../../src/cells/rnn.ts';
import { directPathOf } from '../../src/engine/directPath.ts';
import { directFactorOf } from '../../src/notation/directFactor.ts';
import { latexOf, plainOf } from '../../src/notation/linear.ts';
import { evaluateLatex } from './support/evaluate.ts';
import { expectClose, namesAt } from './support/names.ts';
import { everyCell, type Run, runOf, titleOf } from './support/runs.ts';

/** Computes the printed factor of every state and compares it with the derivatives of the engine. */
function expectFactors(run: Run): void {
  const H = run.tape.slot(run.cell.output).size;
  for (const { id } of run.cell.states) {
    const factor = directFactorOf(run.cell, id);
    const path = directPathOf(run.tape, id);
    expect(factor === null, id).toBe(path === null);
    if (!factor || !path) continue;
    for (const t of [1, 2, 4]) {
      const printed = evaluateLatex(latexOf(factor), namesAt(run, t));
      const numbers = printed.length === 1 ? Array.from({ length: H }, () => printed[0]) : printed;
      expectClose(numbers, path.factors.slice((t - 1) * H, t * H));
    }
  }
}

/** A cell of one state h; parts named a and b have letters. */
function cellWith(math: CellDeclaration['math']): Cell {
  const x: Expression = { kind: 'input', dim: 'D' };
  const h: Expression = { kind: 'previous', state: 'h', dim: 'H' };
  const names = Object.keys(math({ x, prev: { h } }, {}));
  const { symbol: _, weights: __, ...plain } = rnn.signals.h;
  const signals = Object.fromEntries(
    names.map((id) => [id, { ...plain, label: id, ...(id.length === 1 && { symbol: id, weights: id }) }]),
  );
  return cellOf(defineCell({ ...rnn, id: 'made', output: 'h', options: {}, math, signals }));
}

describe('the printed factor of a direct path is the derivative that the engine computes', () => {
  test.each(everyCell.map((cell) => [titleOf(cell), cell] as const))('%s', (_, cell) => {
    expectFactors(runOf(cell));
  });

  test('through every operation that it has a rule for', () => {
    const cell = cellWith(({ x, prev }) => {
      const a = sigmoid(affine(x));
      const b = sigmoid(affine(prev.h));
      const square = mul(prev.h, prev.h);
      const above = mul(a, prev.h);
      const below = add(b, square);
      const share = div(above, below);
      const other = mul(prev.h, b);
      const larger = max(share, other);
      const rest = oneMinus(above);
      return { a, b, square, above, below, share, other, larger, rest, h: sub(larger, rest) };
    });
    expectFactors(runOf(cell));
  });

  test('an operation without a rule of its own is written as its derivative', () => {
    const cell = cellWith(({ x, prev }) => {
      const [a, b] = [tanh(prev.h), tanh(affine(x))];
      return { a, b, h: add(a, b) };
    });
    const factor = directFactorOf(cell, 'h');
    expect(factor && plainOf(factor)).toBe('tanh′(hₜ₋₁)');
  });
});

import { describe, expect, test } from 'vitest';
import { cellOf } from '../../src/cell/cell.ts';
import { lengthOf, sizesOf } from '../../src/cell/sizes.ts';
import { gru } from '../../src/cells/gru.ts';
import { lstm } from '../../src/cells/lstm.ts';
import { peephole } from '../../src/cells/peephole.ts';
import { comparedEquations } from '../../src/notation/difference.ts';
import { equationOf, equationsOf } from '../../src/notation/equation.ts';
import { plainOf } from '../../src/notation/linear.ts';
import { shapesOf, shapeText } from '../../src/notation/shapes.ts';
import { sample } from '../setup/cases.ts';
import { everyCell } from './support/runs.ts';

const sizes = sizesOf(12, 4);
const written = (...[cell, signal]: Parameters<typeof equationOf>): readonly string[] =>
  shapesOf(cell, equationOf(cell, signal), sizes).map(({ formula, text }) => `${plainOf(formula)}: ${text}`);

describe('the shapes of an equation', () => {
  test('name every matrix and vector once, in reading order', () => {
    expect(written(cellOf(lstm), 'f')).toEqual([
      'fₜ: H = 4',
      'W_f: H × D = 4 × 12',
      'xₜ: D = 12',
      'U_f: H × H = 4 × 4',
      'hₜ₋₁: H = 4',
      'b_f: H = 4',
    ]);
    expect(written(cellOf(gru), 'h').filter((line) => line.startsWith('zₜ'))).toHaveLength(1);
  });

  test('a peephole is a vector, or a matrix where it is full', () => {
    expect(written(cellOf(peephole), 'f')).toContain('p_f: H = 4');
    expect(written(cellOf(peephole, { peepWeights: 'full' }), 'f')).toContain('P_f: H × H = 4 × 4');
  });

  test('a folded signal is named by its label', () => {
    expect(written(cellOf(lstm), 'kept')[0]).toBe('kept memory: H = 4');
  });

  test('over all equations of any cell, the parameters are those of the cell, with their lengths', () => {
    for (const cell of everyCell) {
      const shapes = equationsOf(cell).flatMap((equation) => shapesOf(cell, equation, sizes));
      const lengths = new Map(
        shapes.flatMap(({ parameter, text }) => {
          const numbers = (text.split(' = ')[1] ?? '').split(' × ').map(Number);
          return parameter ? [[parameter, numbers.reduce((a, b) => a * b)] as const] : [];
        }),
      );
      expect(lengths).toEqual(new Map(cell.parameters.map((p) => [p.name, lengthOf(p, sizes)])));
    }
  });

  test('terms that went with another cell have none', () => {
    for (const before of sample(everyCell))
      for (const cell of everyCell) {
        const own = cell.parameters.map(({ name }) => name);
        for (const { status, equation } of comparedEquations(before, cell))
          if (status !== 'removed')
            for (const { parameter } of shapesOf(cell, equation, sizes))
              if (parameter !== null && !own.includes(parameter)) expect.fail(`${cell.name} has no ${parameter}`);
      }
  });
});

test('a shape is said with letters and numbers', () => {
  expect(shapeText({ shape: ['H', 'D'] }, sizesOf(3, 4))).toBe('H × D = 4 × 3');
});

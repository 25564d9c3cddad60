import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { cellOf } from '../../src/cell/cell.ts';
import { declarationOf, registry } from '../../src/cells/index.ts';
import { equationsOf } from '../../src/notation/equation.ts';
import { alignedLatex } from '../../src/notation/linear.ts';

const text = readFileSync(new URL('../../docs/model.md', import.meta.url), 'utf8');
const blocks = [...text.matchAll(/<!-- equations: (\w+) (\{.*\}) -->\n```math\n([\s\S]*?)\n```/g)];

test.each(blocks.map(([, id, options, latex]) => [id, options, latex]))(
  'docs/model.md: %s %s',
  (id, options, latex) => {
    const declaration = declarationOf(id);
    if (!declaration) throw new Error(`there is no cell ${id}`);
    expect(latex).toBe(alignedLatex(equationsOf(cellOf(declaration, JSON.parse(options)))));
  },
);

test('docs/model.md has the equations of every cell, each block marked', () => {
  expect(new Set(blocks.map(([, id]) => id))).toEqual(new Set(registry.map((d) => d.id)));
  expect(text.match(/```math/g)).toHaveLength(blocks.length);
});

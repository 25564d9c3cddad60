import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { defineCell } from '../../src/cell/declaration.ts';
import { mainCells, moreCells, registry } from '../../src/cells/index.ts';
import { rnn } from '../../src/cells/rnn.ts';
import { modelDocument } from '../../src/notation/modelDocument.ts';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

test('docs/model.md has the equations and direct paths of every cell as they are declared', async () => {
  const text = modelDocument(read('docs/model.md'), registry);
  await expect(text).toMatchFileSnapshot('../../docs/model.md');
  const blocks = [...text.matchAll(/<!-- equations: (\w+) /g)].map(([, id]) => id);
  expect(new Set(blocks)).toEqual(new Set(registry.map(({ id }) => id)));
  expect(text.match(/```math/g)).toHaveLength(blocks.length);
  for (const { name } of registry) expect(text).toMatch(new RegExp(`^\\| ${name} \\| .* \\| .+ \\|$`, 'm'));
  expect(text).toContain('| MGU | $h$ | $1 - f_t$ |');
});

test('a cell without a section of its own gets one: reference, equations, options', () => {
  const added = defineCell({ ...rnn, id: 'added', name: 'Added', remarks: 'A remark.', output: 'h' });
  const text = modelDocument(read('docs/model.md'), [...registry, added]);
  expect(text).toContain(`### Added\n\n${rnn.reference}. ${rnn.summary}\n\n<!-- equations: added {} -->`);
  expect(text).toContain(
    '\\tanh(W_h x_t + U_h h_{t-1} + b_h)\n\\end{aligned}\n```\n\nA remark.\n\n* **activation**: tanh (default); relu.\n',
  );
});

test('the README names every cell under More', async () => {
  const names = moreCells()
    .map(({ name }) => name)
    .join(', ');
  const text = read('README.md').replace(/^(\| under \*\*More\*\* \| ).*( \|)$/m, `$1${names}$2`);
  await expect(text).toMatchFileSnapshot('../../README.md');
  for (const { name } of mainCells) expect(text).toContain(name);
});

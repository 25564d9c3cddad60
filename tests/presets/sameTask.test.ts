import { describe, expect, test } from 'vitest';
import { mainCells } from '../../src/cells/index.ts';
import type { Inputs } from '../../src/io/moment.ts';
import { editedWeights, learnedIn, presetIn } from '../../src/io/weights.ts';
import { inputsOf } from '../../src/presets/index.ts';
import { sameTaskIn } from '../../src/presets/sameTask.ts';
import { catalogue } from '../../src/presets/trained/catalogue.ts';
import { createDerive } from '../../src/store/derive.ts';

const trained = async (id: string): Promise<Inputs> => (await inputsOf(`trained-${id}`)) as Inputs;

describe.each(catalogue)('the task “$title”', ({ id, cells }) => {
  test('is kept by every cell of the family: its weights were learned for it, and it answers', async () => {
    const from = await trained(cells[0].model);
    for (const { id: cell } of mainCells) {
      const found = await sameTaskIn(cell, from);
      if (!found) throw new Error(`no ${cell} is shipped for ${id}`);
      expect([found.cell, learnedIn(found)?.task]).toEqual([cell, id]);
      expect(found.sequence).toBe(from.sequence);
      expect(presetIn(found)).toBe(`trained-${cells.find((one) => one.cell === cell)?.model}`);
      expect(createDerive()(found).predictions).not.toBe(null);
    }
  });
});

test('another sequence of the task is read on', async () => {
  const from = await trained('anbn-lstm');
  const sequence = { kind: 'text', text: 'aaabbb', unit: 'characters', vocabulary: ['a', 'b'] } as const;
  expect((await sameTaskIn('gru', { ...from, sequence }))?.sequence).toBe(sequence);
});

test('no weights are shipped for cells beyond the family, nor for what was seeded, changed by hand or set by hand', async () => {
  const from = await trained('anbn-lstm');
  expect(await sameTaskIn('mgu', from)).toBe(undefined);
  const { b_f } = createDerive()(from).parameters;
  expect(await sameTaskIn('gru', { ...from, weights: editedWeights(from, { b_f }) })).toBe(undefined);
  for (const id of ['sentence', 'count-anbn'])
    expect(await sameTaskIn('gru', (await inputsOf(id)) as Inputs)).toBe(undefined);
});

test('the first letter is named on by every cell that can, reading the same text', async () => {
  const from = (await inputsOf('first-letter-lstm')) as Inputs;
  for (const { id: cell } of mainCells) {
    const found = await sameTaskIn(cell, from);
    expect([found?.cell, found?.sequence]).toEqual([cell, from.sequence]);
  }
  expect(await sameTaskIn('mgu', from)).toBe(undefined);
});

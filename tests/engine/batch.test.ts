import { expect, test } from 'vitest';
import { createCell } from '../../src/core.ts';
import { runStackBatch } from '../../src/engine/batch.ts';

const cell = createCell('gru', { D: 1, H: 2 });

test('a batch of sequences of unequal lengths gives each the numbers of a run of its own', () => {
  const tapes = cell.runBatch([[1, 2, 3], [[4], [5]], []], { h: [0.5, -0.5] });
  expect(tapes.map(({ length }) => length)).toEqual([3, 2, 0]);
  expect(tapes[1].data).toEqual(cell.run([4, 5], { h: [0.5, -0.5] }).data);
  const [first, second] = cell.runBatch([[1], [1]], [{ h: [0, 0] }, { h: [1, 1] }]);
  expect(second.data).toEqual(cell.run([1], { h: [1, 1] }).data);
  expect(first.data).not.toEqual(second.data);
});

test('a batch through two layers is each sequence through two layers', () => {
  const top = createCell('rnn', { D: 2, H: 1 });
  const layers = [cell, top].map((program) => [{ program, parameters: program.parameters }]);
  const [, long] = runStackBatch(layers, [[1], [2, 3]]);
  const below = cell.run([2, 3]);
  const above = top.run([1, 2].flatMap((t) => [...below.values('h', t)]));
  expect([...long.output]).toEqual([1, 2].map((t) => above.values('h', t)[0]));
});

test('what does not fit is refused with the number of its sequence', () => {
  expect(() => cell.runBatch([[1], [2, Number.NaN]])).toThrow('Sequence 2: Input 1 of timestep 2 is NaN');
  expect(() => cell.runBatch([[1], [2]], [{ h: [0, 0] }])).toThrow('There are 2 sequences, but initial states for 1');
});

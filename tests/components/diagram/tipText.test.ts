import { expect, test } from 'vitest';
import { tipText } from '../../../src/components/diagram/tipText.ts';
import { createCell } from '../../../src/core.ts';
import { everyCell } from '../../everyCell.ts';

const lstm = createCell('lstm', { D: 1, H: 2, seed: 3 });
const tape = lstm.run([[0.5], [-1]]);
const state = (head: number) => ({
  head,
  read: (ref: Parameters<typeof tape.read>[0], shift: number) => tape.read(ref, 2 + shift),
  token: () => '-1',
});

test('a tooltip names the signal, its letter, the unit and the value of the tape', () => {
  const written = tape.values('C', 2)[1].toFixed(2).replace('-', '−');
  const tip = tipText(lstm.cell, 'C', 1, state(9));
  expect(tip).toMatchObject({ name: 'cell state', letter: 'C', subscript: 't', unit: 2 });
  expect(tip?.value.startsWith(written.slice(0, 4))).toBe(true);
});

test('a state of the timestep before has its value from the start, a signal only once it is computed', () => {
  expect(tipText(lstm.cell, 'prev.C', 0, state(0))).toMatchObject({ name: 'cell state before', subscript: 't−1' });
  expect(tipText(lstm.cell, 'prev.C', 0, state(0))?.value).toMatch(/\d/);
  expect(tipText(lstm.cell, 'f', 0, state(0))?.value).toBe('not computed yet');
  expect(tipText(lstm.cell, 'f', 0, state(1))?.value).toMatch(/\d/);
});

test('the input shows its token, a signal of another cell nothing', () => {
  expect(tipText(lstm.cell, 'x', 0, state(0))).toMatchObject({ name: 'input', unit: null, value: '“-1”' });
  expect(tipText(lstm.cell, 'r', 0, state(9))).toBeNull();
});

test('every signal of every cell has a name and a value', () => {
  for (const { name, cell } of everyCell)
    for (const { id } of cell.signals) {
      const tip = tipText(cell, id, 0, { ...state(99), read: () => [0.25] });
      expect(tip?.name && tip.value, `${name}: ${id}`).toBe('0.25');
    }
});

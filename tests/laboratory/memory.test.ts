import { describe, expect, it } from 'vitest';
import { exampleOf, networksOf } from '../../scripts/lab/networks.ts';
import { exampleMemory, labMemory } from '../../src/app/lab/labMemory.ts';
import type { Inputs } from '../../src/io/moment.ts';
import { initialSettings } from '../../src/laboratory/labLink.ts';
import { home } from '../../src/presets/index.ts';
import { createDerive } from '../../src/store/derive.ts';
import { keptOf } from '../../src/store/memory/memory.ts';
import { rememberFirst } from '../../src/training/tasks/rememberFirst.ts';

const shipped = async (cell: string) =>
  exampleMemory((await home.presets(`trained-remember-first-${cell}`)) as Inputs, rememberFirst);

describe('what the laboratory says of the memory', () => {
  const text = async (cell: string): Promise<string> => {
    const memory = await shipped(cell);
    return `${memory?.words} ${memory?.pairs}`;
  };
  it('of the example LSTM: its cell state alone carries the symbol, of which its gates keep most at each step', async () => {
    const words = await text('lstm');
    expect(words).toContain('the cell state C carries the difference');
    expect(words).toMatch(/keep 8\d.% of the cell state C at each step on average/);
    expect(words).toMatch(/Of 12 pairs .+ carries the whole difference at every step in 12; .+ is enough in 0\.$/);
  });
  it('of the example GRU: it has its hidden state alone, and writes more than half of it anew', async () => {
    const words = await text('gru');
    expect(words).toContain('the hidden state h carries the whole difference: this cell has no other memory.');
    expect(words).toMatch(/keep 3\d.% of the hidden state h at each step on average/);
    expect(words).toMatch(/Of 12 pairs .+ carries the whole difference at every step in 12; .+ is enough in 4\.$/);
  });
  it('of how much is kept what forget gate and remaining share say', async () => {
    for (const [cell, gate] of [
      ['lstm', 'f'],
      ['gru', 'rest'],
    ] as const) {
      const { tape } = createDerive()((await home.presets(`trained-remember-first-${cell}`)) as Inputs);
      const rows = Array.from({ length: 30 }, (_, k) => [...tape.values(gate, k + 2)]);
      const products = rows.reduce((product, row) => product.map((p, k) => p * row[k]));
      const kept = keptOf(tape, { from: 2, until: 31 });
      expect(kept?.mean).toBeCloseTo(rows.flat().reduce((a, b) => a + b) / 240, 12);
      expect(kept?.most).toBeCloseTo(Math.max(...products), 12);
    }
  });
  it('of an LSTM that has lost the symbol: that there is nothing to trace', () => {
    const settings = { ...initialSettings, gap: 60, opening: 1 };
    const { words, map } = labMemory(networksOf('lstm', settings).after, rememberFirst, exampleOf(settings));
    expect(map).toBeNull();
    expect(words).toBe(
      'It gives the same answer whether C or D came first: it has lost the symbol, and there is nothing to trace.',
    );
  });
});

import { describe, expect, it } from 'vitest';
import { saturationOf } from '../../src/analysis/saturation.ts';
import { type Observed, searchUnits } from '../../src/analysis/unitSearch.ts';
import { cellOf } from '../../src/cell/cell.ts';
import { sizesOf } from '../../src/cell/sizes.ts';
import { slstm } from '../../src/cells/slstm.ts';
import { runForward } from '../../src/engine/forward.ts';
import { initialParameters } from '../../src/engine/parameters.ts';
import { compile } from '../../src/engine/program.ts';
import type { Tape } from '../../src/engine/tape.ts';
import { countLetters } from '../../src/presets/countLetters.ts';
import { createDerive } from '../../src/store/derive.ts';

/** The LSTM set by hand to count: unit 1 counts a minus b, unit 2 a, unit 3 b; unit 4 is empty. */
const counting = createDerive()(countLetters.inputs);
const runOn = (text: string): Tape =>
  runForward(
    counting.program,
    counting.parameters,
    [...text].flatMap((letter) => (letter === 'a' ? [1, 0] : [0, 1])),
  );

/** Texts of a and b of lengths 6 to 12, as a linear congruential generator gives them. */
let state = 12345;
const next = (n: number): number => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * n);
};
const texts = Array.from({ length: 40 }, () =>
  Array.from({ length: 6 + next(7) }, () => (next(2) === 0 ? 'a' : 'b')).join(''),
);
const observe = (track: (text: string) => number[]): Observed[] =>
  texts.map((text) => ({ tape: runOn(text), track: track(text) }));
const counts = (text: string, ...letters: string[]): number[] =>
  [...text].map((_, t) => [...text.slice(0, t + 1)].filter((letter) => letters.includes(letter)).length);
const settings = { seed: 1 };

describe('a search for the unit', () => {
  it('finds the cell state that counts, and says that other sequences confirm it', () => {
    const { found, samples } = searchUnits(
      observe((text) => counts(text, 'a')),
      settings,
    );
    const { signal, unit, searched, confirmed } = found[0];
    expect([signal, unit]).toEqual(['C', 1]);
    expect(searched).toBeCloseTo(1, 12);
    expect(confirmed).toBeCloseTo(1, 12);
    const lengths = texts.map((text) => text.length);
    const sum = (list: number[]): number => list.reduce((a, b) => a + b, 0);
    expect(samples).toEqual([sum(lengths.slice(0, 20)), sum(lengths.slice(20))]);
  });
  it('finds a unit that counts down as well, with its sign', () => {
    const { found } = searchUnits(
      observe((text) => counts(text, 'a').map((n, t) => 2 * (t + 1 - n) - (t + 1))),
      settings,
    );
    expect(found[0]).toMatchObject({ signal: 'C', unit: 0 });
    expect(found[0].searched).toBeCloseTo(-1, 12);
  });
  it('lists every unit of every signal, the closest first, those that never move with 0', () => {
    const { found } = searchUnits(
      observe((text) => counts(text, 'b')),
      settings,
    );
    expect(found).toHaveLength(counting.cell.signals.length * 4);
    const sizes = found.map(({ searched }) => Math.abs(searched));
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    for (const gate of found.filter(({ signal }) => ['f', 'i', 'o'].includes(signal)))
      expect(Math.abs(gate.searched)).toBe(0);
  });
  it('finds nothing above chance where the track has nothing to do with the sequence', () => {
    const { found, chance } = searchUnits(
      observe((text) => {
        const constant = next(1000);
        return [...text].map(() => constant);
      }),
      settings,
    );
    expect(chance).toBeGreaterThan(0.05);
    expect(chance).toBeLessThan(0.9);
    expect(Math.abs(found[0].confirmed)).toBeLessThan(Math.abs(found[0].searched) + 0.3);
    expect(Math.abs(found[0].searched)).toBeLessThan(1.5 * chance);
  });
  it('credits no unit with what every sequence has in common: the mere timestep reaches its own level of chance', () => {
    const { found, chance } = searchUnits(
      observe((text) => [...text].map((_, t) => t)),
      settings,
    );
    expect(Math.abs(found[0].searched)).toBeLessThanOrEqual(chance + 0.02);
  });
  it('finds units that know which letter comes now, and none that only counts', () => {
    const { found } = searchUnits(
      observe((text) => [...text].map((letter) => (letter === 'a' ? 1 : 0))),
      settings,
    );
    const sure = found.filter(({ searched }) => Math.abs(searched) > 1 - 1e-9);
    expect(sure.some(({ signal, unit }) => signal === 'C' && unit === 3)).toBe(true);
    expect(sure.some(({ signal, unit }) => signal === 'C' && unit < 3)).toBe(false);
  });
  it('leaves out timesteps without a value', () => {
    const { found, samples } = searchUnits(
      observe((text) => counts(text, 'a').map((n, t) => (t < 4 ? Number.NaN : n))),
      settings,
    );
    expect(found[0]).toMatchObject({ signal: 'C', unit: 1 });
    expect(samples[0]).toBe(texts.slice(0, 20).reduce((sum, text) => sum + text.length - 4, 0));
  });
  it('is the same for the same seed', () => {
    const observed = observe((text) => counts(text, 'a'));
    expect(searchUnits(observed, settings)).toEqual(searchUnits(observed, settings));
  });
  it('asks for more sequences where halves would be too small', () => {
    expect(() => searchUnits(observe((text) => counts(text, 'a')).slice(0, 3), settings)).toThrow(/four sequences/);
  });
});

describe('saturation', () => {
  it('tells of the counting cell that all gates stand open but the forget gate of unit 4', () => {
    const rows = saturationOf(texts.map(runOn));
    expect(rows).toHaveLength(12);
    for (const { signal, unit, shut, open } of rows)
      expect([shut, open], `${signal} ${unit}`).toEqual(signal === 'f' && unit === 3 ? [1, 0] : [0, 1]);
  });
  it('is the count of a plain recount for a cell with seeded weights', () => {
    const parameters = initialParameters(counting.cell, counting.sizes, { seed: 3, gain: 6, forgetBias: 2 });
    const tapes = texts.map((text) =>
      runForward(
        counting.program,
        parameters,
        [...text].flatMap((letter) => (letter === 'a' ? [1, 0] : [0, 1])),
      ),
    );
    const row = saturationOf(tapes).find(({ signal, unit }) => signal === 'o' && unit === 2);
    const values = tapes.flatMap((tape) => Array.from({ length: tape.length }, (_, k) => tape.values('o', k + 1)[2]));
    expect(row?.shut).toBe(values.filter((v) => v < 0.1).length / values.length);
    expect(row?.open).toBe(values.filter((v) => v > 0.9).length / values.length);
    expect(row?.shut).toBeGreaterThan(0);
    expect(row?.open).toBeGreaterThan(0);
  });
  it('has no shares without a timestep, and leaves out gates that can grow beyond 1', () => {
    expect(saturationOf([])).toEqual([]);
    expect(saturationOf([runOn('')])).toEqual([]);
    const cell = cellOf(slstm);
    const sizes = sizesOf(2, 3);
    const tape = runForward(compile(cell, sizes), initialParameters(cell, sizes, { seed: 1 }), [1, 0, 0, 1]);
    const ids = new Set(saturationOf([tape]).map(({ signal }) => signal));
    for (const id of ids) expect(cell.signals.find((signal) => signal.id === id)?.range).toEqual([0, 1]);
    expect(ids.has('i')).toBe(false);
  });
});

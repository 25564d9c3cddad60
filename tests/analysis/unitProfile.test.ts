import { describe, expect, it } from 'vitest';
import { heldUnit } from '../../src/analysis/heldUnit.ts';
import { extremesOf, gatesThere, histogramOf } from '../../src/analysis/unitProfile.ts';
import { runForward } from '../../src/engine/forward.ts';
import type { Tape } from '../../src/engine/tape.ts';
import { countLetters } from '../../src/presets/countLetters.ts';
import { createDerive } from '../../src/store/derive.ts';

const { program, parameters } = createDerive()(countLetters.inputs);
const read = (text: string): Tape =>
  runForward(
    program,
    parameters,
    [...text].flatMap((token) => (token === 'a' ? [1, 0] : [0, 1])),
  );
const runs = ['aab', 'aaaab', 'b'].map(read);
const cell = runs.map((tape) => Array.from({ length: tape.length }, (_, k) => tape.values('C', k + 1)[0]));

describe('a unit over several runs', () => {
  it('is highest after the most a and lowest where only b was read, one moment a run', () => {
    const { highest, lowest } = extremesOf(runs, 'C', 0);
    expect(highest.map(({ run, t }) => [run, t])).toEqual([
      [1, 4],
      [0, 2],
      [2, 1],
    ]);
    expect(lowest.map(({ value }) => value)).toEqual(cell.map((values) => Math.min(...values)).sort((a, b) => a - b));
    expect(lowest[0]).toEqual({ run: 2, t: 1, value: cell[2][0] });
  });
  it('has every timestep in one part of its histogram', () => {
    const values = cell.flat();
    const { low, high, mean, counts } = histogramOf(runs, 'C', 0, 5);
    expect([low, high]).toEqual([Math.min(...values), Math.max(...values)]);
    expect(mean).toBeCloseTo(values.reduce((a, b) => a + b) / values.length, 12);
    const width = (high - low) / 5;
    expect(counts).toEqual(
      [0, 1, 2, 3, 4].map((k) => values.filter((v) => Math.min(4, Math.floor((v - low) / width)) === k).length),
    );
    expect(histogramOf(runs, 'f', 3, 3).counts).toEqual([9, 0, 0]);
  });
  it('has the mean of its gates at the tenths where it is highest and lowest', () => {
    const gates = gatesThere(runs, 'C', 0);
    expect(gates.map(({ gate }) => gate)).toEqual(['f', 'i', 'o']);
    for (const { gate, highest, lowest, always } of gates) {
      expect(highest).toBe(runs[1].values(gate, 4)[0]);
      expect(lowest).toBe(runs[2].values(gate, 1)[0]);
      const all = runs.flatMap((tape) => Array.from({ length: tape.length }, (_, k) => tape.values(gate, k + 1)[0]));
      expect(always).toBeCloseTo(all.reduce((a, b) => a + b) / all.length, 12);
    }
  });
});

describe('a unit that is held at a value', () => {
  // the answer is whether unit 1 of h is above 0.1
  const head = { W: Float64Array.of(0, 0, 0, 0, 1, 0, 0, 0), b: Float64Array.of(0.1, 0) };
  const asked = runs.map((tape) => ({
    tape,
    targets: Array.from({ length: tape.length }, (_, k) => Number(tape.values('h', k + 1)[0] > 0.1)),
  }));
  it('changes the answers that need it and no other', () => {
    const wrong = asked.flatMap(({ targets }) => targets).filter((target) => target === 1).length;
    expect(wrong).toBeGreaterThan(3);
    const held = heldUnit(asked, head, 'class', { signal: 'h', unit: 0, value: 0 });
    expect(held).toEqual({ asked: 9, free: 9, held: 9 - wrong, changed: wrong });
    const { changed } = heldUnit(asked, head, 'class', { signal: 'h', unit: 2, value: 5 });
    expect(changed).toBe(0);
  });
  it('changes numbers by what it was', () => {
    const values = { W: Float64Array.of(1, 0, 0, 0), b: Float64Array.of(0) };
    const targets = asked.map(({ tape }) => ({
      tape,
      targets: [tape.values('h', 1)[0], ...new Array(tape.length - 1).fill(null)],
    }));
    const first = runs.map((tape) => tape.values('h', 1)[0]);
    const held = heldUnit(targets, values, 'value', { signal: 'h', unit: 0, value: 0 });
    expect(held.free).toBe(0);
    expect(held.held).toBeCloseTo(first.reduce((sum, h) => sum + h * h, 0) / 3, 12);
    expect(held.changed).toBeCloseTo(Math.max(...first.map(Math.abs)), 12);
  });
});

import { describe, expect, it } from 'vitest';
import { parting, partings } from '../../src/analysis/parting.ts';
import { partingTerms } from '../../src/analysis/partingTerms.ts';
import { sharing } from '../../src/analysis/sharing.ts';
import { type Cell, cellOf } from '../../src/cell/cell.ts';
import { sizesOf } from '../../src/cell/sizes.ts';
import { greff } from '../../src/cells/greff.ts';
import { gru } from '../../src/cells/gru.ts';
import { lstm } from '../../src/cells/lstm.ts';
import { peephole } from '../../src/cells/peephole.ts';
import { runForward } from '../../src/engine/forward.ts';
import { intervene } from '../../src/engine/intervention/intervene.ts';
import type { Intervention } from '../../src/engine/intervention/intervention.ts';
import { compile } from '../../src/engine/program.ts';
import type { Tape } from '../../src/engine/tape.ts';
import { everyCell } from '../everyCell.ts';
import { randomParameters, randomVector } from '../laws/running.ts';

const T = 6;
const sizes = sizesOf(2, 3);
const x = randomVector(6, T * 2, 1);
const from = (t: number): Float64Array => x.map((v, k) => (k >= (t - 1) * 2 ? -v : v));
const runOf = (cell: Cell, sequence = x, seed = 5): Tape =>
  runForward(compile(cell, sizes), randomParameters(cell, sizes, seed, 0.8), sequence);

/** The terms of every value of every timestep add up to its difference. */
function expectWhole(a: Tape, b: Tape): void {
  for (const { id } of a.program.cell.signals) {
    if (!b.program.slots.has(id)) continue;
    for (let timestep = 1; timestep <= T; timestep++)
      for (let unit = 0; unit < 3; unit++) {
        const [ofA, ofB] = [a, b].map((tape) => tape.values(id, timestep)[unit]);
        const terms = partingTerms(a, b, { timestep, signal: id, unit, a: ofA, b: ofB });
        if (Object.is(ofA, ofB)) {
          expect(terms).toEqual([]);
          continue;
        }
        const sum = terms.reduce((all, { share }) => all + share, 0);
        if (!(Math.abs(sum - (ofB - ofA)) < 1e-12)) expect.fail(`${id} ${timestep}: ${sum} instead of ${ofB - ofA}`);
        const sizesOfShares = terms.map(({ share }) => Math.abs(share));
        expect(sizesOfShares).toEqual([...sizesOfShares].sort((p, q) => q - p));
      }
  }
}

describe('the terms of a difference add up to it within 1e-12', () => {
  it.each(everyCell.map(({ name, cell }) => [name, cell] as const))('%s, by other inputs and weights', (_, cell) => {
    expectWhole(runOf(cell), runOf(cell, from(2), 9));
  });
  it.each([
    ['with and without peepholes', cellOf(lstm), cellOf(peephole)],
    ['with and without an activation', cellOf(greff, { ablation: 'V' }), cellOf(greff, { ablation: 'NOAF' })],
    ['with and without a forget gate', cellOf(greff, { ablation: 'V' }), cellOf(greff, { ablation: 'NFG' })],
    ['coupled and not', cellOf(greff, { ablation: 'V' }), cellOf(greff, { ablation: 'CIFG' })],
    ['an LSTM and a GRU', cellOf(lstm), cellOf(gru)],
  ])('%s', (_, one, other) => expectWhole(runOf(one), runOf(other)));
  it('with interventions on nodes and wires', () => {
    const a = runOf(cellOf(lstm));
    const all = { to: null, units: null, from: 2, until: null };
    const list: Intervention[] = [
      { ...all, key: 'f', change: { kind: 'hold', value: 0.9 } },
      { ...all, key: 'prev.h', to: 'o', change: { kind: 'cut' } },
      { ...all, key: 'C', to: 'squashed', change: { kind: 'scale', factor: 2 } },
    ];
    expectWhole(a, intervene(a, list));
    const [first] = partingTerms(a, intervene(a, list), { timestep: 2, signal: 'f', unit: 0, a: 0, b: 0 });
    expect(first.from).toBe('intervention');
  });
});

describe('where two runs part', () => {
  const a = runOf(cellOf(lstm));
  it('is the first input that differs', () => {
    expect(parting(a, runOf(cellOf(lstm), from(3)), 0)).toMatchObject({ timestep: 3, signal: 'x' });
    expect(parting(a, a, 0)).toBeNull();
  });
  it('is the first gate that sees more, at the timestep at which there is something to see, and the peephole makes it', () => {
    const peeping = runOf(cellOf(peephole));
    const found = parting(a, peeping, 0);
    // at timestep 1 the cell state before is 0: only o sees the new one
    expect(found).toMatchObject({ timestep: 1, signal: 'o' });
    if (!found) throw new Error('they do not part');
    const terms = partingTerms(a, peeping, found);
    expect(terms.map(({ from: source, parameter }) => [source, parameter])).toEqual([['C', 'p_o']]);
    const C = peeping.values('C', 1)[found.unit];
    expect(terms[0].b).toBeCloseTo(C * peeping.parameters.p_o[found.unit], 15);
    expect(terms[0].a).toBeNull();
    expect(parting(a, peeping, 0, 2)).toMatchObject({ timestep: 2, signal: 'f' });
  });
  it('by more than a threshold, by hand: h first differs by more than 0.1 where a search of all values finds it', () => {
    const b = runOf(cellOf(lstm), from(2));
    const found = parting(a, b, 0.1, 0, (signal) => signal !== 'h');
    const byHand = [1, 2, 3, 4, 5, 6].find((t) =>
      a.values('h', t).some((v, k) => Math.abs(v - b.values('h', t)[k]) > 0.1),
    );
    expect(byHand).toBeGreaterThan(0);
    expect(found?.timestep).toBe(byHand);
  });
  it('also where one of them is no number', () => {
    const b = runOf(cellOf(lstm));
    b.values('i', 4)[1] = Number.NaN;
    expect(parting(a, b, 0.5)).toMatchObject({ timestep: 4, signal: 'i', unit: 1 });
  });
  it('and every later place at which a signal begins to differ', () => {
    const hold: Intervention = {
      key: 'o',
      to: null,
      units: null,
      from: 3,
      until: 3,
      change: { kind: 'hold', value: 1 },
    };
    const found = partings(a, intervene(a, [hold]), 0);
    expect(found.map(({ timestep, signal }) => [timestep, signal])).toEqual([
      [3, 'o'],
      [4, 'f'],
    ]);
  });
  it('among the initial states', () => {
    const started = runForward(a.program, a.parameters, x, { C: [0, 0.5, 0] });
    expect(parting(a, started, 0)).toMatchObject({ timestep: 0, signal: 'C', unit: 1, a: 0, b: 0.5 });
  });
});

describe('what two runs share', () => {
  it('is named by name, shape and numbers', () => {
    const found = sharing(runOf(cellOf(lstm)), runOf(cellOf(peephole)));
    expect(found.same).toContain('U_f');
    expect(found.onlyB).toEqual(['p_f', 'p_i', 'p_o']);
    expect([found.onlyA, found.different, found.reshaped]).toEqual([[], [], []]);
    expect(found.counts).toEqual([4 * (3 * 3 + 3 * 2 + 3), 4 * (3 * 3 + 3 * 2 + 3) + 9]);
  });
  it('is little where the size or the seed is another', () => {
    const wide = compile(cellOf(lstm), sizesOf(2, 4));
    const wider = runForward(wide, randomParameters(wide.cell, wide.sizes, 5, 0.8), x);
    expect(sharing(runOf(cellOf(lstm)), wider).reshaped).toHaveLength(12);
    expect(sharing(runOf(cellOf(lstm)), runOf(cellOf(lstm), x, 8)).different).toHaveLength(12);
  });
});

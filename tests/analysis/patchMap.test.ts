import { describe, expect, it } from 'vitest';
import { answerOf, unitQuestion } from '../../src/analysis/attribution.ts';
import { type PatchMap, patchMap, patchQuestion, unitPatchMap } from '../../src/analysis/patchMap.ts';
import { cellOf } from '../../src/cell/cell.ts';
import { sizesOf } from '../../src/cell/sizes.ts';
import { registry } from '../../src/cells/index.ts';
import { lstm } from '../../src/cells/lstm.ts';
import { runForward } from '../../src/engine/forward.ts';
import { intervene } from '../../src/engine/intervention/intervene.ts';
import { compile } from '../../src/engine/program.ts';
import type { Tape } from '../../src/engine/tape.ts';
import type { Inputs } from '../../src/io/moment.ts';
import { home } from '../../src/presets/index.ts';
import { createDerive } from '../../src/store/derive.ts';
import { rememberFirst } from '../../src/training/tasks/rememberFirst.ts';
import { randomParameters, randomVector } from '../laws/running.ts';

const T = 6;
const sizes = sizesOf(2, 3);

/** Two runs whose inputs differ only at timestep 2. */
function pairOf(declaration: (typeof registry)[number], seed = 5): { a: Tape; b: Tape } {
  const cell = cellOf(declaration);
  const program = compile(cell, sizes);
  const parameters = randomParameters(cell, sizes, seed, 0.8);
  const x = randomVector(seed + 1, T * 2, 1);
  const other = x.map((v, k) => (k === 2 || k === 3 ? -v : v));
  return { a: runForward(program, parameters, x), b: runForward(program, parameters, other) };
}

describe.each(registry.map((declaration) => [declaration.id, declaration] as const))(
  'the patch map of %s',
  (_, one) => {
    const { a, b } = pairOf(one);
    const question = unitQuestion(a.program, a.program.cell.output, 1, T);
    const map = patchMap(a, b, question) as PatchMap;
    const span = (t: number) => ({ to: null, from: t, until: t, change: { kind: 'borrow', from: 'other' } }) as const;
    const share = (tape: Tape): number => (answerOf(tape, question) - map.a) / (map.b - map.a) + 0;

    it('has what the run with each value borrowed gives, for signals and for units, to the last bit', () => {
      for (const [k, key] of map.rows.entries()) {
        const units = unitPatchMap(a, b, question, key) as PatchMap;
        for (let t = 1; t <= T; t++) {
          expect(map.entries[k][t - 1], `${key} ${t}`).toBe(share(intervene(a, [{ key, units: null, ...span(t) }], b)));
          expect(units.entries[2][t - 1]).toBe(share(intervene(a, [{ key, units: [2], ...span(t) }], b)));
        }
      }
    });
    it('is exactly 0 before the first input that differs, and exactly 1 where all states are borrowed after it', () => {
      for (const entries of map.entries) expect(entries[0]).toBe(0);
      const states = a.program.cell.states.map(({ id }) => ({ key: id, units: null, ...span(4) }));
      const run = intervene(a, states, b);
      expect(share(run)).toBe(1);
      for (let t = 5; t <= T; t++) expect([...run.values('h', t)]).toEqual([...b.values('h', t)]);
      if (states.length === 1)
        expect(map.entries[map.rows.indexOf('h')].slice(1)).toEqual(new Float64Array(T - 1).fill(1));
    });
  },
);

describe('a pair that has no map', () => {
  const { a, b } = pairOf(lstm);
  const question = unitQuestion(a.program, 'h', 0, T);
  it('answers alike', () => {
    expect(patchMap(a, a, question)).toBeNull();
    const head = { W: new Float64Array(6), b: Float64Array.of(1, 0) };
    expect(patchQuestion(a, b, head, 'class', T)).toBeNull();
  });
  it('has other weights, another cell or another length', () => {
    const two = 'two runs of one cell with the same weights';
    expect(() => patchMap(a, pairOf(lstm, 6).b, question)).toThrow(two);
    expect(() => patchMap(a, pairOf(registry[0].id === 'lstm' ? registry[1] : registry[0]).b, question)).toThrow(two);
    const longer = runForward(a.program, a.parameters, [...randomVector(6, T * 2, 1), 0, 0]);
    expect(() => patchMap(a, longer, question)).toThrow('these have 6 and 7 timesteps');
  });
  it('of values asks for the output itself', () => {
    const head = { W: Float64Array.of(1, 2, 3, 4, 5, 6), b: Float64Array.of(0, 0) };
    expect(patchQuestion(a, b, head, 'value', T, 1)).toEqual({
      signal: 'h',
      timestep: T,
      direction: Float64Array.of(4, 5, 6),
    });
  });
});

describe('where the shipped cells keep the first symbol (A against C, gap 30)', () => {
  const shipped = async (id: string) => {
    const { tape, encoded, predictions } = createDerive()((await home.presets(id)) as Inputs);
    const { inputs } = rememberFirst;
    const run = (first: string): Tape => {
      const x = [first, ...encoded.tokens.slice(1)].flatMap((token) => inputs.map((name) => (name === token ? 1 : 0)));
      return runForward(tape.program, tape.parameters, x);
    };
    const [a, b] = [run('A'), run('C')];
    if (!predictions) throw new Error('no head');
    const question = patchQuestion(a, b, predictions.head, 'class', a.length);
    const map = question && patchMap(a, b, question);
    if (!map) throw new Error('no map');
    const row = (signal: string): number[] => [...map.entries[map.rows.indexOf(signal)]];
    return { a, b, question, row, last: a.length };
  };
  it('the LSTM on its belt and nowhere else: in by the candidate, out at the question', async () => {
    const { a, b, question, row, last } = await shipped('trained-remember-first-lstm');
    expect(last).toBe(32);
    for (const entry of row('C')) expect(entry).toBeCloseTo(1, 2);
    for (const gate of ['f', 'i', 'o'])
      for (const entry of row(gate)) expect(Math.abs(entry)).toBeLessThanOrEqual(0.045);
    const [entered, ...rest] = row('candidate');
    expect(entered).toBeCloseTo(1, 2);
    for (const entry of rest) expect(Math.abs(entry)).toBeLessThan(0.15);
    const h = row('h');
    expect(Math.abs(h[0] - 0.23)).toBeLessThan(0.02);
    for (const entry of h.slice(1, -1)) expect(Math.abs(entry)).toBeLessThan(0.1);
    expect(h.at(-1)).toBe(1);
    // no single unit stores it
    const units = unitPatchMap(a, b, question, 'C')?.entries.map((entries) => entries[15]) ?? [];
    expect(Math.max(...units)).toBeGreaterThan(0.3);
    expect(Math.max(...units)).toBeLessThan(0.45);
  });
  it('the GRU in its hidden state, which it writes anew at every step', async () => {
    const { row } = await shipped('trained-remember-first-gru');
    expect(row('h')).toEqual(new Array(32).fill(1));
    const [entered, ...rest] = row('candidate');
    expect(entered).toBeCloseTo(0.95, 2);
    for (const entry of rest.slice(0, 25)) expect(entry).toBeCloseTo(0.67, 1);
    const z = row('z');
    expect(Math.abs(z[1] - 0.06)).toBeLessThan(0.05);
    expect(Math.abs(z[28] - 0.25)).toBeLessThan(0.02);
    expect(z[28]).toBeGreaterThan(2 * z[1]);
  });
});

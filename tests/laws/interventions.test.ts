import { describe, expect, it } from 'vitest';
import { type Cell, cellOf } from '../../src/cell/cell.ts';
import { sizesOf } from '../../src/cell/sizes.ts';
import { idOfKey, slotOf } from '../../src/cell/slot.ts';
import { fullGateRecurrence, greff } from '../../src/cells/greff.ts';
import { lstm } from '../../src/cells/lstm.ts';
import { rnn } from '../../src/cells/rnn.ts';
import { runBackward } from '../../src/engine/backward.ts';
import { directPathOf } from '../../src/engine/directPath.ts';
import { intervene } from '../../src/engine/intervention/intervene.ts';
import { type Change, type Intervention, wiresOf } from '../../src/engine/intervention/intervention.ts';
import { runForward } from '../../src/engine/intervention/runForward.ts';
import { jacobiansOf } from '../../src/engine/jacobian.ts';
import { compile } from '../../src/engine/program.ts';
import type { Tape } from '../../src/engine/tape.ts';
import { someCells } from '../everyCell.ts';
import { bendOf, distanceToKink, randomParameters, randomVector } from './running.ts';

const T = 5;
const D = 2;
const H = 3;
const sizes = sizesOf(D, H);

const at = (key: string, change: Change, over: Partial<Intervention> = {}): Intervention => ({
  key,
  to: null,
  units: null,
  from: 1,
  until: null,
  change,
  ...over,
});
const hold = (value: number): Change => ({ kind: 'hold', value });
const cut: Change = { kind: 'cut' };
const fromOther: Change = { kind: 'borrow', from: 'other' };

/** Initial states; the normaliser of a cell that divides by one is positive. */
const statesOf = (cell: Cell, seed: number): Record<string, Float64Array> =>
  Object.fromEntries(
    cell.states.map(({ id }, k) => [
      id,
      id === 'n' ? randomVector(seed + k, H, 0.2).map((v) => 1 + v) : randomVector(seed + k, H, 0.5),
    ]),
  );

/** Two runs of one cell whose sequences part at timestep 2 and agree from timestep 4 on. */
function pairOf(cell: Cell, seed = 7): { a: Tape; b: Tape } {
  const program = compile(cell, sizes);
  const parameters = randomParameters(cell, sizes, seed, 0.7);
  const x = randomVector(seed + 1, T * D, 1);
  const other = x.map((v, k) => (k >= D && k < 3 * D ? -v : v));
  const run = (input: Float64Array): Tape => runForward(program, parameters, input, statesOf(cell, seed + 2));
  return { a: run(x), b: run(other) };
}

/** Values of every signal, state and input of a timestep, except those left out. */
const valuesAt = (tape: Tape, t: number, but: readonly string[] = []): Record<string, number[]> =>
  Object.fromEntries(
    ['x', ...tape.program.cell.signals.map(({ id }) => id)]
      .filter((id) => !but.includes(id))
      .map((id) => [id, [...tape.values(id, t)]]),
  );
const allValues = (tape: Tape, but: readonly string[] = []): Record<string, number[]>[] =>
  Array.from({ length: tape.length }, (_, k) => valuesAt(tape, k + 1, but));

/** The same change on every wire of a signal at timestep t: to readers in the same timestep and in the next. */
const onAllWires = (cell: Cell, signal: string, t: number, change: Change): Intervention[] =>
  wiresOf(cell)
    .filter(({ key }) => idOfKey(key) === signal)
    .map(({ key, to }) => ({ key, to, t: slotOf(key).kind === 'previous' ? t + 1 : t }))
    .filter((wire) => wire.t <= T)
    .map((wire) => at(wire.key, change, { to: wire.to, from: wire.t, until: wire.t }));

const ids = (cell: Cell): string[] => ['x', ...cell.signals.map(({ id }) => id)];

describe('for every cell and option', () => {
  it.each(someCells.map(({ name, cell }) => [name, cell] as const))('%s', (_, cell) => {
    const { a, b } = pairOf(cell);
    for (const id of ids(cell)) {
      // fixing a signal at its own values changes nothing
      const own = Array.from({ length: T }, (_one, k) => k + 1).flatMap((t) =>
        [...a.values(id, t)].map((value, unit) => at(id, hold(value), { units: [unit], from: t, until: t })),
      );
      expect(allValues(intervene(a, own)), `${id} at its own values`).toEqual(allValues(a));

      // an intervention from timestep 3 on changes nothing before, and everything where it acts
      const late = intervene(a, [at(id, hold(0.5), { from: 3 })]);
      for (const t of [1, 2]) expect(valuesAt(late, t), `${id} before`).toEqual(valuesAt(a, t));
      for (const t of [3, 4, 5])
        expect([...late.values(id, t)], `${id} held`).toEqual([0.5, 0.5, 0.5].slice(0, late.slot(id).size));

      // cutting all wires of a signal equals setting it to 0; borrowing on all equals borrowing the signal
      for (const [change, node] of [
        [cut, at(id, hold(0), { from: 3, until: 3 })],
        [fromOther, at(id, fromOther, { from: 3, until: 3 })],
      ] as const) {
        const wires = intervene(a, onAllWires(cell, id, 3, change), b);
        const whole = intervene(a, [node], b);
        const but = (t: number): string[] => (t === 3 ? [id] : []);
        for (let t = 1; t <= T; t++)
          expect(valuesAt(wires, t, but(t)), `${id} by wires, ${t}`).toEqual(valuesAt(whole, t, but(t)));
      }
    }
    // with all states of timestep 3 borrowed it equals the other run, whose later inputs agree
    const borrowed = intervene(
      a,
      cell.states.map(({ id }) => at(id, fromOther, { from: 3, until: 3 })),
      b,
    );
    for (const t of [4, 5]) expect(valuesAt(borrowed, t)).toEqual(valuesAt(b, t));
    expect(valuesAt(b, 5)).not.toEqual(valuesAt(a, 5));
    // interventions on x and on an initial state equal runs with that x and initial state
    const given = intervene(a, [at('x', fromOther), at(cell.states[0].id, hold(0.25), { from: 0, until: 0 })], b);
    const initial = { ...statesOf(cell, 9), [cell.states[0].id]: new Float64Array(H).fill(0.25) };
    const x = Array.from({ length: T }, (_one, k) => [...b.values('x', k + 1)]).flat();
    expect(allValues(given)).toEqual(allValues(runForward(a.program, a.parameters, x, initial)));
  });
});

describe('a gate held open is the cell without it, to the last bit', () => {
  it.each([
    ['f', 'NFG'],
    ['i', 'NIG'],
    ['o', 'NOG'],
  ])('%s at 1 is %s', (gate, ablation) => {
    const { a } = pairOf(cellOf(greff, { ablation: 'V' }));
    const without = cellOf(greff, { ablation });
    const kept = Object.fromEntries(without.parameters.map(({ name }) => [name, a.parameters[name]]));
    const x = Array.from({ length: T }, (_, k) => [...a.values('x', k + 1)]).flat();
    const initial = statesOf(without, 9);
    expect(allValues(intervene(a, [at(gate, hold(1))]))).toEqual(
      allValues(runForward(compile(without, sizes), kept, x, initial)),
    );
  });
});

/** Interventions of every kind, on nodes, units, wires, x and an initial state. */
function mixtureOf(cell: Cell, seed: number): Intervention[] {
  const wires = wiresOf(cell);
  const wire = wires[seed % wires.length];
  const previous = wires.find(({ key }) => slotOf(key).kind === 'previous') ?? wire;
  const [first] = cell.signals;
  const middle = cell.signals[Math.floor(cell.signals.length / 2)];
  return [
    at(first.id, hold(0.3), { units: [1], from: 2, until: 3 }),
    at(middle.id, { kind: 'scale', factor: 0.8 }, { from: 2 }),
    at(middle.id, { kind: 'noise', size: 0.1, seed: 3 }, { from: 3 }),
    at(cell.output, fromOther, { units: [0], from: 4, until: 4 }),
    at(wire.key, { kind: 'scale', factor: 1.5 }, { to: wire.to, from: 2, until: 4 }),
    at(previous.key, cut, { to: previous.to, units: [2], from: 5 }),
    at('x', { kind: 'scale', factor: -0.5 }, { units: [0], from: 2, until: 2 }),
    at(cell.states[0].id, { kind: 'scale', factor: 0.7 }, { units: [0, 2], from: 0, until: 1 }),
  ];
}

describe('gradients with interventions are what finite differences give', () => {
  it.each(someCells.map(({ name, cell }, k) => [name, cell, k] as const))('%s', (_, cell, k) => {
    const program = compile(cell, sizes);
    const other = pairOf(cell, 23).b;
    const interventions = mixtureOf(cell, k);
    let seed = 11;
    const pointOf = () => ({
      ...randomParameters(cell, sizes, seed, 0.7),
      x: randomVector(seed + 1, T * D, 1),
      ...Object.fromEntries(Object.entries(statesOf(cell, seed + 2)).map(([id, v]) => [`initial ${id}`, v])),
    });
    const runAt = (point: Readonly<Record<string, Float64Array>>): Tape =>
      runForward(
        program,
        Object.fromEntries(cell.parameters.map(({ name }) => [name, point[name]])),
        point.x,
        Object.fromEntries(cell.states.map(({ id }) => [id, point[`initial ${id}`]])),
        { interventions, other },
      );
    while (distanceToKink(runAt(pointOf())) < 0.005) seed++;
    const point = pointOf();
    const tape = runAt(point);
    const weights = Object.fromEntries(ids(cell).map((id, n) => [id, randomVector(n + 3, T * tape.slot(id).size, 1)]));
    const loss = (run: Tape): number =>
      ids(cell).reduce((sum, id) => {
        const { size } = run.slot(id);
        for (let t = 1; t <= T; t++)
          run.values(id, t).forEach((value, unit) => {
            sum += value * weights[id][(t - 1) * size + unit];
          });
        return sum;
      }, 0);
    const { parameters, x, initial } = runBackward(tape, weights);
    const derivatives: Readonly<Record<string, Float64Array>> = {
      ...parameters,
      x,
      ...Object.fromEntries(Object.entries(initial).map(([id, v]) => [`initial ${id}`, v])),
    };
    for (const [name, values] of Object.entries(point)) {
      const direction = randomVector(seed + 17, values.length, 1);
      const difference = (h: number): number => {
        const [up, down] = [h, -h].map((step) =>
          loss(runAt({ ...point, [name]: values.map((v, n) => v + step * direction[n]) })),
        );
        return (up - down) / (2 * h);
      };
      const step = 1e-3 * bendOf(tape);
      const expected = (4 * difference(step) - difference(2 * step)) / 3;
      const actual = derivatives[name].reduce((sum, v, n) => sum + v * direction[n], 0);
      const error = Math.abs(actual - expected) / Math.max(1, Math.abs(expected));
      if (!(error < 1e-8)) expect.fail(`${name}: ${actual} instead of ${expected}, off by ${error}`);
    }
  });
});

describe('a gate of a timestep that is a state, too', () => {
  it('is seen changed by the timestep after, or on one wire alone', () => {
    const cell = cellOf(fullGateRecurrence);
    const { a } = pairOf(cell);
    const held = intervene(a, [at('f', hold(1), { from: 2, until: 2 })]);
    expect(valuesAt(held, 3).i).not.toEqual(valuesAt(a, 3).i);
    const wire = intervene(a, [at('prev.f', hold(1), { to: 'i', from: 3, until: 3 })]);
    expect(valuesAt(wire, 3).i).toEqual(
      valuesAt(
        intervene(
          a,
          onAllWires(cell, 'f', 2, hold(1)).filter(({ to }) => to === 'i'),
        ),
        3,
      ).i,
    );
    expect(valuesAt(wire, 3).f).toEqual(valuesAt(a, 3).f);
  });
});

describe('what a memory passes on', () => {
  const { a } = pairOf(cellOf(lstm));
  it('is nothing at a timestep at which it is held, and the forget gate that is held there', () => {
    const held = intervene(a, [at('C', hold(0.2), { from: 3, until: 3 })]);
    const { factors } = directPathOf(held, 'C') ?? { factors: [] };
    expect([...factors.slice(2 * H, 3 * H)]).toEqual([0, 0, 0]);
    expect([...jacobiansOf(held).steps[2].C.C]).toEqual(new Array(H * H).fill(0));
    const open = intervene(a, [at('f', hold(0.75), { from: 3, until: 3 })]);
    expect([...(directPathOf(open, 'C')?.factors.slice(2 * H, 3 * H) ?? [])]).toEqual([0.75, 0.75, 0.75]);
    expect(open.values('f', 4)).not.toEqual(a.values('f', 4));
  });
});

describe('what is borrowed from the run itself', () => {
  const { a } = pairOf(cellOf(lstm));
  it('is the value of another timestep, or the mean over all of them', () => {
    const from = (change: Change) => [...intervene(a, [at('C', change, { from: 4, until: 4 })]).values('C', 4)];
    expect(from({ kind: 'borrow', from: 'timestep', at: 2 })).toEqual([...a.values('C', 2)]);
    expect(from({ kind: 'borrow', from: 'timestep', at: 0 })).toEqual([...a.values('C', 0)]);
    const mean = from({ kind: 'borrow', from: 'mean' });
    for (let unit = 0; unit < H; unit++)
      expect(mean[unit]).toBeCloseTo([1, 2, 3, 4, 5].reduce((sum, t) => sum + a.values('C', t)[unit], 0) / T, 14);
  });
  it('and noise is the same for the same seed and stays within its size', () => {
    const noisy = (seed: number) => intervene(a, [at('f', { kind: 'noise', size: 0.1, seed })]);
    expect(noisy(1).data).toEqual(noisy(1).data);
    const added = [...noisy(1).values('f', 1)].map((value, unit) => value - a.values('f', 1)[unit]);
    expect(Math.max(...added.map(Math.abs))).toBeLessThanOrEqual(0.1);
    expect(new Set(added).size).toBe(H);
    expect(noisy(2).values('f', 1)).not.toEqual(noisy(1).values('f', 1));
  });
});

describe('what does not fit is refused with a sentence that names what there is', () => {
  const { a, b } = pairOf(cellOf(lstm));
  const short = runForward(a.program, a.parameters, [0, 0]);
  it.each<[Intervention, string, Tape?]>([
    [at('q', cut), 'LSTM has no “q” to change; it has x, f'],
    [at('prev.C', cut), 'LSTM has no “prev.C” to change'],
    [at('f', cut, { to: 'o' }), 'f does not lead to “o”, but to kept'],
    [at('h', cut, { to: 'o' }), 'LSTM has no wire from “h”'],
    [at('f', cut, { from: 0 }), 'f cannot change at timesteps 0 to the end; they go from 1 to 5'],
    [at('C', cut, { from: 6 }), 'C cannot change at timesteps 6 to the end; they go from 0 to 5'],
    [at('C', cut, { from: 3, until: 2 }), 'C cannot change at timesteps 3 to 2'],
    [at('prev.h', cut, { to: 'o', units: [3] }), 'prev.h on its way to o has no unit 3; its units go from 0 to 2'],
    [at('f', hold(Number.NaN)), 'f can only be changed by finite numbers, not by NaN'],
    [at('f', fromOther), 'f cannot be borrowed without another run'],
    [at('f', fromOther), 'f cannot be borrowed at timestep 5: the other run has 1', short],
    [at('f', fromOther), 'f cannot be borrowed: the other run has no f of 3 units', pairOf(cellOf(rnn)).a],
    [
      at('f', { kind: 'borrow', from: 'timestep', at: 0 }),
      'f cannot be borrowed from timestep 0; timesteps go from 1 to 5',
    ],
  ])('%s', (intervention, sentence, other) => {
    expect(() => intervene(a, [intervention], other)).toThrow(sentence);
  });
  it('a run that has interventions already', () => {
    expect(() => intervene(intervene(a, [at('f', cut)]), [at('i', cut)], b)).toThrow('give all of them together');
  });
});

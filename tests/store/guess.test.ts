import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { registry } from '../../src/cells/index.ts';
import { defaultInputs, defaultView } from '../../src/io/defaults.ts';
import { createGatescope, type Gatescope } from '../../src/store/gatescope.ts';
import { openGuess } from '../../src/store/guess.ts';
import { fakeClock } from './fakeClock.ts';

const view = { ...defaultView, guess: true };
const inputs = {
  ...defaultInputs,
  sequence: { kind: 'text', text: 'abcab', unit: 'characters', vocabulary: null },
} as const;
const begun = (cell = 'lstm') => {
  const clock = fakeClock();
  const cursor = { t: 1, position: 0 };
  return { clock, gate: createGatescope({ clock, initial: { inputs: { ...inputs, cell }, cursor, view } }) };
};
const open = (gate: Gatescope) => openGuess(gate.getState(), gate.derived());
const where = (gate: Gatescope) => Object.values(gate.getState().cursor);

describe('where the reader guesses first', () => {
  test('the stage shown is the first one asked, also again', () => {
    const { gate } = begun();
    gate.actions.setGuess(false);
    gate.actions.goTo(3, gate.derived().stages[0].end);
    for (const time of ['first', 'second']) {
      gate.actions.setGuess(true);
      expect([where(gate), open(gate)?.signal], time).toEqual([[3, 0], 'f']);
      gate.actions.commitGuess();
    }
  });

  test('a step waits for the guess of its stage and reminds of it', () => {
    const { gate } = begun();
    gate.actions.step(1);
    expect([where(gate), gate.getState().reminding]).toEqual([[1, 0], true]);
    expect(open(gate)).toMatchObject({ t: 1, label: 'Forget', signal: 'f' });
    gate.actions.commitGuess();
    const [{ end }] = gate.derived().stages;
    expect(where(gate)).toEqual([1, end]);
    expect(open(gate)).toMatchObject({ t: 1, label: 'Input', signal: 'candidate' });
  });

  test('playing ends at the next guess, and a way ahead before the first of its timestep', () => {
    const { gate, clock } = begun();
    gate.actions.play();
    clock.pass(5000);
    expect([where(gate), gate.getState().playing]).toEqual([[1, 0], false]);
    gate.actions.goTo(1, 4);
    expect(where(gate)).toEqual([1, 0]);
    gate.actions.last();
    expect(where(gate)).toEqual([5, 0]);
    gate.actions.goTo(3);
    expect(where(gate)).toEqual([3, gate.derived().cell.signals.length]);
    expect(open(gate)).toMatchObject({ t: 4, label: 'Forget' });
  });

  test.each(registry.map(({ id }) => id))(
    '%s: every stage of every timestep is asked once, and all is computed in the end',
    (cell) => {
      const { gate } = begun(cell);
      const { cell: known, stages, tape } = gate.derived();
      const asked: string[] = [];
      for (let guess = open(gate); guess; guess = open(gate)) {
        asked.push(`${guess.t} ${guess.stage}`);
        expect(known.signals.find(({ id }) => id === guess.signal)?.info.stage).toBe(guess.stage);
        gate.actions.commitGuess();
        // stages without a letter pass without a guess
        while (
          !open(gate) &&
          !gate.getState().reminding &&
          where(gate).join() !== `${tape.length},${known.signals.length}`
        )
          gate.actions.step(1);
      }
      const lettered = stages.filter(({ id }) => known.signals.some(({ info }) => info.stage === id && info.symbol));
      expect(asked).toEqual([1, 2, 3, 4, 5].flatMap((t) => lettered.map(({ id }) => `${t} ${id}`)));
      expect(where(gate)).toEqual([5, known.signals.length]);
    },
  );

  test('no way leads past a guess that is not made', () => {
    const way = fc.oneof(
      fc
        .constantFrom('timestep' as const, 'stage' as const, 'operation' as const)
        .map((by) => (gate: Gatescope) => gate.actions.step(1, by)),
      fc.integer({ min: -1, max: 6 }).map((t) => (gate: Gatescope) => gate.actions.goTo(t)),
      fc.tuple(fc.integer({ min: 1, max: 5 }), fc.nat(12)).map(
        ([t, k]) =>
          (gate: Gatescope) =>
            gate.actions.goTo(t, k),
      ),
      fc
        .constantFrom('last' as const, 'first' as const, 'play' as const)
        .map((name) => (gate: Gatescope) => gate.actions[name]()),
    );
    fc.assert(
      fc.property(fc.array(way, { maxLength: 12 }), (ways) => {
        const { gate, clock } = begun();
        for (const go of ways) {
          const before = gate.getState().cursor;
          go(gate);
          clock.pass(400);
          const { t, position } = gate.getState().cursor;
          if (t > before.t) expect(position).toBe(0);
          const { stages } = gate.derived();
          if (t === before.t)
            expect(stages.filter(({ start }) => start >= before.position && start < position)).toEqual([]);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('gradients ask nothing', () => {
    const { gate } = begun();
    gate.actions.setShows('gradients');
    expect(open(gate)).toBeNull();
    gate.actions.step(1);
    expect(where(gate)[1]).toBeGreaterThan(0);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { registry } from '../../src/cells/index.ts';
import { runForward } from '../../src/engine/intervention/runForward.ts';
import { defaultInputs } from '../../src/io/defaults.ts';
import { encode } from '../../src/io/encode.ts';
import { createGatescope, type Gatescope } from '../../src/store/gatescope.ts';
import type { Granularity } from '../../src/store/state.ts';
import { cases } from '../setup/cases.ts';
import { type FakeClock, fakeClock } from './fakeClock.ts';
import { drawnPins, intervening, pinsIn } from './intervening.ts';

type Act = (gate: Gatescope, clock: FakeClock) => void;

const granularity = fc.constantFrom<Granularity>('timestep', 'stage', 'operation');
const direction = fc.constantFrom<1 | -1>(1, -1);
const anywhere = fc.oneof(fc.integer({ min: -3, max: 20 }), fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, 2.5));
const gesture = fc.option(fc.constantFrom('a', 'b'), { nil: undefined });

/** Actions that change the numbers. */
const edits: fc.Arbitrary<readonly [string, Act]> = fc.oneof(
  fc
    .constantFrom(...registry)
    .map(({ id }) => [`setCell ${id}`, ({ actions }: Gatescope) => actions.setCell(id)] as const),
  fc.nat(20).map((pick) => [`setOption ${pick}`, (gate: Gatescope) => pickOption(gate, pick)] as const),
  fc
    .record({ H: fc.integer({ min: 1, max: 9 }), gesture })
    .map(({ H, gesture }) => [`setH ${H}`, ({ actions }: Gatescope) => actions.setH(H, gesture)] as const),
  fc
    .integer({ min: 0, max: 0xffffffff })
    .map((seed) => [`setSeed ${seed}`, ({ actions }: Gatescope) => actions.setSeed(seed)] as const),
  fc.constant(['randomise', ({ actions }: Gatescope) => actions.randomise()] as const),
  fc.constant(['reset', ({ actions }: Gatescope) => actions.reset()] as const),
  fc.record({ pick: fc.nat(50), index: fc.nat(3), value: fc.double({ min: -3, max: 3, noNaN: true }), gesture }).map(
    ({ pick, index, value, gesture }) =>
      [
        `editParameter ${pick} ${index} ${value}`,
        ({ actions, derived }: Gatescope) => {
          const entries = Object.entries(derived().parameters);
          const [name, values] = entries[pick % entries.length];
          actions.editParameter(name, index % values.length, value, gesture);
        },
      ] as const,
  ),
  fc
    .string({ maxLength: 6 })
    .map(
      (text) =>
        [
          `setSequence ${text}`,
          ({ actions }: Gatescope) => actions.setSequence({ kind: 'text', text, unit: 'characters', vocabulary: null }),
        ] as const,
    ),
  fc
    .record({ drawn: drawnPins, gesture })
    .map(
      ({ drawn, gesture }) =>
        [
          `setInterventions ${JSON.stringify(drawn)}`,
          (gate: Gatescope) => gate.actions.setInterventions(pinsIn(gate, drawn), gesture),
        ] as const,
    ),
  fc.constant(['undo', ({ actions }: Gatescope) => actions.undo()] as const),
  fc.constant(['redo', ({ actions }: Gatescope) => actions.redo()] as const),
);

/** Actions that move the cursor or let time pass. */
const moves: fc.Arbitrary<readonly [string, Act]> = fc.oneof(
  fc
    .record({ direction, granularity })
    .map(
      ({ direction, granularity }) =>
        [`step ${direction} ${granularity}`, ({ actions }: Gatescope) => actions.step(direction, granularity)] as const,
    ),
  fc
    .record({ t: anywhere, position: anywhere, motion: fc.constantFrom<'run' | 'jump'>('run', 'jump') })
    .map(
      ({ t, position, motion }) =>
        [`goTo ${t} ${position} ${motion}`, ({ actions }: Gatescope) => actions.goTo(t, position, motion)] as const,
    ),
  fc
    .constantFrom('first', 'last', 'play', 'pause')
    .map((name) => [name, ({ actions }: Gatescope) => actions[name as 'first']()] as const),
  granularity.map((g) => [`by ${g}`, ({ actions }: Gatescope) => actions.setGranularity(g)] as const),
  fc
    .constantFrom(0.25, 1, 4)
    .map((speed) => [`speed ${speed}`, ({ actions }: Gatescope) => actions.setSpeed(speed)] as const),
  fc
    .record({ signal: fc.constantFrom('f', 'x', 'C', 'prev.h', 'nothing', null), unit: anywhere })
    .map(
      ({ signal, unit }) =>
        [`select ${signal} ${unit}`, ({ actions }: Gatescope) => actions.select(signal, unit)] as const,
    ),
  fc
    .integer({ min: 1, max: 900 })
    .map((ms) => [`pass ${ms}`, (_: Gatescope, clock: FakeClock) => clock.pass(ms)] as const),
  fc.constant(['hide', (_: Gatescope, clock: FakeClock) => clock.hide()] as const),
  fc.boolean().map(
    (reduced) =>
      [
        `reduced ${reduced}`,
        (_: Gatescope, clock: FakeClock) => {
          clock.reduced = reduced;
        },
      ] as const,
  ),
);

function pickOption({ actions, derived }: Gatescope, pick: number): void {
  const { declaration, cell } = derived();
  const entries = Object.entries(declaration.options);
  const [name, info] = entries[pick % entries.length];
  if (info.kind === 'flag') actions.setOption(name, cell.options[name] !== true);
  else actions.setOption(name, Object.keys(info.choices)[pick % Object.keys(info.choices).length]);
}

function fresh(): { gate: Gatescope; clock: FakeClock } {
  const clock = fakeClock();
  const sequence = { kind: 'text', text: 'abcab', unit: 'characters', vocabulary: null } as const;
  return { gate: createGatescope({ clock, initial: { inputs: { ...defaultInputs, sequence } }, intervening }), clock };
}

/** Checks the invariants after every action. */
function check({ getState, derived, playhead }: Gatescope): void {
  const { cursor, selection, playing, inputs, past } = getState();
  const { tape, cell, sizes, stages } = derived();
  const N = cell.signals.length;
  expect(cursor.t).toBeGreaterThanOrEqual(Math.min(1, tape.length));
  expect(cursor.t).toBeLessThanOrEqual(tape.length);
  expect(Number.isInteger(cursor.t) && Number.isInteger(cursor.position)).toBe(true);
  expect(cursor.position).toBeGreaterThanOrEqual(0);
  expect(cursor.position).toBeLessThanOrEqual(tape.length === 0 ? 0 : N);
  expect(playhead.t).toBe(cursor.t);
  expect(playhead.head).toBeGreaterThanOrEqual(0);
  expect(playhead.head).toBeLessThanOrEqual(N);
  if (cursor.t === tape.length && cursor.position === N && playhead.head === N) expect(playing).toBe(false);
  expect(tape.length).toBe(inputs.sequence.kind === 'text' ? [...inputs.sequence.text].length : 0);
  expect([tape.program.cell, cell.id, sizes.H]).toEqual([cell, inputs.cell, inputs.H]);
  expect(stages.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, k) => start + k))).toEqual(
    cell.signals.map((_, k) => k),
  );
  expect(selection.unit).toBeGreaterThanOrEqual(0);
  expect(selection.unit).toBeLessThan(Math.max(sizes.D, sizes.H));
  expect(past.length).toBeLessThanOrEqual(200);
}

describe('after any sequence of actions', () => {
  test('the cursor is within bounds and the playhead shows its moment', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(edits, moves), { maxLength: 40 }), (acts) => {
        const { gate, clock } = fresh();
        const stop = [gate.subscribe(() => check(gate)), gate.playhead.subscribe(() => check(gate))];
        for (const [, act] of acts) {
          act(gate, clock);
          check(gate);
        }
        for (const unsubscribe of stop) unsubscribe();
        clock.pass(600_000, 400);
        expect(gate.getState().playing).toBe(false);
        expect(gate.playhead.head).toBe(gate.getState().cursor.position);
        expect([clock.pending, clock.listening]).toEqual([0, 0]);
      }),
      { numRuns: cases(150) },
    );
  });

  test('the tape is what the inputs give when computed alone', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(edits, moves), { maxLength: 20 }), (acts) => {
        const { gate, clock } = fresh();
        for (const [, act] of acts) act(gate, clock);
        const { inputs } = gate.getState();
        const alone = createGatescope({ initial: { inputs }, clock: fakeClock(), intervening }).derived();
        const { x } = encode(inputs.sequence);
        const interventions = alone.interventions.filter(({ off }) => !off);
        const again = runForward(alone.program, alone.parameters, x, alone.initial, { interventions });
        expect(gate.derived().tape.data).toEqual(again.data);
      }),
      { numRuns: 60 },
    );
  });

  test('undoing all and doing all again comes back to every inputs passed', () => {
    fc.assert(
      fc.property(fc.array(edits, { maxLength: 30 }), (acts) => {
        const { gate, clock } = fresh();
        for (const [, act] of acts) act(gate, clock);
        const { past, inputs, future } = gate.getState();
        for (const expected of past.toReversed()) {
          gate.actions.undo();
          expect(gate.getState().inputs).toBe(expected);
        }
        for (const expected of [...past.slice(1), ...(past.length > 0 ? [inputs] : []), ...future]) {
          gate.actions.redo();
          expect(gate.getState().inputs).toBe(expected);
        }
      }),
      { numRuns: 80 },
    );
  });

  test('undo takes back exactly what was done', () => {
    fc.assert(
      fc.property(fc.array(edits, { maxLength: 12 }), edits, (acts, [name, act]) => {
        const { gate, clock } = fresh();
        for (const [, earlier] of acts) earlier(gate, clock);
        gate.actions.select('x', 0); // ends no gesture: only inputs do
        const before = gate.getState();
        act(gate, clock);
        const after = gate.getState();
        if (name === 'undo' || name === 'redo' || after.past.length === before.past.length) return;
        const numbers = gate.derived().tape.data;
        gate.actions.undo();
        expect(gate.getState().inputs).toBe(before.inputs);
        gate.actions.redo();
        expect(gate.getState().inputs).toBe(after.inputs);
        expect(gate.derived().tape.data).toEqual(numbers);
      }),
      { numRuns: 80 },
    );
  });

  test('switching to any cells and back restores parameters, cell and numbers', () => {
    const cells = fc.array(fc.constantFrom(...registry), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(edits, { maxLength: 10 }), cells, (acts, visited) => {
        const { gate, clock } = fresh();
        for (const [, act] of acts) act(gate, clock);
        const home = gate.getState().inputs.cell;
        const { parameters, tape, cell } = gate.derived();
        const { t } = gate.getState().cursor;
        for (const { id } of visited) gate.actions.setCell(id);
        gate.actions.setCell(home);
        const back = gate.derived();
        expect(back.parameters).toEqual(parameters);
        expect(back.cell.options).toEqual(cell.options);
        expect(back.tape.data).toEqual(tape.data);
        expect(gate.getState().cursor.t).toBe(t);
      }),
      { numRuns: 80 },
    );
  });

  test('a step on and a step back comes back to the same moment', () => {
    fc.assert(
      fc.property(granularity, fc.integer({ min: 0, max: 60 }), (by, count) => {
        const { gate } = fresh();
        gate.actions.first();
        for (let k = 0; k < count; k++) gate.actions.step(1, by);
        const { cursor } = gate.getState();
        gate.actions.step(1, by);
        if (gate.getState().cursor === cursor) return;
        gate.actions.step(-1, by);
        const moved = gate.getState().cursor;
        expect(moved).toEqual(cursor);
      }),
    );
  });
});

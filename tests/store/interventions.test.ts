import { describe, expect, test, vi } from 'vitest';
import { registry } from '../../src/cells/index.ts';
import { asComputed } from '../../src/engine/intervention/asComputed.ts';
import { wiresOf } from '../../src/engine/intervention/intervention.ts';
import { defaultInputs } from '../../src/io/defaults.ts';
import type { Inputs, Pin } from '../../src/io/moment.ts';
import { arithmeticOf } from '../../src/notation/arithmetic.ts';
import { createDerive } from '../../src/store/derive.ts';
import { effectOf } from '../../src/store/effect.ts';
import { createGatescope } from '../../src/store/gatescope.ts';
import { returnedTo } from '../../src/store/gradient/chainRule.ts';
import { createTakeGradient } from '../../src/store/gradient/gradient.ts';
import { heldWords, pinSentence } from '../../src/store/pinWords.ts';
import { withHead } from './given.ts';
import { intervening } from './intervening.ts';

const sequence = { kind: 'text', text: 'abcaab', unit: 'characters', vocabulary: null } as const;
const always = { to: null, units: null, from: 1, until: null };
const open: Pin = { ...always, key: 'f', from: 3, change: { kind: 'hold', value: 1 } };
const deaf: Pin = { ...always, key: 'prev.h', to: 'o', change: { kind: 'cut' } };
const derivedFrom = (inputs: Inputs) => createDerive(undefined, intervening)(inputs);
const withPins = (cell: string, interventions: readonly Pin[]): Inputs => ({
  ...defaultInputs,
  cell,
  sequence,
  interventions,
});

test('the run with interventions stands beside the run without them, which they leave alone', () => {
  const { tape, free } = derivedFrom(withPins('lstm', [open, deaf]));
  const alone = createDerive()(withPins('lstm', []));
  expect(free.tape.data).toEqual(alone.tape.data);
  expect([...tape.values('f', 2)]).toEqual([...free.tape.values('f', 2)]);
  expect([...tape.values('f', 3)]).toEqual([1, 1, 1, 1]);
});

test('where all are off or none fits, there is one run', () => {
  for (const list of [[{ ...open, off: true } as const], [{ ...open, key: 'z' }]]) {
    const derived = derivedFrom(withPins('lstm', list));
    expect(derived.tape).toBe(derived.free.tape);
    expect(derived.interventions).toEqual(list.filter(({ key }) => key === 'f'));
  }
});

test('switched off and on again, they are the same run; another value or another sequence makes another one', () => {
  const derive = createDerive(undefined, intervening);
  const { tape } = derive(withPins('lstm', [open, deaf]));
  expect(derive(withPins('lstm', [{ ...open, off: true }, deaf])).tape.values('f', 3)).not.toEqual(tape.values('f', 3));
  const both = derive(withPins('lstm', [open, deaf])).tape;
  derive(withPins('lstm', [{ ...open, off: true }]));
  derive(withPins('lstm', []));
  expect(derive(withPins('lstm', [{ ...open }, { ...deaf }])).tape).toBe(both);
  const half = derive(withPins('lstm', [{ ...open, change: { kind: 'hold', value: 0.5 } }, deaf])).tape;
  expect([...half.values('f', 3)]).toEqual([0.5, 0.5, 0.5, 0.5]);
  const longer = derive({ ...withPins('lstm', [open, deaf]), sequence: { ...sequence, text: 'abcaabb' } }).tape;
  expect(longer.length).toBe(7);
});

test('they are fetched with the first, act as soon as they are there, and can be undone', async () => {
  const gate = createGatescope({ initial: { inputs: withPins('lstm', []) } });
  const seen = vi.fn();
  gate.subscribe(seen);
  gate.actions.setInterventions([open]);
  await expect.poll(() => gate.derived().tape.values('f', 4)[0]).toBe(1);
  expect(gate.getState().past).toHaveLength(1);
  gate.actions.undo();
  expect(gate.derived().tape.values('f', 4)[0]).not.toBe(1);
  gate.actions.redo();
  expect(gate.derived().tape.values('f', 4)[0]).toBe(1);
});

test('a view has a limit of them', () => {
  const gate = createGatescope({ intervening });
  expect(() => gate.actions.setInterventions(new Array(65).fill(open))).toThrow('at most 64 interventions');
});

test.each<[Pin, string]>([
  [open, 'f held at 1 from t = 3'],
  [deaf, 'hₜ₋₁ in o cut'],
  [{ ...always, key: 'C', units: [1], until: 4, change: { kind: 'scale', factor: 0.5 } }, 'C₂ times 0.50 t = 1 to 4'],
  [{ ...always, key: 'h', from: 0, until: 0, change: { kind: 'hold', value: 0 } }, 'h held at 0 at the start'],
  [
    { ...always, key: 'C', from: 2, until: 2, change: { kind: 'borrow', from: 'timestep', at: 1 } },
    'C as at t = 1 at t = 2',
  ],
])('%o reads: %s', (pin, words) => {
  const { cell } = derivedFrom(withPins('lstm', []));
  expect(pinSentence(cell, pin)).toBe(words);
});

test('the effect names the answer before and after, and the first value that follows', () => {
  const H = defaultInputs.H;
  const head = {
    outputs: ['a', 'b'],
    asks: 'class',
    W: Float64Array.from({ length: 2 * H }, (_, k) => k),
    b: new Float64Array(2),
  } as const;
  const answered = withHead({ ...defaultInputs, sequence }, head);
  const { sentence, first } = effectOf(
    derivedFrom({ ...answered, interventions: [{ ...open, change: { kind: 'cut' } }] }),
    6,
  );
  expect(sentence).toMatch(/^Answer at 6: “[ab]” \S+\s% → “[ab]” \S+\s%; first changed: kept memory at 3\.$/);
  expect(first?.timestep).toBe(3);
});

describe.each(registry)('with interventions on $id', ({ id }) => {
  /** One on every third node, one on every third wire, of every kind. */
  const changes: readonly Pin['change'][] = [
    { kind: 'hold', value: 0.3 },
    { kind: 'scale', factor: -0.5 },
    { kind: 'cut' },
    { kind: 'noise', size: 0.2, seed: 3 },
  ];
  const { cell } = createDerive()(withPins(id, []));
  const places = [...cell.signals.map((signal) => ({ key: signal.id, to: null })), ...wiresOf(cell)];
  const pins = places
    .filter((_, k) => k % 3 === 1)
    .map((place, k): Pin => ({ ...place, units: k % 2 ? [1] : null, from: 2, until: 5, change: changes[k % 4] }));
  const derived = derivedFrom(withPins(id, pins));
  const { tape, parameters } = derived;

  test('a gradient is the sum of what every use of a number hands back', () => {
    const gradient = createTakeGradient()(derived, { output: 1, outputAt: null });
    if (!gradient) throw new Error('there are timesteps');
    for (const slot of ['x', ...cell.signals.map((signal) => signal.id)])
      for (let t = 1; t <= tape.length; t++)
        for (let unit = 0; unit < tape.slot(slot).size; unit++) {
          const uses = returnedTo({ id: slot, unit, t }, tape, parameters, gradient);
          const sum = uses.reduce((total, { value }) => total + value, 0);
          expect(sum, `${slot} ${unit} ${t}`).toBeCloseTo(gradient.adjoint.values(slot, t)[unit], 10);
        }
  });

  test('the arithmetic of a value is what the cell computed before the value is changed', () => {
    for (const { id: signal } of cell.signals)
      for (let t = 1; t <= tape.length; t++) {
        const seen = asComputed(tape, signal, t);
        const found = arithmeticOf(cell, seen, parameters, { key: signal, t, unit: 1 }, { limit: 1000 });
        const forced =
          heldWords(
            cell,
            pins.filter(({ to }) => to === null),
            signal,
            t,
            1,
          ).length > 0;
        if (!forced) expect(found.result.value).toBe(tape.values(signal, t)[1]);
        if (found.kind !== 'layer') continue;
        const sum = found.products.reduce((total, { value }) => total + value, found.bias?.value ?? 0);
        expect(sum, `${signal} ${t}`).toBeCloseTo(found.preActivation.value, 10);
      }
  });
});

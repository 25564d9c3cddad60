import { describe, expect, test } from 'vitest';
import { uniform } from '../../src/engine/parameters.ts';
import { defaultInputs } from '../../src/io/defaults.ts';
import type { OutputHead } from '../../src/io/moment.ts';
import { asPreset, headIn } from '../../src/io/weights.ts';
import { createDerive } from '../../src/store/derive.ts';
import { createGatescope } from '../../src/store/gatescope.ts';
import { fakeClock } from './fakeClock.ts';
import { givenIn, withGiven, withHead } from './given.ts';

const H = defaultInputs.H;
const identity = Float64Array.from({ length: H * H }, (_, k) => (k % (H + 1) === 0 ? 1 : 0));
const units: OutputHead = {
  outputs: ['one', 'two', 'three', 'four'],
  asks: 'value',
  W: identity,
  b: new Float64Array(H),
};
const drawn = (seed: number, n: number): Float64Array =>
  Float64Array.from({ length: n }, (_, k) => 2 * uniform(seed, k));
const classes: OutputHead = {
  outputs: ['a', 'b', 'c'],
  asks: 'class',
  W: drawn(3, 3 * H),
  b: drawn(4, 3),
};

describe('predictions', () => {
  test('of a head that copies each unit are the hidden states, at every timestep', () => {
    const { tape, predictions } = createDerive()(withHead(defaultInputs, units));
    const rows = Array.from({ length: tape.length }, (_, t) => [...tape.values('h', t + 1)]).flat();
    expect([...(predictions?.y ?? [])]).toEqual(rows);
    expect(predictions?.probabilities).toBeNull();
  });

  test('of classes are probabilities whose odds are e to the difference of the outputs', () => {
    const { tape, predictions } = createDerive()(withHead(defaultInputs, classes));
    const { y, probabilities: p } = predictions ?? { y: [], probabilities: null };
    for (let t = 0; t < tape.length; t++) {
      const [a, b, c] = [0, 1, 2].map((k) => p?.[3 * t + k] ?? Number.NaN);
      expect(a + b + c).toBeCloseTo(1, 15);
      expect(a / b / Math.exp(y[3 * t] - y[3 * t + 1])).toBeCloseTo(1, 13);
      expect(b / c / Math.exp(y[3 * t + 1] - y[3 * t + 2])).toBeCloseTo(1, 13);
    }
  });

  test('stay finite where an output is far beyond what e to its power can hold', () => {
    const b = Float64Array.of(800, -800, 0);
    const { predictions } = createDerive()(withHead(defaultInputs, { ...classes, b }));
    expect([...(predictions?.probabilities?.slice(0, 3) ?? [])]).toEqual([1, 0, 0]);
  });

  test('rest while the cell has another number of units, and come back with the old one', () => {
    const { actions, derived } = createGatescope({
      clock: fakeClock(),
      initial: { inputs: withHead(defaultInputs, classes) },
    });
    const before = derived().predictions;
    actions.setH(7);
    expect(derived().predictions).toBeNull();
    actions.setH(H);
    expect(derived().predictions).toEqual(before);
  });

  test('change with a weight and come back with undo; reset takes the head away, undo brings it back', () => {
    const { actions, derived, getState } = createGatescope({
      clock: fakeClock(),
      initial: { inputs: withHead(defaultInputs, classes) },
    });
    const before = derived().predictions;
    actions.editParameter('b_o', 0, 3);
    expect(derived().predictions).not.toEqual(before);
    actions.undo();
    expect(derived().predictions).toEqual(before);
    actions.reset();
    expect(headIn(getState().inputs)).toBeNull();
    actions.undo();
    expect(headIn(getState().inputs)).toBe(classes);
  });

  test('are the same object as long as nothing that decides them changes', () => {
    const derive = createDerive();
    const inputs = withHead(defaultInputs, classes);
    const { predictions } = derive(inputs);
    expect(derive(asPreset(inputs, 'x')).predictions).toBe(predictions);
    expect(derive({ ...inputs, H: 5 }).predictions).not.toBe(predictions);
  });
});

test('weights that come one after the other in one gesture are undone as one', () => {
  const { actions, getState } = createGatescope({ clock: fakeClock() });
  const start = getState().inputs;
  for (const value of [1, 2, 3])
    actions.replaceInputs(
      withGiven(getState().inputs, { values: { b_f: new Float64Array(H).fill(value) } }),
      'training',
    );
  expect(givenIn(getState().inputs).values.b_f[0]).toBe(3);
  actions.undo();
  expect(getState().inputs).toBe(start);
});

import { describe, expect, test } from 'vitest';
import { defaultInputs } from '../../src/io/defaults.ts';
import { asPreset, headIn, presetIn } from '../../src/io/weights.ts';
import { createGatescope, type Gatescope } from '../../src/store/gatescope.ts';
import { fakeClock } from './fakeClock.ts';
import { givenIn, withGiven } from './given.ts';

const started = (): Gatescope => createGatescope({ clock: fakeClock(), initial: { cursor: { t: 7, position: 9 } } });

describe('switching the cell', () => {
  test('keeps the sequence, the timestep and every shared parameter, edited or not', () => {
    const { actions, derived, getState } = started();
    actions.editParameter('W_f', 3, 0.25);
    const before = derived();
    actions.setCell('peephole');
    const after = derived();
    expect(getState().cursor).toEqual({ t: 7, position: after.cell.signals.length });
    expect(after.encoded).toBe(before.encoded);
    expect(after.parameters.W_f[3]).toBe(0.25);
    const shared = Object.keys(before.parameters).filter((name) => name in after.parameters);
    expect(shared).toHaveLength(12);
    for (const name of shared) expect(after.parameters[name]).toEqual(before.parameters[name]);
  });

  test('tells which cell was shown before', () => {
    const { actions, getState } = started();
    expect(getState().before).toBeNull();
    actions.setCell('coupled');
    expect(getState().before).toEqual({ cell: 'lstm', options: {} });
    actions.setOption('couple', 'f');
    expect(getState().before).toEqual({ cell: 'coupled', options: {} });
  });

  test('keeps an option of a cell for when it comes back', () => {
    const { actions, derived } = started();
    actions.setOption('form', 'original');
    actions.setCell('peephole');
    actions.setOption('peepWeights', 'full');
    actions.setCell('lstm');
    expect(derived().cell.options.form).toBe('original');
    actions.setCell('peephole');
    expect(derived().cell.options.peepWeights).toBe('full');
  });

  test('keeps the operation at which the reader stood, where both cells have it', () => {
    const { actions, derived, getState } = started();
    actions.goTo(7, derived().cell.signals.findIndex((s) => s.id === 'C') + 1);
    actions.setOption('form', 'original');
    const { position } = getState().cursor;
    expect(derived().cell.signals[position - 1].id).toBe('C');
  });

  test('drops a selection that the new cell does not have', () => {
    const { actions, getState } = started();
    actions.select('f', 3);
    actions.hover('f');
    actions.setCell('gru');
    expect(getState()).toMatchObject({ selection: { signal: null, unit: 3 }, hover: null });
    actions.setH(2);
    expect(getState().selection.unit).toBe(1);
  });
});

describe('changes', () => {
  test('are undone and done again, one by one', () => {
    const { actions, getState } = started();
    const first = getState().inputs;
    actions.setH(8);
    actions.setCell('gru');
    const last = getState().inputs;
    actions.undo();
    actions.undo();
    actions.undo();
    expect(getState().inputs).toBe(first);
    actions.redo();
    actions.redo();
    actions.redo();
    expect(getState().inputs).toBe(last);
    actions.undo();
    actions.setSeed(5);
    expect(getState().future).toEqual([]);
  });

  test('of one drag are undone as one', () => {
    const { actions, getState } = started();
    const first = getState().inputs;
    for (const value of [0.1, 0.2, 0.3]) actions.editParameter('b_o', 0, value, 'drag 1');
    for (const value of [0.4, 0.5]) actions.editParameter('b_o', 0, value, 'drag 2');
    expect(getState().past).toHaveLength(2);
    actions.undo();
    expect(givenIn(getState().inputs).values.b_o[0]).toBe(0.3);
    actions.editParameter('b_o', 0, 0.6, 'drag 2');
    expect(getState().past).toHaveLength(2);
    actions.undo();
    actions.undo();
    expect(getState().inputs).toBe(first);
  });

  test('are remembered two hundred deep', () => {
    const { actions, getState } = started();
    for (let seed = 10; seed < 230; seed++) actions.setSeed(seed);
    expect(getState().past).toHaveLength(200);
  });

  test('that change nothing are not remembered', () => {
    const { actions, getState, derived } = started();
    actions.setCell('lstm');
    actions.setOption('bias', true);
    actions.setH(4);
    actions.editParameter('b_f', 0, derived().parameters.b_f[0]);
    expect(getState().past).toEqual([]);
  });

  test('that cannot be shown throw a sentence and leave everything as it was', () => {
    const { actions, getState } = started();
    const state = getState();
    expect(() => actions.setCell('toString')).toThrow('There is no cell “toString”');
    expect(() => actions.setOption('reset', 'after')).toThrow('LSTM has no option “reset”');
    expect(() => actions.setOption('form', '2001')).toThrow('option “form” cannot be "2001"');
    expect(() => actions.setH(513)).toThrow('H is 513');
    expect(() => actions.setSeed(0.5)).toThrow('The seed is 0.5');
    expect(() => actions.editParameter('b_f', 4, 0)).toThrow('b_f has 4 values; there is none at 4');
    expect(() => actions.editParameter('b_f', 0, Number.NaN)).toThrow('NaN is not a finite number');
    expect(() => actions.setInitial('n', 0, 1)).toThrow('The cell has no “n”');
    expect(() => actions.setInitialisation({ gain: Number.POSITIVE_INFINITY })).toThrow('gain is Infinity');
    expect(getState()).toBe(state);
  });

  test('leave the preset that they change', () => {
    const { actions, getState } = started();
    const preset = asPreset(defaultInputs, 'echo');
    actions.applyPreset(preset);
    expect(getState()).toMatchObject({ inputs: preset, cursor: { t: 1, position: 9 } });
    actions.setH(5);
    expect(presetIn(getState().inputs)).toBeNull();
    actions.undo();
    expect(getState().inputs).toBe(preset);
  });

  test('of the seed draw all parameters anew, and reset gives them back', () => {
    const { actions, derived, getState } = started();
    const { W_i } = derived().parameters;
    actions.editParameter('W_i', 0, 7);
    actions.setInitial('h', 1, 0.5);
    actions.reset();
    expect(derived().parameters.W_i).toEqual(W_i);
    expect([...derived().tape.values('h', 0)]).toEqual([0, 0, 0, 0]);
    actions.editParameter('W_i', 0, 7);
    actions.randomise();
    expect(getState().inputs.weights.initialisation.seed).not.toBe(defaultInputs.weights.initialisation.seed);
    expect(derived().parameters.W_i[0]).not.toBe(7);
  });

  test('of one instance leave another alone', () => {
    const one = started();
    const other = started();
    one.actions.setCell('gru');
    one.actions.step(-1);
    expect(other.getState()).toMatchObject({ inputs: { cell: 'lstm' }, cursor: { t: 7, position: 9 } });
  });
});

describe('a whole moment', () => {
  test('opens with its cursor, selection and view within bounds', () => {
    const { actions, getState } = started();
    const view = { ...getState().view, speed: 2 };
    actions.open({
      inputs: { ...defaultInputs, cell: 'gru' },
      cursor: { t: 99, position: 3 },
      selection: { signal: 'prev.h', unit: 9 },
      view,
    });
    expect(getState()).toMatchObject({
      cursor: { t: 22, position: 3 },
      selection: { signal: 'prev.h', unit: 3 },
      view,
    });
    actions.undo();
    expect(getState().inputs).toBe(defaultInputs);
  });
});

test('moments opened by one gesture are one step of undo', () => {
  const { actions, getState } = started();
  const { cursor, selection, view } = getState();
  for (const cell of ['gru', 'rnn', 'gru', 'coupled'])
    actions.open({ inputs: { ...defaultInputs, cell }, cursor, selection, view }, 'lesson');
  expect(getState()).toMatchObject({ inputs: { cell: 'coupled' }, past: { length: 1 } });
  actions.undo();
  expect(getState().inputs).toBe(defaultInputs);
});

describe('the view', () => {
  test('hides and shows parts, and holds the speed within bounds', () => {
    const { actions, getState } = started();
    actions.hide('input');
    actions.hide('input');
    actions.hide('stages');
    actions.show('input');
    expect(getState().view.hidden).toEqual(['stages']);
    actions.setSpeed(100);
    actions.setSpeed(Number.NaN);
    expect(getState().view.speed).toBe(4);
    expect(getState().past).toEqual([]);
  });
});

describe('the timestep shown of a new sequence', () => {
  const table = (columns: readonly string[], first: number) =>
    ({ kind: 'numbers', columns, rows: [[first], [0.5], [0.25]], scaling: 'none' }) as const;
  const at3 = (): Gatescope => {
    const gate = started();
    gate.actions.setSequence(table(['temp'], 1));
    gate.actions.goTo(3);
    return gate;
  };

  test('is the first where a table takes the place of a text, or of a table of other columns', () => {
    const { actions, getState } = started();
    actions.goTo(3);
    for (const column of ['temp', 'load']) {
      actions.setSequence(table([column], 1));
      expect(getState().cursor.t).toBe(1);
      actions.goTo(3);
    }
  });

  test('is the one shown before where a table is edited', () => {
    const { actions, getState } = at3();
    actions.setSequence(table(['temp'], 2));
    expect(getState().cursor.t).toBe(3);
  });
});

describe('a network that has learned to read certain inputs', () => {
  const read = (text: string, vocabulary: readonly string[] | null) =>
    ({ kind: 'text', text, unit: 'characters', vocabulary }) as const;
  const learned = (): Gatescope => {
    const gate = started();
    gate.actions.setSequence(read('aabb', ['a', 'b']));
    const { parameters, sizes } = gate.derived();
    const head = {
      outputs: ['a', 'b'],
      asks: 'class',
      W: new Float64Array(2 * sizes.H),
      b: new Float64Array(2),
    } as const;
    const values = { ...parameters, W_f: parameters.W_f.map(() => 0.5), U_f: parameters.U_f.map(() => 0.25) };
    gate.actions.replaceInputs(withGiven(gate.getState().inputs, { values, head }));
    return gate;
  };

  test('keeps its weights for other sequences of these inputs', () => {
    const { actions, derived, getState } = learned();
    actions.setSequence(read('ab', ['a', 'b']));
    expect(derived().parameters.U_f[0]).toBe(0.25);
    expect(headIn(getState().inputs)).not.toBeNull();
  });

  test('does not answer to other inputs: they are read with weights from the seed, and undo brings it back', () => {
    const { actions, derived, getState } = learned();
    for (const other of [
      read('the cat', null),
      // as many inputs, but others
      read('bbaa', null),
      { kind: 'numbers', columns: ['price', 'volume'], rows: [[1, 2]], scaling: 'none' },
    ] as const) {
      actions.setSequence(other);
      expect(getState().inputs.weights.kind).toBe('seeded');
      expect(derived().parameters.U_f[0]).not.toBe(0.25);
      actions.undo();
      expect(derived().parameters.U_f[0]).toBe(0.25);
      expect(headIn(getState().inputs)?.outputs).toEqual(['a', 'b']);
    }
  });
});

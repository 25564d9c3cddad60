import { describe, expect, test } from 'vitest';
import { runForward } from '../../src/engine/forward.ts';
import { defaultInputs } from '../../src/io/defaults.ts';
import type { Inputs } from '../../src/io/moment.ts';
import { opened } from '../../src/io/opening.ts';
import { home } from '../../src/presets/index.ts';
import { createDerive } from '../../src/store/derive.ts';
import { createGatescope } from '../../src/store/gatescope.ts';

const reading = (text: string): Inputs['sequence'] => ({ kind: 'text', text, unit: 'characters', vocabulary: null });
const inputs: Inputs = { ...defaultInputs, sequence: reading('abca') };

describe('another sequence beside the first', () => {
  test('is read in the inputs of the first, with the same weights', () => {
    const { program, parameters, other } = createDerive()({ ...inputs, other: reading('cbca') });
    const x = ['cbca'].flatMap((text) =>
      [...text].flatMap((token) => ['a', 'b', 'c'].map((name) => +(name === token))),
    );
    expect(other?.tape.data).toEqual(runForward(program, parameters, x).data);
  });

  test('of numbers is read on the scale of the first', () => {
    const numbers = (rows: number[][]): Inputs['sequence'] => ({
      kind: 'numbers',
      columns: ['value'],
      rows,
      scaling: 'range',
    });
    const derived = createDerive()({
      ...inputs,
      sequence: numbers([[0], [10], [5]]),
      other: numbers([[20], [10], [5]]),
    });
    expect([...(derived.other?.encoded.x ?? [])]).toEqual([2, 1, 0.5]);
  });

  test.each(['abc', 'abcd', 'abcab'])('waits where it does not fit: %s', (text) => {
    expect(createDerive()({ ...inputs, other: reading(text) }).other).toBeNull();
  });

  test('is undoable, and refused with a sentence where it does not fit', () => {
    const { actions, getState, derived } = createGatescope({ initial: { inputs } });
    expect(() => actions.setOther(reading('abcd'))).toThrow('must have 4 timesteps');
    actions.setOther(reading('bbca'));
    expect(derived().other?.encoded.tokens.join('')).toBe('bbca');
    actions.undo();
    expect(getState().inputs).toBe(inputs);
    actions.redo();
    const borrow = {
      key: 'C',
      to: null,
      units: null,
      from: 2,
      until: 2,
      change: { kind: 'borrow', from: 'other' },
    } as const;
    const hold = { ...borrow, key: 'f', change: { kind: 'hold', value: 1 } } as const;
    actions.setInterventions([borrow, hold]);
    actions.setOther(null);
    expect(derived().other).toBeNull();
    expect(getState().inputs.interventions).toEqual([hold]);
  });

  test('of a link is left out with a notice where it does not fit', async () => {
    const { moment, notices } = await opened('cell=gru&text=abca&other=abd', home);
    expect(moment.inputs.other).toBeUndefined();
    expect(notices).toEqual([expect.stringContaining('“other” must be as long as the sequence')]);
  });
});

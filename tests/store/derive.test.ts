import { describe, expect, test } from 'vitest';
import { defaultInputs } from '../../src/io/defaults.ts';
import { createDerive } from '../../src/store/derive.ts';
import type { Inputs } from '../../src/store/state.ts';
import { withGiven } from './given.ts';

const inputs: Inputs = {
  ...defaultInputs,
  sequence: { kind: 'text', text: 'abca', unit: 'characters', vocabulary: null },
};

describe('what follows from the inputs', () => {
  test('is the same object while the inputs are', () => {
    const derive = createDerive();
    expect(derive(inputs)).toBe(derive(inputs));
  });

  test('keeps the parts that a change does not touch', () => {
    const derive = createDerive();
    const first = derive(inputs);
    const second = derive(withGiven(inputs, { values: { b_f: new Float64Array([9, 9, 9, 9]) } }));
    expect(second.program).toBe(first.program);
    expect(second.encoded).toBe(first.encoded);
    expect(second.parameters.W_f).toBe(first.parameters.W_f);
    expect(second.tape).not.toBe(first.tape);
  });

  test('has one timestep a token and one input a distinct token', () => {
    const { tape, sizes } = createDerive()(inputs);
    expect(tape.length).toBe(4);
    expect(sizes).toEqual({ D: 3, H: 4, P: 0 });
  });

  test('takes an edited parameter where its length fits and the seed elsewhere', () => {
    const derive = createDerive();
    const edited = withGiven(inputs, { values: { b_f: new Float64Array([1, 2, 3, 4]) } });
    expect([...derive(edited).parameters.b_f]).toEqual([1, 2, 3, 4]);
    expect([...derive({ ...edited, H: 2 }).parameters.b_f]).toEqual([1, 1]);
  });

  test('starts from the given initial states', () => {
    const { tape } = createDerive()({ ...inputs, initial: { C: new Float64Array([1, 2, 3, 4]) } });
    expect([...tape.values('C', 0)]).toEqual([1, 2, 3, 4]);
    expect([...tape.values('h', 0)]).toEqual([0, 0, 0, 0]);
  });

  test('leaves out options that the cell does not know', () => {
    const { cell } = createDerive()({ ...inputs, options: { form: 'original', reset: 'after', bias: 'maybe' } });
    expect(cell.options).toEqual({ form: 'original', gates: 'sigmoid', squashing: 'tanh', bias: true });
  });

  test('cuts the timestep into stages without a gap', () => {
    const derive = createDerive();
    expect(derive(inputs).stages).toEqual([
      { id: 'forget', label: 'Forget', start: 0, end: 2 },
      { id: 'input', label: 'Input', start: 2, end: 4 },
      { id: 'update', label: 'Update', start: 4, end: 6 },
      { id: 'output', label: 'Output', start: 6, end: 9 },
    ]);
    const { stages } = derive({ ...inputs, cell: 'coupled', options: { couple: 'f' } });
    expect(stages.map((stage) => stage.id)).toEqual(['input', 'forget', 'input', 'update', 'output']);
  });

  test('is refused in a sentence where it cannot be shown, and the last result is kept', () => {
    const derive = createDerive();
    const good = derive(inputs);
    expect(() => derive({ ...inputs, cell: 'constructor' })).toThrow('There is no cell “constructor”');
    expect(() => derive({ ...inputs, H: 0 })).toThrow('H is 0');
    const text = 'x'.repeat(20000);
    const long: Inputs = { ...inputs, H: 512, sequence: { kind: 'text', text, unit: 'characters', vocabulary: null } };
    expect(() => derive(long)).toThrow('20000 timesteps do not fit');
    expect(derive(inputs)).toBe(good);
  });
});

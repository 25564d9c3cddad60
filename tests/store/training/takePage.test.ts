import { describe, expect, it } from 'vitest';
import type { Inputs } from '../../../src/io/moment.ts';
import { firstLetterText } from '../../../src/presets/firstLetter.ts';
import { inputsOf } from '../../../src/presets/index.ts';
import { smallTraining } from './inProcess.ts';

const reading = (text: string, unit: 'characters' | 'words') => {
  const at = smallTraining({});
  at.gate.actions.setSequence(firstLetterText({ text, unit }));
  at.training.actions.takePage();
  return at;
};

describe('what there is to learn about the page', () => {
  it.each([
    ['the cat sat', 'characters', 't'],
    ['abcab', 'characters', 'a'],
    ['the cat sat on the mat', 'words', 'the'],
    ['Größe 👨‍👩‍👧', 'characters', 'G'],
  ] as const)('is the sentence “%s” in %s, again and again, which is read while it is learned', (text, unit, first) => {
    const { gate, training, deliver, clock } = reading(text, unit);
    const { task, fault } = training.getState();
    expect(fault).toBe(null);
    expect(task.id).toBe('own-text');
    // no token but those of the sentence
    expect(task.inputs.toSorted()).toEqual([...new Set(gate.derived().encoded.tokens)].toSorted());
    training.actions.update();
    deliver();
    clock.pass(3000);
    expect(gate.derived().encoded.tokens[0]).toBe(first);
    expect(gate.getState().inputs.sequence).toMatchObject({ text });
    expect(gate.derived().predictions).not.toBe(null);
  });

  it('is the task that was shown last on the same inputs', async () => {
    const { gate, training } = smallTraining({});
    gate.actions.applyPreset((await inputsOf('trained-parity-lstm')) as Inputs);
    gate.actions.setCell('mgu');
    training.actions.setSubject({ kind: 'task', id: 'anbn' });
    training.actions.takePage();
    expect(training.getState().task.id).toBe('parity');
  });

  it('is the last column of a table of the reader’s own, which is then read on the scale on which it is learned', () => {
    const { gate, training, deliver, clock } = smallTraining({});
    const rows = Array.from({ length: 40 }, (_, t) => [t % 5, 10 + (t % 7)]);
    const labels = rows.map((_, t) => `day ${t + 1}`);
    gate.actions.setSequence({ kind: 'numbers', columns: ['load', 'temperature'], rows, scaling: 'none', labels });
    training.actions.takePage();
    expect(training.getState().task.title).toBe('Next value of temperature');
    training.actions.update();
    deliver();
    clock.pass(3000);
    const { encoded } = gate.derived();
    expect(encoded.labels).toEqual(labels);
    // the rows that are trained on, four fifths, have mean 0 and standard deviation 1
    for (const k of [0, 1]) {
      const read = Array.from({ length: 32 }, (_, t) => encoded.x[2 * t + k]);
      const mean = read.reduce((sum, value) => sum + value, 0) / read.length;
      expect(mean).toBeCloseTo(0, 12);
      expect(read.reduce((sum, value) => sum + (value - mean) ** 2, 0) / read.length).toBeCloseTo(1, 12);
    }
  });

  it('is nothing in a table of two rows, which is said', () => {
    const { gate, training } = smallTraining({});
    const rows = [[1], [2]];
    gate.actions.setSequence({ kind: 'numbers', columns: ['load'], rows, scaling: 'none' });
    training.actions.takePage();
    expect(training.getState().fault).toMatch(/^There are 2 rows/);
  });

  it('is nothing in a sentence of one letter, which is said', () => {
    const { training } = reading('aaa', 'characters');
    expect(training.getState().fault).toMatch(/only repeats one character/);
    expect(training.getState().task.id).toBe('remember-first');
  });
});

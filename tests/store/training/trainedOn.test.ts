import { describe, expect, it } from 'vitest';
import type { Inputs } from '../../../src/io/moment.ts';
import { learnedIn, presetIn, valuesIn } from '../../../src/io/weights.ts';
import { inputsOf } from '../../../src/presets/index.ts';
import { createGatescope } from '../../../src/store/gatescope.ts';
import { newRun } from '../../../src/store/training/run.ts';
import { trainedOn } from '../../../src/store/training/trainedOn.ts';
import { readSettings } from '../../../src/training/settings.ts';
import { givenIn, withGiven } from '../given.ts';

const preset = (await inputsOf('trained-agreement-far-gru')) as Inputs;
const started = () => createGatescope({ initial: { inputs: preset } });

describe('what the cell that is shown was trained on', () => {
  it('is known of a trained preset, also where it reads something else', () => {
    const { getState, actions } = started();
    expect(trainedOn(learnedIn(getState().inputs), null)).toMatchObject({ task: { id: 'agreement-far' }, level: 18 });
    const { sequence } = preset;
    if (sequence.kind !== 'text') throw new Error('a text was expected');
    actions.setSequence({ ...sequence, text: sequence.text.split(' ').slice(0, 3).join(' ') });
    expect(presetIn(getState().inputs)).toBeNull();
    expect(trainedOn(learnedIn(getState().inputs), null)).toMatchObject({ task: { id: 'agreement-far' }, level: 18 });
  });
  it('stays known where a weight is changed by hand or all are rounded', () => {
    const { getState, actions } = started();
    actions.editParameter('b_z', 0, 9);
    actions.roundWeights(3);
    expect(trainedOn(learnedIn(getState().inputs), null)).toMatchObject({ task: { id: 'agreement-far' }, level: 18 });
  });
  it('is known again once the cell it was trained for is chosen again', () => {
    const { getState, actions } = started();
    actions.setCell('lstm');
    actions.setH(5);
    expect(learnedIn(getState().inputs)).toBeNull();
    actions.setCell('gru');
    actions.setH(preset.H);
    expect(learnedIn(getState().inputs)).toEqual({ task: 'agreement-far', level: 18 });
    expect(valuesIn(getState().inputs)).toBe(valuesIn(preset));
  });
  it('is not known where other inputs are read, for which the weights are not', () => {
    const { head } = givenIn(preset);
    for (const one of [head, null]) {
      const { getState, actions } = createGatescope({
        initial: { inputs: withGiven(preset, { ...givenIn(preset), head: one }) },
      });
      actions.setSequence({ kind: 'numbers', columns: ['x'], rows: [[1], [2]], scaling: 'none' });
      expect(learnedIn(getState().inputs)).toBeNull();
    }
  });
  it.each([
    [{ task: 'nothing', level: 18 }],
    [{ task: 'agreement-far', level: 9999 }],
    [{ task: 'own-text', level: 20 }],
  ])('is not known where a link says what there is not: %o', (trained) => {
    const gatescope = createGatescope({
      initial: { inputs: withGiven(preset, { ...givenIn(preset), learned: trained }) },
    });
    expect(trainedOn(learnedIn(gatescope.getState().inputs), null)).toBeNull();
  });
  it.each([
    ['the cell', (g) => g.actions.setCell('lstm')],
    ['an option', (g) => g.actions.setOption('z', 'old')],
    ['the number of units', (g) => g.actions.setH(3)],
    ['the seed', (g) => g.actions.setSeed(5)],
  ] as [string, (g: ReturnType<typeof started>) => void][])('is not known any more once %s is another', (_, change) => {
    const gatescope = started();
    change(gatescope);
    expect(trainedOn(learnedIn(gatescope.getState().inputs), null)).toBeNull();
    gatescope.actions.undo();
    expect(trainedOn(learnedIn(gatescope.getState().inputs), null)).toMatchObject({ level: 18 });
  });
  it('is not known of weights that were set by hand, or come from a seed', async () => {
    for (const id of ['count-anbn', 'sentence']) {
      const inputs = (await inputsOf(id)) as Inputs;
      expect(trainedOn(learnedIn(inputs), null)).toBeNull();
    }
  });
  it('is what the run of the page learns, own data with its rows', () => {
    const subject = { kind: 'text', text: 'to be or not to be. '.repeat(20), window: 7 } as const;
    const read = readSettings({ subject, level: 11 });
    if (!read.ok) throw new Error('these settings can be');
    const run = { ...newRun(1, read.task, read.settings), updates: 3 };
    expect(trainedOn(learnedIn(preset), run)).toEqual({ task: read.task, subject, level: 11 });
  });
});

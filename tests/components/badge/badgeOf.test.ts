import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { badgeOf } from '../../../src/components/badge/badgeOf.ts';
import type { Inputs } from '../../../src/io/moment.ts';
import { opened } from '../../../src/io/opening.ts';
import { readBack } from '../../../src/notation/number.ts';
import { home, inputsOf } from '../../../src/presets/index.ts';
import { catalogue } from '../../../src/presets/trained/catalogue.ts';
import { createGatescope, type Gatescope } from '../../../src/store/gatescope.ts';
import { smallTraining } from '../../store/training/inProcess.ts';

const shown = async (preset: string): Promise<Gatescope> =>
  createGatescope({ initial: { inputs: (await inputsOf(preset)) as Inputs } });
const textOf = ({ getState }: Gatescope): string => badgeOf(getState().inputs, null).text;
/** Accuracy on fresh sequences, as recorded in the file of a trained model. */
const measuredIn = (model: string): number => JSON.parse(readFileSync(`models/${model}.json`, 'utf8')).measured.reaches;
const RANDOM = 'random weights: has learned nothing';

describe('the badge', () => {
  test.each(catalogue.flatMap(({ title, asks, cells }) => cells.map(({ model }) => [model, title, asks] as const)))(
    'of %s says what it learned and what its file measured',
    async (model, title, asks) => {
      const text = textOf(await shown(`trained-${model}`));
      const ending = /^What the (sentence|paragraph) says$/.exec(title)?.[1];
      expect(text.startsWith(ending ? 'learned: last word of a sentence ' : `learned: ${title}, `)).toBe(true);
      expect(text.endsWith(' on fresh sequences')).toBe(!ending);
      const told = ending ? RegExp(`last word of (?:a|the) ${ending} ([^ ,(]+)`) : /(?:, |error )([^,a-z]+) on fresh/;
      const said = told.exec(text)?.[1] ?? '';
      const measured = measuredIn(model);
      if (said.startsWith('>')) {
        expect(measured).toBeGreaterThan(Number.parseFloat(said.slice(1)) / 100);
        expect(measured).toBeLessThan(1);
        return;
      }
      if (said.startsWith('100')) expect(measured).toBe(1);
      const share = asks === 'class' ? Number.parseFloat(said) / 100 : readBack(said);
      expect(Math.abs(share - measured)).toBeLessThan(asks === 'class' ? 0.0006 : Math.max(0.05 * measured, 5e-6));
    },
  );

  test('of answers that are no better than guessing says so', async () => {
    const { measured } = JSON.parse(readFileSync('models/agreement-far-rnn.json', 'utf8'));
    const guessing = `(no better than guessing, ${(100 * measured.chance.reaches).toFixed(1)}\u202f%)`;
    expect(textOf(await shown('trained-agreement-far-rnn'))).toContain(guessing);
    expect(textOf(await shown('trained-agreement-far-lstm'))).not.toContain('guessing');
    // an answer that is better but not always right has the number alone
    const better = catalogue.flatMap(({ id, cells }) =>
      cells.filter(({ reaches, chance }) => id.startsWith('agreement') && reaches < 1 && reaches > chance),
    );
    for (const { model } of better) {
      expect(textOf(await shown(`trained-${model}`))).toMatch(/\(guessing [\d.]+\u202f%\)/);
      expect(measuredIn(model)).toBeGreaterThan(
        JSON.parse(readFileSync(`models/${model}.json`, 'utf8')).measured.chance.reaches,
      );
    }
  });

  test('of a trained cell follows what is done to it', async () => {
    const gate = await shown('trained-anbn-lstm');
    const { actions } = gate;
    actions.setSequence({ kind: 'text', text: 'ab', unit: 'characters', vocabulary: ['a', 'b'] });
    expect(textOf(gate)).toBe('learned: aⁿbⁿ, 100\u202f% on fresh sequences');
    actions.setCell('mgu');
    expect(textOf(gate)).toBe(RANDOM);
    actions.setCell('lstm');
    actions.editParameter('b_f', 0, 2);
    expect(textOf(gate)).toBe('learned: aⁿbⁿ, then changed by hand');
    actions.setCell('gru');
    expect(textOf(gate)).toBe('weights set for the LSTM, the rest random: has learned nothing');
    actions.setCell('lstm');
    actions.setH(5);
    expect(textOf(gate)).toBe(
      'weights set for different options or a different number of units, the rest random: has learned nothing',
    );
    actions.randomise();
    expect(textOf(gate)).toBe(RANDOM);
  });

  test('tells seeds, hands, links and the first letter apart', async () => {
    expect(textOf(await shown('sentence'))).toBe(RANDOM);
    expect(textOf(await shown('count-anbn'))).toBe('set by hand');
    expect(textOf(await shown('first-letter-gru'))).toBe('set by hand: names the first letter');
    const { moment } = await opened('v=1&cell=lstm&text=ab&weights=b_f:1,1,1,1', home);
    const linked = createGatescope({ initial: moment });
    expect(textOf(linked)).toBe('weights from a link or file');
    // random weights are a way back from one's own, not from an example
    const isOwn = ({ getState }: Gatescope) => badgeOf(getState().inputs, null).own ?? false;
    expect(isOwn(linked)).toBe(true);
    const example = await shown('count-anbn');
    expect(isOwn(example)).toBe(false);
    example.actions.editParameter('b_f', 0, 2);
    expect(isOwn(example)).toBe(true);
    example.actions.reset();
    expect([textOf(example), isOwn(example)]).toEqual([RANDOM, false]);
  });

  test('follows a run', () => {
    const { gate, training, clock, deliver, current } = smallTraining({
      subject: { kind: 'task', id: 'anbn' },
      level: 3,
      updates: 400,
    });
    const text = (): string => badgeOf(gate.getState().inputs, current()).text;
    training.actions.start();
    for (let k = 0; k < 40; k++) {
      deliver(1);
      clock.pass(200);
    }
    expect(text()).toMatch(/^learning aⁿbⁿ: update \d+$/);
    deliver();
    clock.pass(3000);
    expect(text()).toBe('learned here: aⁿbⁿ, 400 updates');
    expect(badgeOf(gate.getState().inputs, current()).own).toBe(true);
    training.actions.reset();
    deliver();
    clock.pass(3000);
    expect(text()).toBe(RANDOM);
  });

  test('tells of one question of weights that answer several where only that one is spoken of', async () => {
    const { inputs } = (await shown('trained-agreement-near-rnn')).getState();
    expect(badgeOf(inputs, null).text).toContain('paragraph');
    expect(badgeOf(inputs, null, true).text).toMatch(/^learned: last word of a sentence 100\s%$/);
  });
});

import { expect, test } from 'vitest';
import type { Inputs } from '../../src/io/moment.ts';
import { valuesIn } from '../../src/io/weights.ts';
import { inputsOf } from '../../src/presets/index.ts';
import { catalogue } from '../../src/presets/trained/catalogue.ts';
import { exampleOf, lookIn, scoresOf, trainedExamples, trainedIn } from '../../src/presets/trained/examples.ts';

test('every task with trained cells belongs to one example', () => {
  const asked = trainedExamples.flatMap(({ questions }) => questions.map(({ task }) => task.id));
  expect(asked.toSorted()).toEqual(catalogue.map(({ id }) => id).toSorted());
  expect(exampleOf('nothing')).toBe(undefined);
});

test('the questions of one example are asked of the same sequence, and answered by the same weights', async () => {
  const several = trainedExamples.filter(({ questions }) => questions.length > 1);
  expect(several.map(({ title }) => title)).toEqual(['Short and long memory']);
  for (const example of several)
    for (const { cell } of example.questions[0].task.cells) {
      const shown = await Promise.all(
        trainedIn(example, cell).map(async ({ trained }) => (await inputsOf(`trained-${trained.model}`)) as Inputs),
      );
      expect(shown).toHaveLength(example.questions.length);
      for (const inputs of shown.slice(1)) {
        expect(inputs.sequence).toEqual(shown[0].sequence);
        expect(valuesIn(inputs)).toEqual(valuesIn(shown[0]));
      }
    }
});

test('short and long memory are told apart: the plain RNN has the one alone', () => {
  const memory = exampleOf('agreement-far');
  if (!memory) throw new Error('it is shipped');
  expect(memory).toBe(exampleOf('agreement-near'));
  expect(scoresOf(memory, 'rnn')).toBe('short 100\u202f%, long 24.1\u202f%');
  expect(scoresOf(memory, 'lstm')).toBe('short 100\u202f%, long 100\u202f%');
  expect(lookIn(memory, 'rnn').slice(0, 2)).toEqual([
    expect.stringMatching(/^All 3 answers that can be known are right/),
    expect.stringMatching(/^The answer asked for is wrong: at timestep 19/),
  ]);
});

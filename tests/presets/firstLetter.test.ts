import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultInputs, defaultMoment } from '../../src/io/defaults.ts';
import { linkOf } from '../../src/io/link.ts';
import type { Inputs } from '../../src/io/moment.ts';
import { opened } from '../../src/io/opening.ts';
import { firstLetterCells, firstLetterInputs, firstLetterText, isFirstLetter } from '../../src/presets/firstLetter.ts';
import { home, inputsOf } from '../../src/presets/index.ts';
import { createDerive } from '../../src/store/derive.ts';
import { rowAt } from '../../src/store/predictions.ts';

const text = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz '), minLength: 1, maxLength: 60 }),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }).filter((one) => !/\p{Surrogate}/u.test(one)),
);
const inputsFor = (cell: string, given: string, unit: 'characters' | 'words' = 'characters'): Inputs =>
  firstLetterInputs(cell, firstLetterText({ text: given, unit })) as Inputs;

/** The least probability of the first token over the timesteps. */
function least(inputs: Inputs): number {
  const { predictions, tape, encoded } = createDerive()(inputs);
  if (!predictions) return 0;
  const first = predictions.head.outputs.indexOf(encoded.tokens[0]);
  const shares = encoded.tokens.map((_, t) => rowAt(predictions, t + 1).probabilities?.[first] ?? 0);
  return tape.length === 0 ? 1 : Math.min(...shares);
}

test('no gradient comes back through the plain RNN, whatever it reads: training cannot change its weights', () => {
  fc.assert(
    fc.property(text, (given) => {
      const { tape } = createDerive()(inputsFor('rnn', given));
      for (let t = 2; t <= tape.length; t++) for (const h of tape.values('h', t)) expect(1 - h * h).toBe(0);
    }),
    { numRuns: 100 },
  );
});

describe.each(firstLetterCells)('a %s set by hand to name the first letter', (cell) => {
  test('does so at every timestep of any text, with a probability above 99.99 %', () => {
    fc.assert(
      fc.property(text, (given) => {
        expect(least(inputsFor(cell, given))).toBeGreaterThan(0.9999);
      }),
      { numRuns: 400 },
    );
  });

  test('does so for words, for two hundred different characters, and after ten thousand timesteps', () => {
    const many = Array.from({ length: 200 }, (_, k) => String.fromCodePoint(0x4e00 + k)).join('');
    expect(least(inputsFor(cell, 'to be or not to be', 'words'))).toBeGreaterThan(0.9999);
    expect(least(inputsFor(cell, many))).toBeGreaterThan(0.9999);
    expect(least(inputsFor(cell, `q${'abc'.repeat(3333)}`))).toBeGreaterThan(0.9999);
  });

  test('is known as such from its link, and no more once a weight is another', async () => {
    const inputs = inputsFor(cell, 'Zebras, ünd a cat');
    expect(isFirstLetter(inputs)).toBe(true);
    const link = await linkOf({ ...defaultMoment, inputs, cursor: { t: 1, position: 1 } });
    if (!link.ok) throw new Error(link.message);
    const { moment, notices } = await opened(link.hash, home);
    expect(notices).toEqual([]);
    expect(isFirstLetter(moment.inputs)).toBe(true);
    const { weights } = moment.inputs;
    if (weights.kind === 'seeded') throw new Error('weights were given');
    const [name, values] = Object.entries(weights.values)[0];
    const changed = { ...weights.values, [name]: values.map((value, k) => (k === 1 ? value + 1e-9 : value)) };
    expect(isFirstLetter({ ...moment.inputs, weights: { ...weights, values: changed } })).toBe(false);
  });
});

test('other cells have no such construction, and other weights are none', async () => {
  expect(firstLetterInputs('mgu', firstLetterText({ text: 'a', unit: 'characters' }))).toBe(null);
  for (const id of ['count-anbn', 'trained-anbn-lstm', 'sentence'])
    expect(isFirstLetter((await inputsOf(id)) as Inputs)).toBe(false);
  expect(isFirstLetter(defaultInputs)).toBe(false);
});

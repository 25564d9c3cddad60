import { expect, test } from 'vitest';
import { comparisonWords } from '../../../src/components/compare/comparisonWords.ts';
import { besideInputs } from '../../../src/io/beside.ts';
import { defaultInputs } from '../../../src/io/defaults.ts';
import type { Inputs, Variation } from '../../../src/io/moment.ts';
import { takesOver, variationOf } from '../../../src/io/variations.ts';
import { type GivenWeights, givenWeights, seededWeights } from '../../../src/io/weights.ts';
import { inputsOf } from '../../../src/presets/index.ts';
import { sameTaskIn } from '../../../src/presets/sameTask.ts';
import { createDerive } from '../../../src/store/derive.ts';

const preset = async (id: string): Promise<Inputs> => {
  const inputs = await inputsOf(id);
  if (!inputs) throw new Error(`no preset ${id}`);
  return inputs;
};
const lstm = await preset('trained-anbn-lstm');
const said = (first: Inputs, other: Inputs, takesOver = false): string =>
  comparisonWords({ letter: 'A', inputs: first, takesOver: false }, { letter: 'B', inputs: other, takesOver });
const varied = (variation: Variation): string => said(lstm, besideInputs(lstm, variation), takesOver(lstm, variation));

test('weights that are merely shared show a mechanism, and not which cell is better', async () => {
  const learned = (await sameTaskIn('coupled', lstm)) as Inputs;
  expect(varied(variationOf(lstm, learned))).toBe('Each cell uses the weights that it learned for aⁿbⁿ.');
  expect(varied({ cell: 'coupled' })).toMatch(
    /^B uses the weights that A learned for aⁿbⁿ, but was not trained with them.*mechanism/,
  );
  expect(varied({ weights: seededWeights() })).toMatch(/^B has not learned aⁿbⁿ.*not which cell is better/);
  expect(said(defaultInputs, { ...defaultInputs, cell: 'gru' })).toMatch(/^The weights are random: .*mechanism/);
  const { values } = lstm.weights as GivenWeights;
  const run = { run: 1, layer: 0, report: 1 };
  const here = { ...lstm, weights: givenWeights(lstm, { values, origin: run }) };
  expect(said(here, besideInputs(here, { cell: 'coupled' }), true)).toMatch(
    /^B uses weights that A learned here, but was not trained with them.*mechanism/,
  );
  const sequence = { kind: 'text', text: 'ab', unit: 'characters', vocabulary: ['a', 'b'] } as const;
  expect(varied({ sequence })).toBe('The same cell with the same weights reads two sequences.');
});

test('a cell of which every parameter has its name and shape in the first takes over its weights and its head', () => {
  const derived = createDerive()(besideInputs(lstm, { cell: 'coupled' }));
  const { parameters } = createDerive()(lstm);
  for (const [name, values] of Object.entries(derived.parameters)) expect(values, name).toBe(parameters[name]);
  expect(derived.predictions).not.toBeNull();
  // no weights of the first cell fit the reset gate of a GRU
  const gru = createDerive()(besideInputs(lstm, { cell: 'gru' }));
  expect(gru.predictions).toBeNull();
  expect(besideInputs(lstm, { H: lstm.H }).weights).toBe(lstm.weights);
});

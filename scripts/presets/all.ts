import type { Inputs } from '../../src/io/moment.ts';
import { presets } from '../../src/presets/handSet.ts';
import { TRAINED } from '../../src/presets/ids.ts';
import { inputsOf } from '../../src/presets/index.ts';
import { catalogue } from '../../src/presets/trained/catalogue.ts';
import { writtenText } from './writtenText.ts';

const ids: readonly string[] = [
  ...presets.map(({ id }) => id),
  ...catalogue.flatMap(({ cells }) => cells.map(({ model }) => `${TRAINED}${model}`)),
];

/** The inputs of every preset by its id. */
export const allPresets: Readonly<Record<string, Inputs>> = Object.fromEntries(
  await Promise.all(ids.map(async (id) => [id, (await inputsOf(id)) as Inputs] as const)),
);

/** Their texts. */
export const presetTexts: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(allPresets).map(([id, inputs]) => [id, writtenText(inputs)]),
);

import { expect, test } from 'vitest';
import { opened } from '../../src/io/opening.ts';
import { firstVisit } from '../../src/presets/firstVisit.ts';
import { HOME } from '../../src/presets/ids.ts';
import { home } from '../../src/presets/index.ts';
import { trainedInputs } from '../../src/presets/trained/inputs.ts';

test('a first visit shows what its preset reads from the file of the model, number by number', async () => {
  expect(firstVisit().inputs).toStrictEqual(await trainedInputs(HOME.id));
});

test('a page without a link begins with what an empty link opens', async () => {
  expect({ moment: firstVisit(), notices: [] }).toStrictEqual(await opened('', home));
});

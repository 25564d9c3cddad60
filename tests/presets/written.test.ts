import { expect, test } from 'vitest';
import { allPresets, presetTexts } from '../../scripts/presets/all.ts';
import { inputsIn } from '../../src/presets/written.ts';

// strictly: −0 is not 0, and a number that lost its last bit is another one
test.each(Object.keys(allPresets))('the preset %s is read from its text as it is, bit by bit', (id) => {
  expect(inputsIn(JSON.parse(presetTexts[id]), id)).toStrictEqual(allPresets[id]);
});

// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { PresetLine } from '../../../src/components/input/PresetLine.tsx';
import type { Inputs } from '../../../src/io/moment.ts';
import type { TokenUnit } from '../../../src/io/sequence.ts';
import { firstLetterInputs, firstLetterText } from '../../../src/presets/firstLetter.ts';
import { inputsOf } from '../../../src/presets/index.ts';
import { mounted } from '../controls/mounted.tsx';

afterEach(cleanup);

const own = (cell: string, unit: TokenUnit) =>
  firstLetterInputs(cell, firstLetterText({ text: 'my own', unit })) as Inputs;

test.each<[string, TokenUnit, string]>([
  ['lstm', 'characters', 'Your own text, read letter by letter by an LSTM set by hand, not trained.'],
  [
    'rnn',
    'words',
    'Your own text, read word by word by an RNN set by hand, not trained. Training can neither find nor change such weights.',
  ],
])(
  'a text of one’s own names the network by hand that took the place of another, and the tokens: %s, %s',
  (cell, unit, said) => {
    mounted(<PresetLine />, { inputs: own(cell, unit) });
    expect(document.querySelector('.preset-line p')?.textContent).toBe(said);
    // what training can neither find nor change is not offered to it
    expect(screen.queryByRole('button', { name: 'Train it' }) === null).toBe(cell === 'rnn');
    expect(screen.queryByRole('button', { name: 'Train other weights' }) === null).toBe(cell !== 'rnn');
  },
);

test('the example of a plain RNN that never forgets says that training does not find it', async () => {
  mounted(<PresetLine />, { inputs: (await inputsOf('first-letter-rnn')) as Inputs });
  expect(document.querySelector('.preset-line p')?.textContent).toMatch(/\. Training can neither find nor change/);
});

import { expect, test } from 'vitest';
import { cellOf } from '../../src/cell/cell.ts';
import type { CellDeclaration } from '../../src/cell/declaration.ts';
import { parameterCount, sizesOf } from '../../src/cell/sizes.ts';
import { declarationOf } from '../../src/cells/index.ts';
import { differenceSentence, ownSentence } from '../../src/notation/differenceSentence.ts';
import { everyCell } from '../everyCell.ts';

const sizes = sizesOf(3, 4);
const cell = (id: string, options = {}) => cellOf(declarationOf(id) as CellDeclaration, options);

test.each([
  ['lstm', {}, 'peephole', {}, 'Added: three peepholes, 12 weights.'],
  ['peephole', {}, 'lstm', {}, 'Removed: three peepholes, 12 weights.'],
  ['peephole', { peepI: false, peepO: false }, 'lstm', {}, 'Removed: a peephole, 4 weights.'],
  [
    'peephole',
    {},
    'peephole',
    { peepWeights: 'full' },
    'Added: three full peepholes, 48 weights; removed: three peepholes, 12 weights.',
  ],
  ['lstm', { form: 'original' }, 'lstm', {}, 'Added: forget gate, 32 weights; changed: cell state.'],
  ['lstm', {}, 'coupled', {}, 'Removed: 32 weights; changed: input gate.'],
  ['gru', {}, 'gru', { bias: false }, 'Removed: 12 biases.'],
  ['rnn', {}, 'rnn', { activation: 'relu' }, 'Changed: hidden state.'],
])('from %s %o to %s %o: %5$s', (from, fromOptions, to, toOptions, sentence) => {
  expect(differenceSentence(cell(from, fromOptions), cell(to, toOptions), sizes)).toBe(sentence);
});

test('of cells beside each other each says what only it has', () => {
  const [lstm, peephole] = [cell('lstm'), cell('peephole', { peepI: false, peepO: false })];
  expect(ownSentence(peephole, lstm, sizes)).toBe('Only here: a peephole, 4 weights.');
  expect(ownSentence(lstm, peephole, sizes)).toBeNull();
  expect(ownSentence(lstm, cell('coupled'), sizes)).toBe('Only here: 32 weights; differs: input gate.');
  expect(ownSentence(cell('coupled'), lstm, sizes)).toBe('Differs: input gate.');
});

test('nothing is said of a cell and itself, and the weights added less those removed are the difference', () => {
  for (const { name, cell: after } of everyCell) {
    expect(differenceSentence(after, after, sizes), name).toBeNull();
    const before = cell('lstm');
    const sentence = differenceSentence(before, after, sizes) ?? '';
    const count = (verb: string): number =>
      Number(sentence.match(new RegExp(`${verb}:[^;]*?([\\d,]+) (weights?|bias(es)?)`, 'i'))?.[1] ?? 0);
    expect(count('added') - count('removed'), `${name}: ${sentence}`).toBe(
      parameterCount(after, sizes) - parameterCount(before, sizes),
    );
  }
});

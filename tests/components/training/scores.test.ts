import { expect, test } from 'vitest';
import { lossText, scoreText } from '../../../src/components/training/scores.ts';

test.each([
  [0, '0'],
  [1.3842, '1.38'],
  [0.10123, '0.101'],
  [0.0990123, '0.0990'],
  [0.00037612, '0.000376'],
  [123.45, '123'],
  [2.4512e36, '2.45 × 10³⁶'],
  [0.0000123456, '1.23 × 10⁻⁵'],
  [Number.NaN, 'NaN'],
])('a loss of %d has three digits that count', (value, text) => expect(lossText(value)).toBe(text));

test('a score is a share of answers or an error', () => {
  expect(scoreText({ asks: 'class' }, 0.5)).toBe('50\u202f%');
  expect(scoreText({ asks: 'value' }, 0.5)).toBe('0.500');
});

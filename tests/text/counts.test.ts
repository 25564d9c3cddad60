import { expect, test } from 'vitest';
import { counted, withCommas } from '../../src/text/counts.ts';

test('commas set thousands apart as en-GB does', () => {
  for (const n of [0, 999, 1000, 12_345, 1_234_567]) expect(withCommas(n)).toBe(n.toLocaleString('en-GB'));
});

test('a count agrees with its noun', () => {
  expect(counted(1, 'update')).toBe('1 update');
  expect(counted(2000, 'update')).toBe('2,000 updates');
  expect(counted(4, 'class', 'classes')).toBe('4 classes');
});

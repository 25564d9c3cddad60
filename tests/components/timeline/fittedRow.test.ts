import { expect, test } from 'vitest';
import { fittedRow } from '../../../src/components/timeline/fittedRow.ts';

test.each([
  ['0.5', 84, '0.5'],
  ['0.25, −1.5', 84, '0.25, −1.5'],
  ['1, 0, 0, …', 84, '1, 0, 0, …'],
  ['0.512, 1.25, −3.5, …', 84, '0.512 …'],
  ['0.512, 1.25, −3.5, …', 120, '0.512, 1.25 …'],
  ['−0.00125, 2', 30, '−0.00125 …'],
])('of the row %s a column of %i pixels shows %s', (row, width, shown) => {
  expect(fittedRow(row, width)).toBe(shown);
});

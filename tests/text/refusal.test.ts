import { expect, test } from 'vitest';
import { Refusal, refusalOf, sentenceOf } from '../../src/text/refusal.ts';
import { readSettings } from '../../src/training/settings.ts';

test('a refusal becomes a sentence; any other error passes as it is', () => {
  const fault = new TypeError('x is not a function');
  expect(
    refusalOf(() => {
      throw new Refusal('H is 0. Choose at least 1.');
    }),
  ).toBe('H is 0. Choose at least 1.');
  expect(refusalOf(() => {})).toBe(null);
  const broken = (): never => {
    throw fault;
  };
  expect(() => refusalOf(broken)).toThrow(fault);
  expect(() => sentenceOf('text')).toThrow('text');
});

test('a fault inside of what reads settings is no sentence about them', () => {
  const subject = {
    kind: 'text',
    window: 3,
    get text(): string {
      throw new TypeError('x is not a function');
    },
  };
  expect(() => readSettings({ subject })).toThrow('x is not a function');
});

import { expect, test } from 'vitest';
import { inQuotes, tokenLabel, tokenName, visible } from '../../src/text/tokens.ts';

test('white space is marked, each character by its own mark', () => {
  expect([' ', '\n', '\r', '\t', '\u00A0'].map(visible)).toEqual(['␣', '⏎', '␍', '⇥', '⍽']);
  expect(['a\n', '  ', ' a', 'a\tb'].map(visible)).toEqual(['a⏎', '␣␣', '␣a', 'a⇥b']);
});

test('other scripts, names of several words and names of object members stay as they are', () => {
  for (const name of ['🙂é', 'ש', 'close price', 'constructor']) expect(visible(name)).toBe(name);
});

test('a label is never empty, and a row of numbers is narrow', () => {
  expect(tokenLabel('')).toBe('∅');
  expect(tokenLabel('0.3, −1')).toBe('0.3,\u2009−1');
});

test('white space is read aloud by its own name, everything else as it is', () => {
  const names = ['space', 'line break', 'carriage return', 'tab', 'no-break space'];
  expect([' ', '\n', '\r', '\t', '\u00A0'].map(tokenName)).toEqual(names);
  expect([' ', '\n', '\r', '\t', '\u00A0'].map(inQuotes)).toEqual(names);
  expect([tokenName(''), tokenName('ש'), tokenName('\u2003'), tokenName('\n\n')]).toEqual([
    'empty',
    'ש',
    'em space',
    'line break, line break',
  ]);
  expect(inQuotes('not')).toBe('“not”');
});

import { expect, test } from 'vitest';
import { fieldDirection } from '../../src/text/fieldDirection.ts';
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

test('of a crowd of marks on one letter the first sixteen are shown, and as many are read out', () => {
  const crowd = `a${'\u0301'.repeat(20_000)}`;
  const thinned = `a${'\u0301'.repeat(16)}…`;
  expect([visible(crowd), tokenName(crowd), inQuotes(crowd)]).toEqual([thinned, thinned, `“${thinned}”`]);
  expect(visible(crowd.slice(1))).toBe(`◌${thinned.slice(1)}`);
  // as many as Vietnamese, Hebrew or Thai writes stay as they are
  for (const usual of ['ệ', 'e\u0302\u0323', 'שָּׁ', 'กำ']) expect(visible(usual)).toBe(usual);
});

test.each([
  ['the cat, é 日本', 'ltr'],
  ['the שלום cat', 'auto'],
  ['مرحبا', 'auto'],
  ['\u{10917}', 'auto'],
])('a field of %s is laid out %s', (text, direction) => {
  expect(fieldDirection(text)).toBe(direction);
});

import { expect, test } from 'vitest';
import { tokensOf } from '../../src/io/tokens.ts';
import { tokenLabel, tokenName } from '../../src/text/tokens.ts';

test('tokens without a face are seen and read aloud', () => {
  const tokens = tokensOf('a\u200bb\u00adc\u200fd', 'characters');
  expect(tokens).toHaveLength(7);
  expect([1, 3, 5].map((k) => tokenLabel(tokens[k]))).toEqual(['[ZWSP]', '[SHY]', '[RLM]']);
  expect([1, 3, 5].map((k) => tokenName(tokens[k]))).toEqual(['zero-width space', 'soft hyphen', 'right-to-left mark']);
});

test.each([
  ['\u2003', '[EMSP]', 'em space'],
  ['\u0007', '␇', 'control character U+0007'],
  ['\u007f', '␡', 'control character U+007F'],
  ['\u{E0041}', '[U+E0041]', 'invisible character U+E0041'],
  ['\u0301', '◌\u0301', 'combining U+0301'],
])('%j', (token, label, name) => {
  expect(tokenLabel(token)).toBe(label);
  expect(tokenName(token)).toBe(name);
});

test('joiners inside of an emoji do their work', () => {
  const family = '👨\u200d👩\u200d👧';
  expect(tokenLabel(family)).toBe(family);
  expect(tokenName(family)).toBe(family);
});

test('both sides cut a text alike', () => {
  const distinct = (text: string): number => new Set(tokensOf(text.replace(/\r\n?/g, '\n'), 'characters')).size;
  expect(distinct('the cat sat on the mat.\r\nthe dog ate the hat.\r\n'.repeat(40))).toBe(14);
  expect(distinct('👨‍👩‍👧 🇫🇷 🇩🇪 é e\u0301 กำ น้ำ 한글 क्ष '.repeat(30))).toBe(11);
});

test('a character with endless marks is cut, in time proportional to its length', () => {
  const tokens = tokensOf(`a${'\u0301'.repeat(20_000)}`, 'characters');
  expect(tokens.join('')).toHaveLength(20_001);
  expect(tokens.length).toBeGreaterThan(5);
  expect(tokens.length).toBeLessThan(40);
});

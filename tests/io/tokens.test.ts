import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encode } from '../../src/io/encode.ts';
import { limitSentences, MAX_FEATURES, MAX_TIMESTEPS } from '../../src/io/limits.ts';
import type { TokenUnit } from '../../src/io/sequence.ts';
import { readText, tokensOf, vocabularyOf } from '../../src/io/tokens.ts';

describe('the tokens of a text', () => {
  test.each([
    ['abc', ['a', 'b', 'c']],
    ['👩‍👩‍👧é🇨🇭', ['👩‍👩‍👧', 'é', '🇨🇭']],
    ['e\u0301x', ['e\u0301', 'x']],
    ['مرح', ['م', 'ر', 'ح']],
    ['a b\n', ['a', ' ', 'b', '\n']],
  ])('as characters: %j', (text, tokens) => {
    expect(tokensOf(text, 'characters')).toEqual(tokens);
  });

  test.each([
    ['Hello,  world!', ['Hello', ',', 'world', '!']],
    ["don't stop", ["don't", 'stop']],
    ['مرحبا بالعالم', ['مرحبا', 'بالعالم']],
    ['\n\t ', []],
  ])('as words without white space: %j', (text, tokens) => {
    expect(tokensOf(text, 'words')).toEqual(tokens);
  });

  test('are cut in the same places however long the text is', () => {
    const pieces = fc.constantFrom(
      'a',
      'é',
      'e\u0301',
      '👩‍👩‍👧',
      '🇨🇭',
      '🇨',
      "don't",
      '3.14',
      ' ',
      ', ',
      '日本',
      'مر',
      // below the length at which a character is cut regardless of what follows
      `e${'\u0301'.repeat(300)}`,
    );
    fc.assert(
      fc.property(fc.array(pieces, { minLength: 100, maxLength: 400, size: 'max' }), (parts) => {
        const text = parts.join('');
        const whole = Array.from(new Intl.Segmenter('en').segment(text), ({ segment }) => segment);
        expect(tokensOf(text, 'characters')).toEqual(whole);
      }),
      { numRuns: 50 },
    );
    const sentence = "I don't owe 3.14 — or do I? ";
    const once = tokensOf(sentence, 'words');
    expect(tokensOf(sentence.repeat(50), 'words')).toEqual(Array.from({ length: 50 }, () => once).flat());
    for (const start of ['', '-', '--', '---', '----', '-----']) {
      const dense = start + "don't,".repeat(100);
      expect(tokensOf(dense, 'words')).toEqual([...start, ...Array.from({ length: 100 }, () => ["don't", ',']).flat()]);
    }
  });

  test('stand in the vocabulary in order of appearance', () => {
    expect(vocabularyOf(tokensOf('banana split', 'characters'))).toEqual(['b', 'a', 'n', ' ', 's', 'p', 'l', 'i', 't']);
  });
});

describe('reading a text', () => {
  const message = (
    text: string,
    unit: TokenUnit = 'characters',
    vocabulary: readonly string[] | null = null,
  ): string => {
    const reading = readText(text, unit, vocabulary);
    return reading.ok === false ? reading.message : '';
  };

  test('refuses what has no token', () => {
    expect(message('')).toBe('The text is empty. Type at least one character.');
    expect(message(' \n', 'words')).toMatch(/all white space/);
    expect(readText(' ', 'characters').ok).toBe(true);
  });

  test('refuses a megabyte, naming the limit, and takes the limit itself', () => {
    expect(message('ab'.repeat(500_000))).toContain(limitSentences.text);
    expect(message('a'.repeat(MAX_TIMESTEPS + 1))).toContain('10,000');
    expect(readText('a'.repeat(MAX_TIMESTEPS), 'characters').ok).toBe(true);
  });

  test('refuses too many distinct tokens', () => {
    const text = Array.from({ length: MAX_FEATURES + 1 }, (_, k) => String.fromCodePoint(0x4e00 + k)).join('');
    expect(message(text)).toMatch(/513 distinct tokens/);
    expect(readText(text.slice(1), 'characters').ok).toBe(true);
  });

  test('names the first token that a fixed vocabulary lacks', () => {
    expect(message('ab c', 'characters', ['a', 'b'])).toBe(
      'Token 3 is “␣”, but this vocabulary knows only “a”, “b”. Use those, or let the vocabulary follow the text.',
    );
  });

  test('replaces broken characters and says so', () => {
    expect(readText('a\uD800b\r\nc', 'characters')).toEqual({
      ok: true,
      sequence: { kind: 'text', text: 'a\uFFFDb\nc', unit: 'characters', vocabulary: null },
      notes: ['Broken characters were replaced by �.'],
    });
  });
});

describe('an encoded text', () => {
  test('is one-hot over its vocabulary', () => {
    const encoded = encode({ kind: 'text', text: 'aba', unit: 'characters', vocabulary: null });
    expect(encoded).toEqual({
      tokens: ['a', 'b', 'a'],
      labels: null,
      features: ['a', 'b'],
      D: 2,
      x: Float64Array.of(1, 0, 0, 1, 1, 0),
      scales: [],
    });
  });

  test('keeps the order of a fixed vocabulary; an unknown token is all zeros', () => {
    const { x } = encode({ kind: 'text', text: 'ac', unit: 'characters', vocabulary: ['b', 'a'] });
    expect([...x]).toEqual([0, 1, 0, 0]);
  });

  test('of nothing has no timestep and one input', () => {
    expect(encode({ kind: 'text', text: '', unit: 'words', vocabulary: null })).toMatchObject({
      tokens: [],
      D: 1,
      x: new Float64Array(0),
    });
  });
});

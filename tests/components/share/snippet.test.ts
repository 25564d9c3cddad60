import { describe, expect, test } from 'vitest';
import {
  frameAddress,
  frameMarkup,
  frameTitle,
  isLocal,
  pageAddress,
  pageOn,
  webAddress,
} from '../../../src/components/share/snippet.ts';
import type { Variation } from '../../../src/io/moment.ts';
import type { Sequence } from '../../../src/io/sequence.ts';

describe('addresses of a view', () => {
  test('stand beside the page, wherever it is served', () => {
    for (const from of [
      'https://a.example/x/y/',
      'https://a.example/x/y/index.html',
      'https://a.example/x/y/?q=1#old',
    ]) {
      expect(frameAddress(from, 'v=1&cell=gru')).toBe('https://a.example/x/y/embed.html#v=1&cell=gru');
      expect(new URL(pageAddress(from, 'v=1')).hash).toBe('#v=1');
    }
  });
});

test.each([
  ['http://localhost:4173/', true],
  ['http://127.0.0.1:8000/index.html#v=1', true],
  ['http://[::1]/', true],
  ['http://192.168.0.7/', true],
  ['http://172.20.1.1/', true],
  ['http://lab.local/', true],
  ['file:///home/me/index.html', true],
  ['https://example.org/', false],
  ['https://localhost.example.org/', false],
  ['https://172.64.1.1/', false],
])('%s is local: %s', (address, local) => {
  expect(isLocal(address)).toBe(local);
});

test.each([
  [' https://a.example/x ', 'https://a.example/x'],
  ['a.example', null],
  ['javascript:alert(1)', null],
  ['', null],
])('%j as a public address', (typed, address) => {
  expect(webAddress(typed)).toBe(address);
});

test('a title names the cells and what the first of them reads, in a few words', () => {
  const of = (cell: string, sequence: Sequence, beside: readonly Variation[] = []) =>
    frameTitle({ cell, options: {}, sequence, beside });
  const text = (text: string): Sequence => ({ kind: 'text', text, unit: 'characters', vocabulary: null });
  expect(of('gru', text('hello'))).toBe('GRU reading “hello”, step by step (Gatescope)');
  expect(of('gru', text(`a\nb ${'🙂'.repeat(99)}`))).toBe(
    `GRU reading “a b ${'🙂'.repeat(35)}…”, step by step (Gatescope)`,
  );
  expect(of('rnn', { kind: 'numbers', columns: ['value', 'flag'], rows: [[0, 1]], scaling: 'none' })).toBe(
    'RNN reading value, flag, step by step (Gatescope)',
  );
  expect(of('gru', text('hello'), [{ cell: 'lstm' }, { cell: 'rnn' }])).toBe(
    'GRU, LSTM and RNN reading “hello”, step by step (Gatescope)',
  );
  expect(of('gru', text('hello'), [{ H: 3 }])).toBe('GRU reading “hello”, step by step (Gatescope)');
});

describe('the markup of a frame', () => {
  test('names it, sizes it and lets it fill the screen', () => {
    const markup = frameMarkup('https://a.example/embed.html#v=1', 'LSTM, step by step', 480);
    expect(markup).toMatch(/^<iframe [^<>]*><\/iframe>$/);
    for (const attribute of [
      'title="LSTM, step by step"',
      'width="100%"',
      'height="480"',
      'loading="lazy"',
      ' allowfullscreen',
    ])
      expect(markup).toContain(attribute);
  });

  test('keeps every character of the address and the title inside its attributes', () => {
    const markup = frameMarkup('https://a.example/#a=1&b="><script>', 'a "b" <c> & d', 480);
    expect(markup).toContain('src="https://a.example/#a=1&amp;b=&quot;&gt;&lt;script&gt;"');
    expect(markup).toContain('title="a &quot;b&quot; &lt;c&gt; &amp; d"');
  });
});

test('a page keeps its file and what it shows on another site', () => {
  const here = 'http://localhost:4173/folder/practice.html#idea=forget-gate&form=1&seed=7';
  expect(pageOn('https://example.org/gates/', here)).toBe(
    'https://example.org/gates/practice.html#idea=forget-gate&form=1&seed=7',
  );
  expect(pageOn('gates', here)).toBe(here);
  expect(pageOn('https://example.org/gates/', 'http://localhost/#learn=')).toBe('https://example.org/gates/#learn=');
});

import { describe, expect, test } from 'vitest';
import { randomOf } from '../../../src/training/random.ts';
import type { Example, Task } from '../../../src/training/task.ts';
import { taskOf } from '../../../src/training/tasks/index.ts';
import { cases } from '../../setup/cases.ts';

const task = (id: string): Task => taskOf(id) as Task;
function drawn(id: string, level: number, count = cases(100)): readonly Example[] {
  const random = randomOf(21);
  return Array.from({ length: count }, () => task(id).example(random, level));
}
const answers = (id: string, { targets }: Example): readonly string[] =>
  targets.map((target) => (target === null ? '' : task(id).outputs[target]));
/** The tokens followed by the last answer, which is the whole string for tasks that ask for the next symbol. */
const wholeOf = (id: string, example: Example): readonly string[] => [
  ...example.tokens,
  answers(id, example).at(-1) as string,
];
/** Checks that each answer is the next symbol. */
function expectNextSymbols(id: string, example: Example): void {
  expect(answers(id, example)).toEqual(wholeOf(id, example).slice(1));
}

test.each([0, 1, 20, 200])('the first symbol is asked for once, at the cue after a gap of %i', (gap) => {
  for (const example of drawn('remember-first', gap)) {
    const text = example.tokens.join('');
    const first = new RegExp(`^([ABCD])[xyz]{${gap}}\\?$`).exec(text)?.[1];
    expect(answers('remember-first', example)).toEqual([...example.tokens.slice(1).map(() => ''), first]);
    for (const symbol of 'ABCD')
      expect(example.tracks[`first-${symbol}`]).toEqual(example.tokens.map(() => Number(text.startsWith(symbol))));
  }
});

test.each([1, 3, 20])('%i symbols are given back in order', (n) => {
  for (const example of drawn('copy', n)) {
    const given = new RegExp(`^([ABCD]{${n}})·{${n}}\\?{${n}}$`).exec(example.tokens.join(''))?.[1] ?? '';
    expect(answers('copy', example)).toEqual([...Array(2 * n).fill(''), ...given]);
    expect(example.tracks.stored[n - 1]).toBe(n);
    expect(example.tracks.stored.at(-1)).toBe(0);
  }
});

test('parity is that of the ones counted anew at every timestep', () => {
  for (const example of drawn('parity', 15))
    for (const [t, answer] of answers('parity', example).entries()) {
      const ones = example.tokens
        .slice(0, t + 1)
        .join('')
        .replaceAll('0', '').length;
      expect(answer).toBe(ones % 2 === 0 ? 'even' : 'odd');
      expect(example.tracks.ones[t]).toBe(ones);
    }
});

describe.each([
  ['anbn', 'ab'],
  ['anbncn', 'abc'],
])('%s', (id, letters) => {
  const LEVEL = 6;
  const string = (n: number): string => `${[...letters].map((letter) => letter.repeat(n)).join('')}$`;
  // one more than the level allows, because a reader does not know the level
  const language = Array.from({ length: LEVEL + 1 }, (_, k) => string(k + 1));

  test('reads strings of the language, every n as often', () => {
    const lengths = drawn(id, LEVEL, 3000).map((example) => {
      const whole = wholeOf(id, example).join('');
      expect(language).toContain(whole);
      expectNextSymbols(id, example);
      return whole.length;
    });
    for (let n = 1; n <= LEVEL; n++) {
      const share = lengths.filter((length) => length === string(n).length).length / lengths.length;
      expect(Math.abs(share - 1 / LEVEL)).toBeLessThan(0.03);
    }
  });

  test('what counts is where only one continuation is left', () => {
    for (const { tokens, determined } of drawn(id, LEVEL, 50))
      for (const t of tokens.keys()) {
        const read = tokens.slice(0, t + 1).join('');
        const following = new Set(language.filter((one) => one.startsWith(read)).map((one) => one[t + 1]));
        expect(determined?.[t]).toBe(following.size === 1);
      }
  });

  test('tracks what is not yet met', () => {
    for (const { tokens, tracks } of drawn(id, LEVEL, 50))
      for (const t of tokens.keys())
        for (let k = 1; k < letters.length; k++) {
          const count = (letter: string) => tokens.slice(0, t + 1).filter((token) => token === letter).length;
          expect(tracks[`${letters[k - 1]}-${letters[k]}`][t]).toBe(count(letters[k - 1]) - count(letters[k]));
        }
  });
});

test.each([2, 3, 8])('brackets nested at most %i deep are balanced, and the answer closes the innermost', (deepest) => {
  const partner: Readonly<Record<string, string>> = { ')': '(', ']': '[' };
  let reached = 0;
  for (const example of drawn('brackets', deepest)) {
    const stack: string[] = [];
    for (const [t, token] of example.tokens.entries()) {
      if (partner[token]) expect(stack.pop()).toBe(partner[token]);
      else stack.push(token);
      const top = stack.at(-1);
      expect(answers('brackets', example)[t]).toBe(top ? (top === '(' ? ')' : ']') : 'none');
      expect(example.determined?.[t]).toBe(token in partner);
      expect(example.tracks.depth[t]).toBe(stack.length);
      expect(example.tracks.inside[t]).toBe(stack.length > 0 ? 1 : 0);
      expect(example.tracks.square[t]).toBe(top ? Number(top === '[') : Number.NaN);
      reached = Math.max(reached, stack.length);
    }
    expect(stack).toEqual([]);
  }
  expect(reached).toBe(deepest);
});

describe('the embedded Reber grammar', () => {
  // from the node after TX or P…VP: S ends, X leads through T* and V to where V ends and P leads back
  const later = '(?:XT*VP)*(?:S|XT*VV)';
  const inner = `B(?:TS*X${later}|PT*V(?:V|P${later}))E`;
  const embedded = new RegExp(`^B([TP])${inner}\\1E$`);
  const alone = new RegExp(`^${inner}$`);

  test('as a regular expression takes published strings and no others', () => {
    for (const string of ['BTXSE', 'BPVVE', 'BTSXSE', 'BTXXVVE', 'BPVPSE', 'BPTVPXVVE', 'BTSSXXTVPSE'])
      expect(string).toMatch(alone);
    for (const string of ['BTXE', 'BPTVE', 'BTSXXSE', 'BPVPXSE', 'BTPSE']) expect(string).not.toMatch(alone);
  });

  test.each([5, 12, 60])('has every string, with at least %i symbols between', (shortest) => {
    for (const example of drawn('reber', shortest)) {
      const whole = wholeOf('reber', example).join('');
      expect(whole).toMatch(embedded);
      expectNextSymbols('reber', example);
      expect(whole.length - 4).toBeGreaterThanOrEqual(shortest);
      expect(example.determined?.indexOf(true)).toBe(whole.length - 3);
      expect(example.determined?.filter(Boolean)).toHaveLength(1);
      expect(example.tracks.second.slice(1)).toEqual(example.tokens.slice(1).map(() => Number(whole[1] === 'T')));
    }
  });

  test('brings every short string of the grammar', () => {
    let strings = [''];
    const short: string[] = [];
    for (let length = 1; length <= 7; length++) {
      strings = strings.flatMap((string) => [...'BTSXPVE'].map((symbol) => string + symbol));
      short.push(...strings.filter((string) => alone.test(string)));
      strings = strings.filter((string) => string.startsWith('B') && !string.slice(1).includes('B'));
    }
    const seen = new Set(drawn('reber', 5, 3000).map((example) => wholeOf('reber', example).slice(2, -2).join('')));
    expect(short.length).toBeGreaterThan(5);
    expect(short.filter((string) => !seen.has(string))).toEqual([]);
  });
});

describe('the language of paragraphs', () => {
  const sold = { bakers: 'bread', potters: 'bowls', weavers: 'cloth', farmers: 'corn' };
  const liked = { cows: 'grass', cats: 'milk', bees: 'flowers', dogs: 'bones' };
  const pairs = (table: object, between: string): string =>
    Object.entries(table)
      .map(([first, last]) => `${first}${between}${last}`)
      .join('|');
  const sentence = `(?:(?:${pairs(liked, '(?: often)? (?:like|want|find) ')}) \\. )`;
  const grammar = new RegExp(
    `^(?:${pairs(sold, ` wake(?: early)?(?: today)? \\. ${sentence}*they(?: often)? sell `)})$`,
  );

  test.each([4, 5, 6, 7, 8, 9, 10, 11, 12, 15, 40, 100])('follows its grammar with %i words between', (between) => {
    for (const example of drawn('agreement-far', between)) {
      const words = wholeOf('agreement-far', example);
      expect(words.join(' ')).toMatch(grammar);
      expect(words).toHaveLength(between + 2);
      const endings = new Set([...Object.values(sold), ...Object.values(liked)]);
      expect(answers('agreement-far', example)).toEqual(words.slice(1).map((word) => (endings.has(word) ? word : '')));
      expect(example.determined).toEqual(example.tokens.map((_, t) => t === between));
      for (const trade of Object.keys(sold))
        expect(example.tracks[trade]).toEqual(example.tokens.map(() => Number(trade === words[0])));
    }
  });

  test('near and far read and ask the same; near counts what animals like', () => {
    const far = drawn('agreement-far', 30);
    for (const [k, example] of drawn('agreement-near', 30).entries()) {
      expect({ ...example, determined: null }).toEqual({ ...far[k], determined: null });
      const likes = answers('agreement-near', example).map((word) => Object.values(liked).includes(word));
      expect(example.determined).toEqual(likes);
      const sentences = example.tokens.join(' ').split(/(?<=\.) /);
      const about = sentences.flatMap((one) => one.split(' ').map((word) => (word !== '.' && one.split(' ')[0]) || ''));
      for (const animal of Object.keys(liked))
        expect(example.tracks[animal]).toEqual(about.map((subject) => Number(subject === animal)));
      for (const [t, answer] of answers('agreement-near', example).entries())
        for (const [animal, like] of Object.entries(liked))
          if (likes[t]) expect(example.tracks[animal][t]).toBe(Number(like === answer));
    }
  });
});

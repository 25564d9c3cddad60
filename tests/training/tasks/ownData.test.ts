import { describe, expect, test } from 'vitest';
import { Refusal } from '../../../src/text/refusal.ts';
import { randomOf } from '../../../src/training/random.ts';
import type { Task } from '../../../src/training/task.ts';
import { baselineOf } from '../../../src/training/tasks/baseline.ts';
import { defaultText } from '../../../src/training/tasks/nextCharacter.ts';
import { ownColumns } from '../../../src/training/tasks/ownColumns.ts';
import { ownText } from '../../../src/training/tasks/ownText.ts';

/** Windows of one part of a task. */
function windows(task: Task | undefined, level: number, count = 2000) {
  if (!task) throw new Error('nothing is held out');
  const random = randomOf(5);
  return Array.from({ length: count }, () => task.example(random, level));
}

describe('a text', () => {
  // every character occurs once, so that a window reveals its position
  const text = Array.from({ length: 100 }, (_, k) => String.fromCodePoint(0x4e00 + k)).join('');
  const task = ownText(text, 7);

  test('is read in windows of each part, and what follows each character is asked for', () => {
    const starts = [task, task.heldOut].map((part) => {
      const from = new Set<number>();
      for (const { tokens, targets } of windows(part, 7)) {
        const start = text.indexOf(tokens.join(''));
        expect(tokens).toHaveLength(7);
        expect(targets.map((target) => task.outputs[target as number]).join('')).toBe(text.slice(start + 1, start + 8));
        from.add(start);
      }
      return [...from].toSorted((a, b) => a - b);
    });
    // 80 characters are trained on: the last window that starts there ends, with its answer, at 79
    expect(starts[0]).toEqual(Array.from({ length: 73 }, (_, k) => k));
    expect(starts[1]).toEqual(Array.from({ length: 13 }, (_, k) => 80 + k));
  });

  test('has one input and one class a distinct token', () => {
    expect(ownText('abracadabra'.repeat(10), 3).inputs).toEqual(['a', 'b', 'r', 'c', 'd']);
    expect(ownText('in a word or in two '.repeat(10).split(' '), 3).outputs).toEqual([
      'in',
      'a',
      'word',
      'or',
      'two',
      '',
    ]);
    expect(ownText('😀😁'.repeat(40), 3).inputs).toEqual(['😀', '😁']);
  });

  test('tracks how far the last space and the last full stop lie back', () => {
    const { tokens, tracks } = windows(ownText('Go on. '.repeat(20), 10), 10, 1)[0];
    for (const t of tokens.keys()) {
      const read = tokens.slice(0, t + 1).join('');
      expect(tracks.word[t]).toBe(read.includes(' ') ? t - read.lastIndexOf(' ') : Number.NaN);
      expect(tracks.sentence[t]).toBe(read.includes('.') ? t - read.lastIndexOf('.') : Number.NaN);
    }
  });

  test('has the baseline of what is held out', () => {
    const { guess, reaches, whole } = baselineOf(ownText('ab'.repeat(200) + 'aac'.repeat(33), 9), 9, 1, 50);
    expect([guess, reaches, whole]).toEqual([0, expect.closeTo(2 / 3, 12), 0]);
  });

  test('says what is held out, and that a text which repeats itself can be known by heart', () => {
    expect(ownText('the cat sat. '.repeat(30), 12).heldOutWords).toBe(
      'the last fifth of the text, which repeats what is trained on: a cell that knows it by heart is right',
    );
    expect(
      ownText(
        ['the', 'cat', 'sat', 'again'].flatMap((word) => Array(30).fill(word)),
        9,
      ).heldOutWords,
    ).toBe('the last fifth of the text');
    expect(ownText('ab'.repeat(200) + 'aac'.repeat(33), 9).heldOutWords).toBe('the last fifth of the text');
  });

  test('of the longest window there is can still be drawn from', () => {
    const { level, heldOut } = ownText(text, 19);
    expect(level.max).toBe(19);
    expect(windows(heldOut, 19, 10)[0].tokens).toEqual(Array.from(text).slice(80, 99));
  });

  test.each([
    [
      'too short',
      () => ownText('too short', 20),
      'The text has 9 characters. Windows of 20 timesteps need 105, because a fifth is held out. Use a longer text.',
    ],
    [
      'short',
      () => ownText(text, 20),
      'The text has 100 characters. Windows of 20 timesteps need 105, because a fifth is held out. Use a longer text, or take windows of 19 or fewer.',
    ],
    [
      'empty',
      () => ownText('', 20),
      'The text has 0 characters. Windows of 20 timesteps need 105, because a fifth is held out. Use a longer text.',
    ],
    [
      'one character',
      () => ownText('a'.repeat(500), 20),
      'The text only repeats one character, so there is nothing to learn. Choose another text.',
    ],
    [
      'too varied',
      () =>
        ownText(
          Array.from({ length: 1000 }, (_, k) => `word${k}`),
          20,
        ),
      'The text has 1,000 distinct tokens; at most 512 can be told apart. Use only part of it, or cut it into characters.',
    ],
    [
      'too long',
      () => ownText('ab'.repeat(3 * 2 ** 20), 20),
      'The text has 6,291,456 characters; at most 5,242,880 are read. Use only part of it.',
    ],
    ['no window', () => ownText(text, 0), 'A window is a whole number of timesteps, from 1 to 200, not 0.'],
    ['half a window', () => ownText(text, 2.5), 'A window is a whole number of timesteps, from 1 to 200, not 2.5.'],
  ])('that is %s gets a sentence', (_, attempt, sentence) => {
    expect(attempt).toThrow(new Refusal(sentence));
  });

  test('is there to begin with, and its months follow each other', () => {
    const months = [
      ...defaultText.matchAll(/(\w+) is the (\w+) month .*? It has ([\w-]+) days, and after it comes (\w+)\./g),
    ];
    expect(months).toHaveLength(12);
    for (const [k, [, name, , days, following]] of months.entries()) {
      const date = (month: number) => new Date(Date.UTC(2023, month, 1, 12));
      const word = (month: number) => date(month).toLocaleString('en', { month: 'long', timeZone: 'UTC' });
      expect([name, following]).toEqual([word(k), word(k + 1)]);
      const length = new Date(Date.UTC(2023, k + 1, 0)).getUTCDate();
      expect(days).toBe({ 28: 'twenty-eight', 30: 'thirty', 31: 'thirty-one' }[length]);
    }
  });
});

describe('columns of numbers', () => {
  const rows = Array.from({ length: 100 }, (_, k) => [100 + k * k, `${-3 * k}`, 7]);
  const table = { columns: ['square', 'line', 'flat'], rows };
  const task = ownColumns(table, 'line');
  const shown = (value: number, k: number): number => {
    const { offset, factor } = task.scales?.[k] ?? { offset: 0, factor: 0 };
    return value * factor + offset;
  };

  test('are read in windows of each part, scaled so that they can be scaled back, and the next row is asked for', () => {
    const starts = [task, task.heldOut].map((part) => {
      const from = new Set<number>();
      for (const { x, targets, tokens, tracks } of windows(part, 6)) {
        const start = Math.round(shown(x[1], 1) / -3);
        from.add(start);
        for (let t = 0; t < 6; t++) {
          const row = rows[start + t].map(Number);
          for (let k = 0; k < 3; k++) expect(shown(x[3 * t + k], k)).toBeCloseTo(row[k], 9);
          expect(shown(targets[t] as number, 1)).toBeCloseTo(-3 * (start + t + 1), 9);
          expect(tokens[t]).toBe(String(row[1]).replace('-', '−'));
          expect(tracks.value[t]).toBe(x[3 * t + 1]);
          const change = -3 / (task.scales?.[1].factor ?? 0);
          expect(tracks.change[t]).toEqual((start + t) % 80 === 0 ? Number.NaN : expect.closeTo(change, 9));
        }
      }
      return [...from].toSorted((a, b) => a - b);
    });
    expect(starts[0]).toEqual(Array.from({ length: 74 }, (_, k) => k));
    expect(starts[1]).toEqual(Array.from({ length: 14 }, (_, k) => 80 + k));
  });

  test('have mean 0 and standard deviation 1 over the rows that are trained on, and only over those', () => {
    const changed = { ...table, rows: rows.map((row, k) => (k < 80 ? row : [1e9, 1e9, 1e9])) };
    expect(ownColumns(changed, 'line').scales).toEqual(task.scales);
    const line = Array.from(
      { length: 80 },
      (_, k) => (-3 * k - (task.scales?.[1].offset ?? 0)) / (task.scales?.[1].factor ?? 0),
    );
    expect(line.reduce((sum, value) => sum + value, 0) / 80).toBeCloseTo(0, 12);
    expect(line.reduce((sum, value) => sum + value * value, 0) / 80).toBeCloseTo(1, 12);
    expect(task.scales?.[2]).toEqual({ offset: 7, factor: 1 });
  });

  test('may be as large or as small as numbers of the page', () => {
    const wide = ownColumns(
      { columns: ['x'], rows: Array.from({ length: 30 }, (_, k) => [(k % 2 === 0 ? 1 : -1) * 1e100]) },
      'x',
    );
    const tiny = ownColumns({ columns: ['x'], rows: Array.from({ length: 30 }, (_, k) => [(k % 2) * 1e-300]) }, 'x');
    for (const one of [wide, tiny])
      for (const { x } of windows(one, 3, 20)) for (const value of x) expect(Math.abs(value)).toBeCloseTo(1, 9);
  });

  const altered = (row: number, cells: readonly (number | string)[]) => ({
    ...table,
    rows: rows.with(row, [...cells]),
  });
  test.each([
    [
      'a word',
      () => ownColumns(altered(6, [1, 'dear', 2]), 'line'),
      'Row 7 of column “line” holds “dear”; it must be a number up to 1e+100. Correct it, or leave the column out.',
    ],
    [
      'a gap',
      () => ownColumns(altered(99, [1, 3, ' ']), 'line'),
      'Row 100 of column “flat” is empty; it must be a number up to 1e+100. Correct it, or leave the column out.',
    ],
    [
      'infinity',
      () => ownColumns(altered(0, [1 / 0, 3, 1]), 'line'),
      'Row 1 of column “square” holds “Infinity”; it must be a number up to 1e+100. Correct it, or leave the column out.',
    ],
    [
      'a short row',
      () => ownColumns(altered(2, [1, 3]), 'line'),
      'Row 3 has 2 cells for 3 columns. Give every row one cell per column.',
    ],
    [
      'no such column',
      () => ownColumns(table, 'price'),
      'There is no column “price”. Choose one of “square”, “line”, “flat”.',
    ],
    [
      'a column that never changes',
      () => ownColumns(table, 'flat'),
      '“flat” is 7 in every row that is trained on. Choose a column that changes.',
    ],
    [
      'few rows',
      () => ownColumns({ ...table, rows: rows.slice(0, 19) }, 'line'),
      'There are 19 rows, of which a fifth is held out; at least 20 are needed. Add rows.',
    ],
    [
      'many rows',
      () => ownColumns({ columns: ['x'], rows: Array.from({ length: 10_001 }, (_, k) => [k]) }, 'x'),
      'There are 10,001 rows; at most 10,000 are read. Use only some of them.',
    ],
    [
      'many columns',
      () => ownColumns({ columns: Array.from({ length: 513 }, (_, k) => `c${k}`), rows }, 'c1'),
      'There are 513 columns; at most 512 are read. Leave some out.',
    ],
  ])('with %s get a sentence', (_, attempt, sentence) => {
    expect(attempt).toThrow(new Refusal(sentence));
  });

  test('of the fewest rows can be drawn from at every level', () => {
    const small = ownColumns({ ...table, rows: rows.slice(0, 20) }, 'line');
    expect(small.level).toMatchObject({ min: 1, max: 3, initial: 3 });
    for (const part of [small, small.heldOut])
      for (let level = 1; level <= 3; level++)
        for (const { x } of windows(part, level, 50)) expect(x.every(Number.isFinite)).toBe(true);
  });
});

import { describe, expect, test } from 'vitest';
import { readNumbers } from '../../../src/io/numbers.ts';
import type { TableChoices } from '../../../src/io/table/choices.ts';

type Rows = readonly (readonly number[])[];
const column = (...values: readonly number[]): Rows => values.map((value) => [value]);

function read(text: string | Uint8Array, choices: TableChoices = {}) {
  const reading = readNumbers(text, choices);
  if (reading.ok !== true) throw new Error(reading.ok === false ? reading.message : reading.question);
  return { ...reading.sequence, notes: reading.notes.join(' ') };
}

describe('number formats are decided for each column by what is possible', () => {
  test.each<[text: string, rows: Rows]>([
    [
      'a;b\n0.451;0,1\n17.353;2,5\n70.33;10,2',
      [
        [0.451, 0.1],
        [17.353, 2.5],
        [70.33, 10.2],
      ],
    ],
    ['t;y\n0.5;0,125', [[0.5, 0.125]]],
    [
      'a;b\n0.125;2,5\n0.250;3,5',
      [
        [0.125, 2.5],
        [0.25, 3.5],
      ],
    ],
    [
      'p;q\n0,125;0,250\n0,375;0,500',
      [
        [0.125, 0.25],
        [0.375, 0.5],
      ],
    ],
    ['v\n3.341.718\n1.234', column(3341718, 1234)],
    ['v\n12 345\n1 000', column(12345, 1000)],
    ['v\n12\u00a0345\n1\u202f000\n7\u2009654\u2009321', column(12345, 1000, 7654321)],
    ["v\n1'234.50\n5", column(1234.5, 5)],
    ['v\n1,23,456\n12,345', column(123456, 12345)],
    ['v\n1,234.5\n2,000', column(1234.5, 2000)],
    ['1_000\n20', column(1000, 20)],
    ["1'000.5", column(1000.5)],
    ['50%\n20%', column(50, 20)],
    ['€5\n−€7.5\n3 €', column(5, -7.5, 3)],
    ['١٢\n٣٫٥', column(12, 3.5)],
    ['1\n\n\n2', column(1, 2)],
    ['1.234\n5.678', column(1.234, 5.678)],
    // a decimal point found in one column applies to the others
    [
      '1,234;0.5\n3,456;4',
      [
        [1234, 0.5],
        [3456, 4],
      ],
    ],
  ])('%j', (text, rows) => expect(read(text).rows).toEqual(rows));

  test('what was left off or read otherwise than written is noted', () => {
    expect(read('50%\n20%').notes).toContain('the % was left off');
    expect(read(',passengers\n0,112').notes).toContain('The first column has no name; here it is called “column 1”.');
    expect(read('v\n1,234.5\n2').notes).toContain('1,234.5 was read as 1234.5');
    expect(read('1.234\n5.678').notes).toContain('1.234 was read as 1.234, not 1234.');
    expect(read('t;y\n0.5;0,125').notes).toContain('In “y” commas were read as decimal commas.');
  });
});

describe('what stays open is asked, with an answer for each way', () => {
  test.each<[text: string, option: string, question: RegExp, answers: readonly (readonly [string, Rows])[]]>([
    [
      'Sales\n1,234\n5,678\n912',
      'decimal',
      /^In “Sales”, do 1,234 and 5,678 mean 1\.234 and 5\.678, or 1234 and 5678\?$/,
      [
        ['comma', column(1.234, 5.678, 912)],
        ['point', column(1234, 5678, 912)],
      ],
    ],
    [
      'x;y\n1.234;2,5\n3.456;4,5',
      'decimal',
      /1\.234 and 3\.456/,
      [
        [
          'comma',
          [
            [1234, 2.5],
            [3456, 4.5],
          ],
        ],
        [
          'point',
          [
            [1.234, 2.5],
            [3.456, 4.5],
          ],
        ],
      ],
    ],
    [
      '1,5\n2,5',
      'separator',
      /^Is 1,5 one number with a decimal comma, or two numbers\?$/,
      [
        ['none', column(1.5, 2.5)],
        [
          'comma',
          [
            [1, 5],
            [2, 5],
          ],
        ],
      ],
    ],
    [
      '12 345\n1 000',
      'separator',
      /one number, or two/,
      [
        ['none', column(12345, 1000)],
        [
          'space',
          [
            [12, 345],
            [1, 0],
          ],
        ],
      ],
    ],
    [
      'date,v\n20200101,1\n20200102,2',
      'dates',
      /“date” has numbers that look like dates, for instance 20200101/,
      [
        ['label', column(1, 2)],
        [
          'number',
          [
            [20200101, 1],
            [20200102, 2],
          ],
        ],
      ],
    ],
    [
      'v\n1\n-9999\n3',
      'sentinels',
      /In “v”, row 3 is −9999, far from all other values/,
      [['number', column(1, -9999, 3)]],
    ],
    [
      'v\n1\nNA\n4\n\n-\n8',
      'missing',
      /^Row 3, column “v” holds “NA”: a missing value, and 1 other cell without a value\./,
      [
        ['omit', column(1, 4, 8)],
        ['last', column(1, 1, 4, 4, 8)],
        ['interpolate', column(1, 2.5, 4, 6, 8)],
      ],
    ],
    ['None\n1', 'names', /“None”/, [['yes', column(1)]]],
  ])('%j', (text, option, question, answers) => {
    const asked = readNumbers(text);
    if (asked.ok !== 'question') throw new Error('nothing was asked');
    expect(asked.choices[0].written).toMatch(`--${option} `);
    expect(asked.question).toMatch(question);
    for (const [word, rows] of answers) {
      const choice = asked.choices.find(({ written }) => written === `--${option} ${word}`);
      expect(read(text, choice?.given).rows, word).toEqual(rows);
    }
  });

  test('one answer may lead to the next question', () => {
    const missing = readNumbers('v\n1\n-9999\n3', { sentinels: 'missing' });
    expect(missing).toMatchObject({
      ok: 'question',
      choices: expect.arrayContaining([expect.objectContaining({ written: expect.stringMatching(/^--missing /) })]),
    });
    expect(read('v\n1\n-9999\n3', { sentinels: 'missing', missing: 'interpolate' }).rows).toEqual(column(1, 2, 3));
    expect(read('v\n0.4\nNA\n0.2', { missing: 'interpolate' }).rows).toEqual(column(0.4, 0.3, 0.2));
  });

  test.each(['-', '?', '.', '#N/A', 'NA', 'null', '', 'NaN', 'N/A', 'None'])('%j is a missing value', (cell) => {
    expect(readNumbers(`a,b\n1,2\n3,${cell}\n5,6`)).toMatchObject({
      ok: 'question',
      choices: expect.arrayContaining([expect.objectContaining({ written: expect.stringMatching(/^--missing /) })]),
      question: expect.stringMatching(/^Row 3, column “b” (is empty|holds)/),
    });
  });

  test('a table that is too long is taken in part', () => {
    const long = `v\n${Array.from({ length: 25_000 }, (_, k) => k).join('\n')}`;
    expect(readNumbers(long)).toMatchObject({
      ok: 'question',
      choices: expect.arrayContaining([expect.objectContaining({ written: expect.stringMatching(/^--every /) })]),
    });
    expect(read(long, { every: 3 }).rows.slice(0, 2)).toEqual([[0], [3]]);
    expect(read(long, { from: 24_999 }).rows).toEqual(column(24_998, 24_999));
  });
});

describe('dates and words are labels of the timesteps', () => {
  test('monthly passengers', () => {
    expect(read('Month,Passengers\n1949-01,112\n1949-02,118')).toMatchObject({
      columns: ['Passengers'],
      rows: column(112, 118),
      labels: ['1949-01', '1949-02'],
    });
  });

  test('a weather station', () => {
    const text = '"Date Time","p (mbar)"\n01.01.2009 00:10:00,996.52\n01.01.2009 00:20:00,996.57';
    expect(read(text)).toMatchObject({
      columns: ['p (mbar)'],
      rows: column(996.52, 996.57),
      labels: ['01.01.2009 00:10:00', '01.01.2009 00:20:00'],
    });
  });

  test.each([
    '2020-01-31T12:00:00Z',
    '3/14/2020',
    '14/3/20',
    'Jan 1949',
    '14 March 2020',
    'March 14, 2020',
    '1949Q1',
    '12:30',
    '2020-W05',
  ])('%s is a date', (date) =>
    expect(read(`when;v\n${date};1\n${date};2`)).toMatchObject({ columns: ['v'], labels: [date, date] }),
  );

  test('month, day and weekday are numbers where they are wanted', () => {
    const text = 'day,v\n2020-02-28,1\n2020-03-01,2';
    const dateParts = ['month', 'day', 'weekday'] as const;
    // 28 February 2020 was a Friday, 1 March a Sunday
    expect(read(text, { dateParts })).toMatchObject({
      columns: ['v', 'month', 'day', 'weekday'],
      rows: [
        [1, 2, 28, 5],
        [2, 3, 1, 7],
      ],
    });
    // 3/4 may be in March or in April
    expect(read('day,v\n3/4/2020,1\n3/5/2020,2', { dateParts }).columns).toEqual(['v']);
    expect(read('day,v\n3/14/2020,1\n3/5/2020,2', { dateParts }).columns).toEqual(['v', 'month', 'day', 'weekday']);
  });

  test('rows that are left out take their labels along', () => {
    expect(read('m,v\n2020-01,1\n2020-02,\n2020-03,3', { missing: 'omit' }).labels).toEqual(['2020-01', '2020-03']);
  });

  test('columns are chosen by name', () => {
    const text = 'id,a,b\nx,1,2\ny,3,4';
    expect(read(text, { columns: ['b'], label: 'a' })).toMatchObject({ columns: ['b'], labels: ['1', '3'] });
    expect(read(text, { columns: ['b', 'a'], label: null })).toMatchObject({
      columns: ['b', 'a'],
      rows: [
        [2, 1],
        [4, 3],
      ],
    });
    expect(read(text, { label: null }).labels).toBeUndefined();
    expect(readNumbers(text, { columns: ['c'] })).toMatchObject({
      ok: false,
      message: 'There is no column “c”. Choose from “id”, “a”, “b”.',
    });
    expect(readNumbers(text, { columns: ['id'] })).toMatchObject({
      ok: false,
      message: expect.stringMatching(/holds words/),
    });
  });

  test('series that stand in rows are transposed', () => {
    expect(read('region,1952,1957\nAfrica,30.1,32.2\nAsia,3,4', { transpose: true })).toMatchObject({
      columns: ['Africa', 'Asia'],
      rows: [
        [30.1, 3],
        [32.2, 4],
      ],
    });
  });
});

describe('headers', () => {
  test.each<[text: string, columns: readonly string[], rows: Rows]>([
    [',passengers\n0,112\n1,118', ['passengers'], column(112, 118)],
    ['Na,inf,None\n1,2,3', ['Na', 'inf', 'None'], [[1, 2, 3]]],
    ['region,1952,1957\nAfrica,30.1,32.2', ['1952', '1957'], [[30.1, 32.2]]],
    [
      't,v\ns,°C\n0,20\n1,21',
      ['t (s)', 'v (°C)'],
      [
        [0, 20],
        [1, 21],
      ],
    ],
    ['"a;b",c\n1,2', ['a;b', 'c'], [[1, 2]]],
    ['"a\nb",c\r\n1,2', ['a b', 'c'], [[1, 2]]],
    ['"a", "b"\n1, 2', ['a', 'b'], [[1, 2]]],
    [
      'a,b,\n1,2,\n3,4,',
      ['a', 'b'],
      [
        [1, 2],
        [3, 4],
      ],
    ],
    [
      'a,b\n1,2,\n3,4,',
      ['a', 'b'],
      [
        [1, 2],
        [3, 4],
      ],
    ],
    ['a|b\n1|2', ['a', 'b'], [[1, 2]]],
    [
      'a b\nr1 1 2\nr2 3 4',
      ['a', 'b'],
      [
        [1, 2],
        [3, 4],
      ],
    ],
    ['sep=;\na;b\n1;2', ['a', 'b'], [[1, 2]]],
    ['# made by a logger\na,b\n1,2', ['a', 'b'], [[1, 2]]],
  ])('%j', (text, columns, rows) => expect(read(text)).toMatchObject({ columns, rows }));

  test('rows are numbered as lines of the file, with line ends in quotes', () => {
    expect(readNumbers('"a\nb",c\n1,2\n3,4\n5,x')).toMatchObject({ ok: false, where: { row: 5, column: 2 } });
  });
});

describe('encodings', () => {
  const latin = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

  test('Windows-1252 is read, with a word', () => {
    const reading = read(latin('caf\xe9 \x80;b\n1;2'));
    expect(reading.columns).toEqual(['café €', 'b']);
    expect(reading.notes).toContain('read as Windows-1252');
  });

  test.each([
    ['PK\x03\x04\x14\0', /^This is a zip archive/],
    ['\x08\x07\x12\x07pytorch\x1a\x05\0\xff', /^This is an ONNX model\. .* state_dict of a PyTorch/],
    ['\x89PNG\r\n\x1a\n\0', /^This is a PNG picture/],
    ['\x93NUMPY\x01\0', /^This is a NumPy array \(\.npy\)\. .* np\.savetxt\("x\.csv", x, delimiter=","\)/],
    ['PK\x03\x04\x2d\0\0\0\x05arr_0.npy\0', /^This is an archive of NumPy arrays .* np\.savetxt/],
    ['\0\x01\xff', /^This is a binary file/],
  ])('%j says what it is', (bytes, message) => {
    expect(readNumbers(latin(bytes))).toMatchObject({ ok: false, message: expect.stringMatching(message) });
  });
});

test('JSON that is nested without end is refused before it is parsed', () => {
  expect(readNumbers('['.repeat(8 * 2 ** 20))).toMatchObject({
    ok: false,
    message: expect.stringMatching(/nested more than 64 levels deep/),
  });
});

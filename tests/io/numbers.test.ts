import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { curveSequence } from '../../src/io/curve.ts';
import { encode } from '../../src/io/encode.ts';
import { MAX_TABLE_BYTES } from '../../src/io/limits.ts';
import { readNumbers } from '../../src/io/numbers.ts';

const table = (
  columns: readonly string[],
  rows: readonly (readonly number[])[],
  notes: readonly unknown[] = expect.any(Array) as never,
) => ({
  ok: true,
  sequence: { kind: 'numbers', columns, rows, scaling: 'none' },
  notes,
});

describe('numbers are read from', () => {
  test.each([
    ['one a line', '1\n-2.5e-3\n.5\n', table(['value'], [[1], [-0.0025], [0.5]], [])],
    ['one line', '1, 2, 3', table(['value'], [[1], [2], [3]], ['One line: read as one column over time.'])],
    [
      'CSV with a header',
      'a,b\n1,2\n3,4',
      table(
        ['a', 'b'],
        [
          [1, 2],
          [3, 4],
        ],
      ),
    ],
    [
      'CSV without one',
      '1,2,3\r\n4,5,6',
      table(
        ['column 1', 'column 2', 'column 3'],
        [
          [1, 2, 3],
          [4, 5, 6],
        ],
      ),
    ],
    ['CSV with quotes', '"x, y",z\n"1","2"\n', table(['x, y', 'z'], [[1, 2]])],
    ['TSV', 'a\tb\n1\t2', table(['a', 'b'], [[1, 2]])],
    [
      'semicolons with decimal commas',
      '1,5;2\n3;4,25',
      table(
        ['column 1', 'column 2'],
        [
          [1.5, 2],
          [3, 4.25],
        ],
      ),
    ],
    ['decimal commas with grouping dots', 'x;y\n1.234,5;2', table(['x', 'y'], [[1234.5, 2]])],
    [
      'spaces with decimal commas',
      '0,1 0,2\n0,3 0,4',
      table(
        ['column 1', 'column 2'],
        [
          [0.1, 0.2],
          [0.3, 0.4],
        ],
      ),
    ],
    ['one named column with decimal commas', 'x\n1,5\n2,5', table(['x'], [[1.5], [2.5]])],
    ['a typographic minus', '−1\n−2', table(['value'], [[-1], [-2]])],
    ['a header with a name twice', 'a,a\n1,2', table(['a', 'a (2)'], [[1, 2]])],
    ['blank lines between', '\n1\n\n2\n', table(['value'], [[1], [2]])],
    ['a JSON array', '[1, 2.5]', table(['value'], [[1], [2.5]])],
    [
      'JSON rows',
      '[[1,2],[3,4]]',
      table(
        ['column 1', 'column 2'],
        [
          [1, 2],
          [3, 4],
        ],
      ),
    ],
    [
      'JSON objects',
      '[{"a":1,"b":2},{"b":4,"a":3}]',
      table(
        ['a', 'b'],
        [
          [1, 2],
          [3, 4],
        ],
      ),
    ],
    ['JSON columns and rows', '{"columns":["u"],"rows":[[1],[2]]}', table(['u'], [[1], [2]])],
  ])('%s', (_, text, expected) => {
    expect(readNumbers(text)).toMatchObject(expected);
    expect(readNumbers(new TextEncoder().encode(`\uFEFF${text}`))).toMatchObject(expected);
  });

  test('UTF-16 with its mark', () => {
    expect(readNumbers(Uint8Array.of(0xff, 0xfe, 0x31, 0, 0x0a, 0, 0x32, 0))).toMatchObject(
      table(['value'], [[1], [2]]),
    );
  });

  test('any table written as CSV, bit for bit', () => {
    const finite = fc.double({ min: -1e100, max: 1e100, noNaN: true }).filter((v) => !Object.is(v, -0));
    const rows = fc
      .integer({ min: 2, max: 4 })
      .chain((D) => fc.array(fc.array(finite, { minLength: D, maxLength: D }), { minLength: 2 }));
    fc.assert(
      fc.property(rows, fc.constantFrom(',', ';', '\t'), (values, delimiter) => {
        const header = values[0].map((_, k) => `c${k}`);
        const text = [header, ...values].map((row) => row.join(delimiter)).join('\n');
        expect(readNumbers(text)).toMatchObject(table(header, values));
      }),
    );
  });
});

describe('a clear sentence names what cannot be read', () => {
  test.each([
    ['', /nothing here/, undefined],
    ['hello world', /no numbers here/, undefined],
    [
      'a,b\n1,2\n3,x',
      'Row 3, column “b” holds “x”, which is not a number. Correct it or leave the column out.',
      { row: 3, column: 2 },
    ],
    [
      'a;b\n1;2\n3',
      'Row 3 has 1 cell, but the header has 2. Give every row the same number of cells.',
      { row: 3, column: 2 },
    ],
    ['1,2,3\n4,5', /Row 2 has 2 cells, but row 1 has 3/, { row: 2, column: 3 }],
    ['1\n-Infinity', /Row 2, column “value” holds “-Infinity”, which is infinite/, { row: 2, column: 1 }],
    ['1\n1e999', /too large/, { row: 2, column: 1 }],
    ['[1, NaN]', /JSON contains NaN or Infinity/, undefined],
    ['[1, 2', /looks like JSON but cannot be read/, undefined],
    ['{"a": 1}', /not a table of numbers/, undefined],
    ['[[1,2],[3]]', /Row 2 has 1 cell/, { row: 2, column: 2 }],
    ['[{"a":1},{"b":2}]', /Object 2 has “b”, which object 1 does not have/, undefined],
    [`${'1;'.repeat(512)}1\n${'1;'.repeat(512)}1`, /513 columns/, undefined],
    ['PK\0\0', /binary file/, undefined],
    [Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0xff), /PNG picture/, undefined],
    ['1'.repeat(MAX_TABLE_BYTES + 1), /16\.0 MB; the limit is 16 MB/, undefined],
  ])('%.20j', (data, message, where) => {
    const reading = readNumbers(data);
    expect(reading).toMatchObject({
      ok: false,
      message: typeof message === 'string' ? message : expect.stringMatching(message),
    });
    expect('where' in reading ? reading.where : undefined).toEqual(where);
  });
});

describe('scaling', () => {
  test('is applied column by column', () => {
    const encoded = encode({
      kind: 'numbers',
      columns: ['a', 'b'],
      rows: [
        [0, -0.123456],
        [10, 3],
      ],
      scaling: 'range',
    });
    expect([...encoded.x]).toEqual([0, 0, 1, 1]);
    expect(encoded.scales).toEqual([
      { offset: 0, factor: 10 },
      { offset: -0.123456, factor: 3.123456 },
    ]);
    expect(encoded.tokens).toEqual(['0, −0.123', '10, 3']);
  });

  test('does not change the labels: up to three numbers of a row, and a sign where there are more', () => {
    const labelOf = (row: readonly number[]) =>
      encode({ kind: 'numbers', columns: row.map((_, k) => `c${k}`), rows: [row], scaling: 'standard' }).tokens;
    expect(labelOf([1, 2, 3])).toEqual(['1, 2, 3']);
    expect(labelOf([1987, -12345, 1987.65])).toEqual(['1987, −12345, 1988']);
    expect(labelOf([12.345, 0.98765])).toEqual(['12.3, 0.988']);
    expect(labelOf([1, 2, 3, 4])).toEqual(['1, 2, 3, …']);
    expect(labelOf([1, 2, 3, 4, 5])).toEqual(['1, 2, 3, …']);
  });
});

test('a drawn curve is sampled from −1 to 1 at evenly spaced timesteps', () => {
  const points = [
    { time: 1, height: 0 },
    { time: 0.25, height: 1 },
    { time: 0.75, height: 0 },
    { time: 0.5, height: Number.NaN },
  ];
  expect(curveSequence(points, 5)).toEqual({
    kind: 'numbers',
    columns: ['curve'],
    rows: [[1], [1], [0], [-1], [-1]],
    scaling: 'none',
  });
  expect(curveSequence([], 5)).toMatchObject({ rows: [] });
  expect(curveSequence([{ time: 0.5, height: 7 }], 1)).toMatchObject({ rows: [[1]] });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { tableSubject, textSubject } from '../../scripts/ownData.ts';

const folder = mkdtempSync(join(tmpdir(), 'gatescope-'));
afterAll(() => rmSync(folder, { recursive: true }));
function file(content: string | Uint8Array): string {
  const path = join(folder, 'data.csv');
  writeFileSync(path, content);
  return path;
}
const read = (content: string | Uint8Array, given: Readonly<Record<string, string>> = {}, column?: string) =>
  tableSubject(file(content), column, given).subject;

describe('what the page asks, the command names an option for', () => {
  test.each<[content: string, option: string, answer: Readonly<Record<string, string>>, rows: readonly number[]]>([
    ['Sales\n1,234\n5,678\n912', '--decimal comma', { decimal: 'point' }, [1234, 5678, 912]],
    ['1,5\n2,5', '--separator none', { separator: 'none' }, [1.5, 2.5]],
    ['v\n1\nNA\n3', '--missing interpolate', { missing: 'interpolate' }, [1, 2, 3]],
    ['v\n1\n-9999\n3', '--sentinels number', { sentinels: 'missing', missing: 'last' }, [1, 1, 3]],
    ['date,v\n20200101,1\n20200102,2', '--dates label', { dates: 'label' }, [1, 2]],
    ['None\n1', '--names yes', { names: 'yes' }, [1]],
  ])('%j', (content, option, answer, rows) => {
    expect(() => read(content)).toThrow(option);
    expect(read(content, answer)).toMatchObject({ rows: rows.map((row) => [row]) });
  });

  test('an answer that cannot be is refused', () => {
    expect(() => read('v\n1', { decimal: 'dot' })).toThrow(/^--decimal is dot; it can be comma \| point\.$/);
  });
});

describe('a file gives on the command line what it gives in the page', () => {
  test.each<[content: string, columns: readonly string[]]>([
    ['"a\nb"|c\n1|2', ['a b', 'c']],
    [',passengers\n0,112', ['passengers']],
    ['"Date Time","p (mbar)"\n01.01.2009 00:10:00,996.52', ['p (mbar)']],
  ])('%j', (content, columns) => {
    expect(read(content, {}, columns[0])).toMatchObject({ columns, column: columns[0] });
  });

  test('columns are chosen by name', () => {
    expect(read('id,a,b\nx,1,2', { columns: 'b,a', label: 'id' }, 'a')).toMatchObject({
      columns: ['b', 'a'],
      rows: [[2, 1]],
    });
    expect(() => read('a,b\n1,2')).toThrow('Name the column to predict with --column: a, b.');
  });

  test('texts are cut alike', () => {
    const distinct = (text: string): number => {
      const subject = textSubject(file(text), 5);
      return subject.kind === 'text' ? new Set(subject.text).size : 0;
    };
    expect(distinct('the cat sat on the mat.\r\nthe dog ate the hat.\r\n'.repeat(40))).toBe(14);
    expect(distinct('👨‍👩‍👧 🇫🇷 🇩🇪 é e\u0301 กำ น้ำ 한글 क्ष '.repeat(30))).toBe(11);
  });
});

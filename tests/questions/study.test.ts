import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { gainOf, tQuantile } from '../../scripts/study/gain.ts';
import { unknownInHash } from '../../src/questions/address.ts';
import { answersCsv, readAnswers, type StudyAnswer, type StudyTest, studyItems } from '../../src/questions/study.ts';
import { command } from '../setup/command.ts';

const folder = mkdtempSync(join(tmpdir(), 'gatescope-study-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The answers of a student who gets the first `right` items right and the others wrong. */
const answers = (student: string, test: StudyTest, right: number): StudyAnswer[] =>
  studyItems(test).map(({ options }, k) => ({
    student,
    test,
    item: k + 1,
    chosen: options.findIndex(({ misconception }) => (misconception === null) === k < right) + 1,
    sure: k % 2 === 0,
  }));

const class_ = [
  ...answers('ann', 'pre', 2),
  ...answers('ann', 'post', 6),
  ...answers('ben', 'pre', 4),
  ...answers('ben', 'post', 5),
  ...answers('cem', 'pre', 3),
  ...answers('cem', 'post', 6),
  ...answers('dora', 'pre', 8),
];

it.each([
  ['', null],
  ['#test=pre', null],
  ['#test=post&score=off', null],
  ['#idea=forget-gate', null],
  ['#study=pre', /^This address names no test and no question: “#study=pre”\. Write #test=pre/],
  ['#test=before', /^There is no test “before”\. Write #test=pre/],
])('an address of the page of questions that names nothing is told: %j', (hash, said) => {
  const sentence = unknownInHash(hash);
  if (said === null) expect(sentence).toBeNull();
  else expect(sentence).toMatch(said);
});

describe('the study kit', () => {
  it('asks about eight ideas, in other forms and with other numbers after than before', () => {
    const [pre, post] = [studyItems('pre'), studyItems('post')];
    expect(pre.map(({ idea }) => idea)).toEqual(post.map(({ idea }) => idea));
    expect(new Set(pre.map(({ idea }) => idea)).size).toBe(8);
    for (const [k, { form, ask }] of pre.entries()) {
      expect(post[k].form).not.toBe(form);
      expect(post[k].ask).not.toBe(ask);
    }
  });

  it('computes the gain and its interval from paired differences', () => {
    // differences 4/8, 1/8, 3/8: mean 1/3, standard deviation √(7/3)/8, t(0.975, 2) = 4.303 (any table of Student’s t)
    const { n, incomplete, pre, post, gain, interval, normalised } = gainOf(class_);
    expect([n, incomplete]).toEqual([3, ['dora']]);
    expect([pre, post, gain]).toEqual([3 / 8, 17 / 24, expect.closeTo(1 / 3, 12)]);
    const margin = (4.303 * Math.sqrt(7 / 3)) / 8 / Math.sqrt(3);
    expect(interval?.[0]).toBeCloseTo(1 / 3 - margin, 4);
    expect(interval?.[1]).toBeCloseTo(1 / 3 + margin, 4);
    expect(normalised).toBeCloseTo(1 / 3 / (5 / 8), 12);
  });

  it.each([
    [1, 12.706],
    [2, 4.303],
    [9, 2.262],
    [29, 2.045],
    [100, 1.984],
  ])('has the quantile of Student’s t with %i degrees of freedom that tables have', (df, quantile) => {
    expect(tQuantile(0.975, df)).toBeCloseTo(quantile, 3);
  });

  it('reads the answers that it writes', () => {
    expect(readAnswers(answersCsv(class_))).toEqual(class_);
  });

  it.each([
    ['student,test,item\nann,pre,1\n', 'The column “chosen” is missing.'],
    ['student,test,item,chosen\nann,pre,1,1\nann,later,1,1\n', 'Row 3 is not an answer'],
    ['student,test,item,chosen\nann,pre,9,1\n', 'Row 2 is not an answer'],
    ['student,test,item,chosen\nann,pre,1,7\n', 'Row 2 is not an answer'],
  ])('says what is wrong with %j', (text, sentence) => {
    expect(readAnswers(text)).toContain(sentence);
  });

  it('prints sheets without and keys with the right answers, and the gain of files', () => {
    const file = join(folder, 'answers.csv');
    writeFileSync(file, answersCsv(class_));
    const [sheet, key, gain] = [
      ['sheet', 'pre'],
      ['key', 'pre'],
      ['gain', file],
    ].map((words) => command('study', words));
    for (const { ask, options } of studyItems('pre')) {
      expect(sheet.out).toContain(ask);
      const right = options.find(({ misconception }) => misconception === null);
      expect(key.out).toContain(`**${right?.text}**`);
    }
    expect(sheet.out.replaceAll(/\*\*\d+\.\*\*/g, '')).not.toContain('**');
    expect(gain.out).toContain('Students with both tests: 3');
    expect(gain.out).toContain('Left out, because an answer is missing: dora');
    expect(gain.out).toMatch(/Gain: 33\.3 points, 95 % interval from -14\.1 to 80\.8/);
  });
});

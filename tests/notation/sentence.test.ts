import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellOf } from '../../src/cell/cell.ts';
import { greff } from '../../src/cells/greff.ts';
import { lstm } from '../../src/cells/lstm.ts';
import { announcementOf } from '../../src/notation/announcement.ts';
import type { Readings } from '../../src/notation/readings.ts';
import { sentenceOf, sentenceProblems, sentenceText } from '../../src/notation/sentence.ts';
import { everyCell, runOf, titleOf } from './support/runs.ts';

test.each(everyCell.map((cell) => [titleOf(cell), cell] as const))('%s can fill every sentence', (_, cell) => {
  expect(sentenceProblems(cell)).toEqual([]);
  const { tape } = runOf(cell);
  for (const { sentence } of cell.stages)
    expect(sentenceText(sentenceOf(sentence, tape, 2, 1))).not.toMatch(/[{}]|NaN|undefined/);
});

test('a sentence that names what the cell lacks is reported', () => {
  const cell = cellOf(lstm);
  const broken = { ...cell, stages: [{ ...cell.stages[0], sentence: 'Unit {unit} {q} {f:shout} {prev.f} {f' }] };
  expect(sentenceProblems(broken)).toEqual([
    'LSTM, forget: a brace is not closed',
    'LSTM, forget: {q} cannot be filled',
    'LSTM, forget: {f:shout} cannot be filled',
    'LSTM, forget: {prev.f} cannot be filled',
  ]);
});

test('without a forget gate there is no forget stage; with the gate held at one the sentence says so', () => {
  expect(cellOf(lstm, { form: 'original' }).stages.map((s) => s.id)).not.toContain('forget');
  const { cell, tape } = runOf(cellOf(greff, { ablation: 'NFG' }));
  const text = sentenceText(sentenceOf(cell.stages[0].sentence, tape, 2, 0));
  expect(text).toContain('100\u202f%');
  expect(text).toContain('everything');
});

describe('the parts', () => {
  const readings: Readings = {
    length: 1,
    values: (slot, t) => (slot === 'f' ? [0.5, 0.92] : t === 0 ? [0, -0.5] : [0, -0.46]),
    read: () => [],
  };

  test('units count from one, values carry their slot', () => {
    expect(sentenceOf('Unit {unit} keeps {f:percent} ({f:amount}) of {prev.C}.', readings, 1, 1)).toEqual([
      { text: 'Unit ', key: null },
      { text: '2', key: null },
      { text: ' keeps ', key: null },
      { text: '92\u202f%', key: 'f' },
      { text: ' (', key: null },
      { text: 'most', key: 'f' },
      { text: ') of ', key: null },
      { text: '−0.50', key: 'prev.C' },
      { text: '.', key: null },
    ]);
  });

  test('with the token that is read, the sentence begins with it', () => {
    const parts = sentenceOf('Unit {unit} keeps {f:percent}.', readings, 1, 1, '“France”');
    expect(sentenceText(parts)).toBe('Reading “France”, unit 2 keeps 92\u202f%.');
    expect(parts[1]).toEqual({ text: '“France”', key: 'x' });
  });

  test('no character between, before or behind values is lost, however few there are', () => {
    const text = (template: string) => sentenceText(sentenceOf(template, readings, 1, 1));
    expect(text('({f} {prev.C}, unit {unit})')).toBe('(0.92 −0.50, unit 2)');
    expect(text('{prev.C}{f}')).toBe('−0.500.92');
  });
});

test('an announcement is one short sentence that names the place and the value just computed', () => {
  const { cell, tape } = runOf(cellOf(lstm));
  const say = (position: number, token = 'e') => announcementOf(cell, tape, { t: 2, position, unit: 0, token });
  expect(say(0)).toBe('Timestep 2 of 5, “e”: the input arrives.');
  expect(say(1)).toMatch(/^Timestep 2 of 5, “e”, forget: forget gate of unit 1 is 0\.\d\d\.$/);
  expect(say(cell.signals.length, ' ')).toMatch(/^Timestep 2 of 5, space, done: hidden state of unit 1 is −?0\.\d+\.$/);
  fc.assert(fc.property(fc.integer({ min: 0, max: 9 }), (position) => say(position).length < 90));
});

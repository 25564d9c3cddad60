import { expect, test } from 'vitest';
import { newRun, type Point, type TrainingRun, withProgress } from '../../../src/store/training/run.ts';
import type { Progress } from '../../../src/training/messages.ts';
import { readSettings } from '../../../src/training/settings.ts';

const read = readSettings({ subject: { kind: 'task', id: 'anbn' } });
if (!read.ok) throw new Error('these settings can be');
const fresh = newRun(1, read.task, read.settings);

const pointsAt = (...updates: number[]): Point[] =>
  updates.map((update) => ({ updates: update, loss: 1 / update, reaches: 0.5, whole: 0.5, gates: [] }));
const after = (run: TrainingRun, measured: readonly Point[]): TrainingRun =>
  withProgress(run, { updates: 0, stopped: null, going: false, measured } as unknown as Progress);
const upTo = (count: number): TrainingRun => after(fresh, pointsAt(...Array.from({ length: count }, (_, k) => k + 1)));
const updatesOf = ({ curve }: TrainingRun): number[] => curve.map(({ updates }) => updates);

test('a curve of up to 400 points is complete', () => {
  expect(updatesOf(upTo(400))).toEqual(Array.from({ length: 400 }, (_, k) => k + 1));
});

test('of more points every second one stays, with the first and the last', () => {
  expect(updatesOf(upTo(401))).toEqual(Array.from({ length: 201 }, (_, k) => 2 * k + 1));
  expect(updatesOf(upTo(402))).toEqual([...Array.from({ length: 201 }, (_, k) => 2 * k + 1), 402]);
});

test('a curve that grows point by point keeps its first and its newest point and is never longer than 400', () => {
  let run = fresh;
  for (let update = 1; update <= 2000; update++) {
    run = after(run, pointsAt(update));
    expect(run.curve.length).toBeLessThanOrEqual(400);
    expect([run.curve[0].updates, run.curve.at(-1)?.updates]).toEqual([1, update]);
  }
  const updates = updatesOf(run);
  expect(updates).toEqual(updates.toSorted((a, b) => a - b));
  expect(run.curve.length).toBeGreaterThan(200);
});

test('points that come anew replace those from the first of them on', () => {
  expect(updatesOf(after(upTo(6), pointsAt(4, 8)))).toEqual([1, 2, 3, 4, 8]);
});

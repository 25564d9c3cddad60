import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createSingle } from '../../src/engine/single/createSingle.ts';
import { loadSingleKernels } from '../../src/engine/single/load.ts';
import { readNumbers } from '../../src/io/numbers.ts';
import { reportText } from '../../src/training/report.ts';
import { training } from '../../src/training/run.ts';
import { readSettings } from '../../src/training/settings.ts';
import { rivalsOf } from '../../src/training/tasks/baseline.ts';
import { ownColumns } from '../../src/training/tasks/ownColumns.ts';

/** Monthly airline passengers (Box & Jenkins, series G), as commonly distributed. */
const read = readNumbers(readFileSync('tests/fixtures/tables/passengers.csv', 'utf8'));
if (read.ok !== true) throw new Error('the table is not read');
const { columns, rows, labels } = read.sequence;
const values = rows.map(([value]) => value);
const table = { columns, rows };

/** Mean squared error of a forecast over the held-out fifth, on the scale of what was trained on. */
function error(entering: readonly number[], forecast: (row: number) => number, first = 0): number {
  const trained = entering.slice(first, 116);
  const mean = trained.reduce((sum, value) => sum + value, 0) / trained.length;
  const variance = trained.reduce((sum, value) => sum + (value - mean) ** 2, 0) / trained.length;
  const held = Array.from({ length: 27 }, (_, k) => (entering[117 + k] - forecast(117 + k)) ** 2);
  return held.reduce((sum, value) => sum + value, 0) / held.length / variance;
}

/** Error of each rival on windows of the whole held-out fifth. */
const rivals = (options: Parameters<typeof ownColumns>[2]) =>
  Object.fromEntries(
    rivalsOf(ownColumns(table, 'Passengers', options), 27, 1, 3).map(({ id, reaches }) => [id, reaches]),
  );

describe('monthly passengers, the last fifth held out', () => {
  test('have their months as labels', () => {
    expect([columns, rows.length, labels?.[0], labels?.[143]]).toEqual([['Passengers'], 144, '1949-01', '1960-12']);
  });

  test('the last value again has an error of 0.2925', () => {
    expect(rivals({}).last).toBeCloseTo(0.2925, 4);
    expect(rivals({})).not.toHaveProperty('season');
  });

  test('the value a season ago is another rival where a season is told', () => {
    expect(rivals({ season: 12 }).season).toBeCloseTo(
      error(values, (row) => values[row - 12]),
      10,
    );
  });

  test('differences and logarithms leave the forecasts what they are', () => {
    const differences = values.map((value, row) => value - values[row - 1]);
    const change = rivals({ season: 12, transform: 'difference' });
    expect(change.last).toBeCloseTo(
      error(differences, () => 0, 1),
      10,
    );
    expect(change.season).toBeCloseTo(
      error(differences, (row) => values[row - 12] - values[row - 1], 1),
      10,
    );
    const logs = values.map(Math.log);
    expect(rivals({ transform: 'log' }).last).toBeCloseTo(
      error(logs, (row) => logs[row - 1]),
      10,
    );
  });

  test('what enters is named, and the value can be made of it again', () => {
    const task = ownColumns(table, 'Passengers', { transform: 'log-difference' });
    expect([task.inputs, task.outputs]).toEqual([['log change of Passengers'], ['log change of Passengers']]);
    expect(task.sentence).toContain('the value is the one before times e to that power');
    const { x } = task.heldOut?.example({ real: () => 0, whole: () => 0 }, 1) ?? { x: [] };
    const { offset, factor } = task.scales?.[0] ?? { offset: 0, factor: 0 };
    expect(values[115] * Math.exp(x[0] * factor + offset)).toBeCloseTo(values[116], 9);
  });

  test('a column without logarithms is refused', () => {
    const zeros = { columns: ['v'], rows: Array.from({ length: 30 }, (_, k) => [k]) };
    expect(() => ownColumns(zeros, 'v', { transform: 'log' })).toThrow(
      /^Row 1 of column “v” is 0, which has no logarithm/,
    );
    expect(() => ownColumns(zeros, 'v', { season: 1 })).toThrow(/^A season is a whole number of rows from 2 to/);
  });

  test('a run that is no better than the last value again says so in its report', async () => {
    const subject = { kind: 'table', columns: [...columns], rows: rows.map((row) => [...row]), column: 'Passengers' };
    const settings = readSettings({ subject: { ...subject, season: 12 }, updates: 20 });
    if (!settings.ok) throw new Error('no settings');
    const kernels = await loadSingleKernels();
    const steps = training(settings.settings, settings.task, (shape) => createSingle(shape, kernels));
    let next = steps.next();
    while (!next.done) next = steps.next();
    const report = reportText(next.value);
    expect(report).toMatch(/The last value again: mean squared error 0\.29\d+: the network is no better/);
    expect(report).toMatch(/The value a season ago: mean squared error 0\.\d+: the network is no better/);
    expect(report).toContain('--table file --column Passengers --season 12');
  });
});

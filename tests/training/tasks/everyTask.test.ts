import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { tokensOf } from '../../../src/io/tokens.ts';
import { randomOf } from '../../../src/training/random.ts';
import type { Example, Task } from '../../../src/training/task.ts';
import { baselineOf } from '../../../src/training/tasks/baseline.ts';
import { taskOf, tasks } from '../../../src/training/tasks/index.ts';
import { cases } from '../../setup/cases.ts';

const examplesOf = (task: Task, level: number, count: number, seed = 7): readonly Example[] => {
  const random = randomOf(seed);
  return Array.from({ length: count }, () => task.example(random, level));
};
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const levelsOf = ({ level }: Task): readonly number[] => [
  ...new Set([level.min, level.shown ?? level.initial, level.initial, level.max]),
];

describe.each(tasks)('$id', (task) => {
  const D = task.inputs.length;
  const drawn = levelsOf(task).flatMap((level) => examplesOf(task, level, cases(20)));

  test('is the same example for the same seed, and others for others', () => {
    const { initial } = task.level;
    expect(examplesOf(task, initial, 5, 3)).toEqual(examplesOf(task, initial, 5, 3));
    const seeds = Array.from({ length: 40 }, (_, seed) => examplesOf(task, initial, 9, seed));
    expect(new Set(seeds.map((examples) => JSON.stringify(examples))).size).toBe(40);
  });

  test('has a level within its bounds, a sentence, and distinct names', () => {
    const { min, max, initial, shown = initial } = task.level;
    for (const level of [min, max, initial, shown]) expect(Number.isInteger(level)).toBe(true);
    expect(Math.min(initial, shown)).toBeGreaterThanOrEqual(min);
    expect(Math.max(initial, shown)).toBeLessThanOrEqual(max);
    expect(task.sentence).toMatch(/^[A-Z].*\.$/);
    for (const names of [task.inputs, task.outputs, task.tracks.map(({ id }) => id)])
      expect(new Set(names).size).toBe(names.length);
  });

  test('asks the same of a sequence that is only read, as far as what was read decides it', () => {
    const next = ['next-character', 'sines', 'noisy'].includes(task.id);
    const at = levelsOf(task).flatMap((level) =>
      examplesOf(task, level, cases(20)).map((example) => ({ example, level })),
    );
    for (const { example, level } of at) {
      const { targets, determined, tokens } = example;
      const asked = task.asked?.(example, level);
      if (!asked) throw new Error('every task tells what it asks');
      expect(asked.targets).toHaveLength(tokens.length);
      for (const [t, target] of asked.targets.entries()) {
        if (target !== null) expect(target).toBe(targets[t]);
        const counts = targets[t] !== null && (determined?.[t] ?? true);
        if (counts && !(next && t === tokens.length - 1)) expect(target).toBe(targets[t]);
      }
    }
  });

  test('asks for what its outputs can say, and counts only what it asks', () => {
    for (const { tokens, targets, determined } of drawn) {
      expect(targets).toHaveLength(tokens.length);
      for (const target of targets) {
        if (target === null) continue;
        if (task.asks === 'class') expect(task.outputs[target]).toBeDefined();
        else expect(Number.isFinite(target)).toBe(true);
      }
      const counts = targets.map((target, t) => target !== null && (determined?.[t] ?? true));
      expect(counts).toContain(true);
      if (determined) expect(determined).toEqual(counts);
    }
    if (task.asks === 'value') expect(task.outputs).toHaveLength(1);
  });

  test('records each of its tracks at every timestep', () => {
    const ids = task.tracks.map(({ id }) => id).toSorted();
    for (const { tokens, tracks } of drawn) {
      expect(Object.keys(tracks).toSorted()).toEqual(ids);
      for (const values of Object.values(tracks)) {
        expect(values).toHaveLength(tokens.length);
        expect(values.every((value) => Number.isFinite(value) || Number.isNaN(value))).toBe(true);
      }
    }
    for (const id of ids)
      expect(new Set(drawn.flatMap(({ tracks }) => tracks[id]).filter(Number.isFinite)).size, id).toBeGreaterThan(1);
  });

  test('reads finite numbers, D a timestep; symbols one-hot, as the page would cut and encode them', () => {
    const unit = task.inputs.every((name) => Array.from(name).length === 1) ? 'characters' : 'words';
    for (const { x, tokens } of drawn) {
      expect(x).toHaveLength(tokens.length * D);
      expect(x.every(Number.isFinite)).toBe(true);
      if (!task.symbols) continue;
      expect(tokensOf(tokens.join(unit === 'words' ? ' ' : ''), unit)).toEqual(tokens);
      const rows = tokens.map((_, t) => [...x.slice(t * D, (t + 1) * D)]);
      expect(rows).toEqual(tokens.map((token) => task.inputs.map((name) => (name === token ? 1 : 0))));
    }
  });
});

/** Quantity of an example that grows with the level, by task; its length by default. */
const difficulty: Readonly<Record<string, (example: Example) => number>> = {
  sines: ({ tracks }) => Object.values(tracks).filter((values) => Number.isFinite(values[0])).length,
  noisy: ({ tracks }) => Math.max(...tracks.noise.map(Math.abs)),
  brackets: ({ tracks }) => Math.max(...tracks.depth),
};

test.each(tasks)('a higher level of $id is harder', (task) => {
  const { min, max } = task.level;
  const steps = Math.min(5, max - min);
  const levels = Array.from({ length: steps + 1 }, (_, k) => Math.round(min + ((max - min) * k) / steps));
  const measure = difficulty[task.id] ?? (({ tokens }: Example) => tokens.length);
  const hard = levels.map((level) => mean(examplesOf(task, level, 300).map(measure)));
  for (let k = 1; k < hard.length; k++) expect(hard[k]).toBeGreaterThan(hard[k - 1]);
});

/** Highest accuracy by chance: of a constant answer, or of the best answer to the current symbol alone. */
const chance: Readonly<Record<string, { constant: number; present: number }>> = {
  'remember-first': { constant: 0.3, present: 0.3 },
  copy: { constant: 0.3, present: 0.3 },
  parity: { constant: 0.55, present: 0.6 },
  brackets: { constant: 0.6, present: 0.65 },
  reber: { constant: 0.55, present: 0.55 },
  'agreement-near': { constant: 0.3, present: 0.35 },
  'agreement-far': { constant: 0.3, present: 0.3 },
  'next-character': { constant: 0.25, present: 0.5 },
};

describe.each(Object.keys(chance))('%s', (id) => {
  const task = taskOf(id) as Task;
  test('cannot be guessed', () => {
    expect(baselineOf(task, task.level.initial, 11, 1000).reaches).toBeLessThan(chance[id].constant);
  });
  test('cannot be answered from the present token alone', () => {
    const counts = new Map<string, number[]>();
    for (const { tokens, targets, determined } of examplesOf(task, task.level.initial, 1000, 12))
      for (const [t, target] of targets.entries()) {
        if (target === null || determined?.[t] === false) continue;
        const of = counts.get(tokens[t]) ?? task.outputs.map(() => 0);
        of[target]++;
        counts.set(tokens[t], of);
      }
    const all = [...counts.values()];
    const right = all.map((of) => Math.max(...of)).reduce((sum, count) => sum + count, 0);
    expect(right / all.flat().reduce((sum, count) => sum + count, 0)).toBeLessThan(chance[id].present);
  });
});

test('the baseline of a count never gets a whole string right, though most of its letters', () => {
  for (const id of ['anbn', 'anbncn']) {
    const { reaches, whole } = baselineOf(taskOf(id) as Task, 10, 3, 500);
    expect(reaches).toBeGreaterThan(0.45);
    expect(whole).toBe(0);
  }
});

test('the baseline of the adding problem is the published one: always 1, mean squared error 1/6', () => {
  const { guess, reaches } = baselineOf(taskOf('adding') as Task, 20, 1, 20_000);
  expect(guess).toBeCloseTo(1, 1);
  expect(Math.abs(reaches - 1 / 6)).toBeLessThan(0.005);
});

/** Frozen: a report names its examples by task and seed, so the examples of a published task never change. */
const frozen: Readonly<Record<string, string>> = {
  'remember-first': 'fe56060b46d4',
  anbn: '114f3d8a0a30',
  anbncn: '73fba9f6a2d8',
  brackets: 'b43607bf6e32',
  parity: 'f46fd5776d17',
  copy: '4450b4b1251d',
  adding: '4482c9dfa1fd',
  reber: 'e784569274cd',
  'agreement-near': '62835cccfae3',
  'agreement-far': '0253184c89d8',
  'next-character': '859fbd312936',
  sines: '8166fe880603',
  noisy: 'ba2037c4d5ae',
};

test.each(tasks)('the examples of $id are those that reports rely on, on every machine', (task) => {
  const text = JSON.stringify(examplesOf(task, task.level.initial, 5, 1).map(({ x, ...rest }) => [...x, rest]));
  expect(createHash('sha256').update(text).digest('hex').slice(0, 12)).toBe(frozen[task.id]);
});

test('ids are distinct', () => {
  expect(new Set(tasks.map(({ id }) => id)).size).toBe(tasks.length);
  expect(taskOf('no such task')).toBeUndefined();
});

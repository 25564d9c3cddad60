import { describe, expect, it } from 'vitest';
import { headBackward, headForward } from '../../src/engine/head.ts';
import { createSingle } from '../../src/engine/single/createSingle.ts';
import { loadSingleKernels } from '../../src/engine/single/load.ts';
import { plainKernels } from '../../src/engine/single/plain.ts';
import { runStack } from '../../src/engine/stack.ts';
import { runStackBackward } from '../../src/engine/stackBackward.ts';
import { drawn, narrowed } from '../../src/training/batch.ts';
import { measured } from '../../src/training/evaluation.ts';
import { programsOf } from '../../src/training/network.ts';
import { randomOf } from '../../src/training/random.ts';
import { readSettings, type Settings } from '../../src/training/settings.ts';
import type { Task } from '../../src/training/task.ts';
import { createTrainer, heldOutSeed, type Trainer } from '../../src/training/trainer.ts';
import { arraysOf } from '../../src/training/weights.ts';

function checked(task: string, given: Partial<Settings> = {}): { settings: Settings; task: Task } {
  const read = readSettings({ subject: { kind: 'task', id: task }, ...given });
  if (!read.ok) throw new Error(JSON.stringify(read.wrong));
  return read;
}

function trainerOf(task: string, given: Partial<Settings> = {}, kernels = plainKernels): Trainer {
  const { settings, task: learned } = checked(task, given);
  return createTrainer(settings, learned, (shape) => createSingle(shape, kernels));
}

const run = (trainer: Trainer, updates: number) => Array.from({ length: updates }, () => trainer.update());
const weightsOf = (trainer: Trainer) => arraysOf(trainer.network());

/** The mean cross-entropy of a batch and the norm of its gradient, sequence by sequence in float64 and with Math. */
function oracle(trainer: Trainer, task: Task): { loss: number; norm: number } {
  const { settings, architecture } = trainer;
  const network = trainer.network();
  const { outputs: K } = architecture;
  const examples = drawn(task, settings.level, randomOf(settings.seed), settings.batch);
  const asked = examples.flatMap(({ targets }) => targets.filter((target) => target !== null)).length;
  const layers = programsOf(architecture).map((program, k) => [{ program, parameters: network.layers[k] }]);
  const sums = arraysOf({
    layers: network.layers.map((layer) =>
      Object.fromEntries(Object.entries(layer).map(([n, w]) => [n, w.map(() => 0)])),
    ),
    head: { W: network.head.W.map(() => 0), b: network.head.b.map(() => 0) },
  });
  let loss = 0;
  for (const { x, targets } of examples) {
    const forward = runStack(layers, x);
    const y = headForward(network.head, forward.output);
    const dy = new Float64Array(y.length);
    for (const [t, target] of targets.entries()) {
      if (target === null) continue;
      const powers = Array.from(y.subarray(t * K, (t + 1) * K), Math.exp);
      const sum = powers.reduce((a, b) => a + b);
      loss -= Math.log(powers[target] / sum) / asked;
      for (let k = 0; k < K; k++) dy[t * K + k] = (powers[k] / sum - (k === target ? 1 : 0)) / asked;
    }
    const head = headBackward(network.head, forward.output, dy);
    const back = runStackBackward(forward, { output: head.h }, { window: settings.window ?? undefined });
    const one = arraysOf({ layers: back.layers.map(([{ parameters }]) => parameters), head });
    for (const [name, values] of Object.entries(sums))
      for (let k = 0; k < values.length; k++) values[k] += one[name][k];
  }
  const squares = Object.values(sums).flatMap((values) => [...values].map((value) => value * value));
  return { loss, norm: Math.sqrt(squares.reduce((a, b) => a + b)) };
}

describe('an update', () => {
  it.each([
    ['sequences of many lengths', 'anbn', { H: 5, layers: 2, batch: 6 }],
    ['answers at the end alone', 'remember-first', { H: 4, level: 5, batch: 3 }],
    ['a truncated gradient', 'brackets', { H: 6, window: 4, batch: 5, cell: 'gru' }],
    ['the last answer of each', 'anbn', { H: 3, asked: 'last' as const, batch: 4, cell: 'peephole' }],
  ])('has the loss and gradient that float64 has, sequence by sequence: %s', (_, id, given) => {
    const trainer = trainerOf(id, given);
    const expected = oracle(trainer, narrowed(trainer.task, trainer.settings.asked));
    const update = trainer.update();
    expect(update?.loss).toBeCloseTo(expected.loss, 5);
    expect(update?.norm).toBeCloseTo(expected.norm, 5);
  });
  it('moves the weights in float64, so that steps too small for float32 add up', () => {
    const trainer = trainerOf('anbn', { H: 2, batch: 2, rate: 0.000001 });
    const before = weightsOf(trainer);
    trainer.update();
    const after = weightsOf(trainer);
    const moved = Object.keys(before).flatMap((name) => [
      ...after[name].map((value, k) => Math.abs(value - before[name][k])),
    ]);
    expect(Math.max(...moved)).toBeLessThan(1.1e-6);
    expect(moved.filter((distance) => distance > 0.9e-6).length).toBeGreaterThan(moved.length / 2);
  });
});

describe('a run', () => {
  it('learns: an LSTM remembers the first symbol, a guess without memory gets a quarter right', () => {
    const trainer = trainerOf('remember-first', { level: 8, H: 16 });
    expect(trainer.evaluate(200).reaches).toBeLessThan(0.5);
    run(trainer, 250);
    expect(trainer.evaluate(200)).toMatchObject({ reaches: 1, whole: 1 });
  });
  it('learns a number: the error of the adding problem falls far below that of a constant', () => {
    const trainer = trainerOf('adding', { level: 4, H: 8, cell: 'gru', rate: 0.01 });
    run(trainer, 300);
    expect(trainer.evaluate(200).reaches).toBeLessThan(0.02);
  });
  it('is the same again, and another with another seed', () => {
    const one = trainerOf('copy', { H: 4 });
    const same = trainerOf('copy', { H: 4 });
    const other = trainerOf('copy', { H: 4, seed: 2 });
    expect(run(one, 5)).toEqual(run(same, 5));
    expect(weightsOf(one)).toEqual(weightsOf(same));
    expect(run(other, 1)).not.toEqual(run(trainerOf('copy', { H: 4 }), 1));
  });
  it('is the same with and without WebAssembly', async () => {
    const kernels = await loadSingleKernels();
    expect(kernels.kind).toBe('wasm');
    const one = trainerOf('reber', { H: 6, cell: 'coupled' }, kernels);
    const same = trainerOf('reber', { H: 6, cell: 'coupled' });
    expect(run(one, 5)).toEqual(run(same, 5));
    expect(weightsOf(one)).toEqual(weightsOf(same));
  });
  it('is not changed by being watched', () => {
    const watched = trainerOf('anbn', { H: 3 });
    const alone = trainerOf('anbn', { H: 3 });
    run(watched, 2);
    watched.evaluate(50);
    run(watched, 2);
    run(alone, 4);
    expect(weightsOf(watched)).toEqual(weightsOf(alone));
  });
  it('goes on from a snapshot as if it had never stopped', () => {
    const whole = trainerOf('anbn', { H: 3, batch: 4 });
    run(whole, 3);
    const snapshot = structuredClone(whole.snapshot());
    const rest = run(whole, 3);
    const restored = trainerOf('anbn', { H: 3, batch: 4 });
    restored.restore(snapshot);
    expect(run(restored, 3)).toEqual(rest);
    expect(weightsOf(restored)).toEqual(weightsOf(whole));
    expect(whole.snapshot()).not.toEqual(snapshot);
  });
});

describe('what is measured', () => {
  it('is what float64 measures on the same held-out sequences', () => {
    const trainer = trainerOf('anbn', { H: 4, batch: 7 });
    run(trainer, 60);
    const { settings, architecture, task } = trainer;
    const exact = measured(architecture, trainer.network(), task, settings.level, heldOutSeed(settings.seed), 50);
    const watched = trainer.evaluate(50);
    expect(watched.loss).toBeCloseTo(exact.loss, 5);
    expect(watched.reaches).toBe(exact.reaches);
    expect(watched.whole).toBe(exact.whole);
  });
  it('is the held-out part of a task that has one', () => {
    const text = 'abcdefghij'.repeat(8) + 'a'.repeat(20);
    const read = readSettings({ subject: { kind: 'text', text, window: 5 }, H: 12, rate: 0.03 });
    if (!read.ok) throw new Error(read.wrong[0].sentence);
    const trainer = createTrainer(read.settings, read.task, createSingle);
    const last = run(trainer, 150)[149];
    expect(last?.reaches).toBeGreaterThan(0.95);
    expect(trainer.evaluate(100).reaches).toBeLessThan(0.05);
  });
});

describe('a change while it runs', () => {
  it('of H keeps the weights of the units that stay, and draws those of the new from the seed', () => {
    const trainer = trainerOf('anbn', { H: 3, layers: 2 });
    run(trainer, 4);
    const before = weightsOf(trainer);
    trainer.change({ H: 5 });
    const grown = weightsOf(trainer);
    const fresh = weightsOf(trainerOf('anbn', { H: 5, layers: 2 }));
    for (const [name, columns, small] of [
      ['1.W_f', 2, 2],
      ['2.W_f', 5, 3],
      ['1.U_C', 5, 3],
      ['2.b_o', 1, 1],
    ] as const)
      for (let k = 0; k < grown[name].length; k++) {
        const [r, c] = [Math.floor(k / columns), k % columns];
        const expected = r < 3 && c < small ? before[name][r * small + c] : fresh[name][k];
        expect(grown[name][k]).toBe(expected);
      }
    expect([...grown['head.W']].filter((_, k) => k % 5 < 3)).toEqual([...before['head.W']]);
    expect(trainer.updates).toBe(4);
    expect(trainer.update()?.update).toBe(5);
    trainer.change({ H: 2 });
    expect(trainer.update()?.update).toBe(6);
  });
  it('of H there and back makes no other numbers of what was kept', () => {
    const trainer = trainerOf('anbn', { H: 3 });
    run(trainer, 4);
    const before = weightsOf(trainer);
    trainer.change({ H: 6 });
    trainer.change({ H: 3 });
    expect(weightsOf(trainer)).toEqual(before);
    const [moments, alone] = [trainer.snapshot().moments, trainerOf('anbn', { H: 3 })];
    run(alone, 4);
    expect(moments).toEqual(alone.snapshot().moments);
  });
  it('of learning rate, batch and level holds from the next update on', () => {
    const trainer = trainerOf('anbn', { H: 3, batch: 4, level: 4 });
    run(trainer, 2);
    trainer.change({ rate: 0.5, batch: 9, level: 30 });
    expect(trainer.settings).toMatchObject({ rate: 0.5, batch: 9, level: 30 });
    expect(trainer.update()?.update).toBe(3);
  });
  it('out of bounds gets a sentence and changes nothing', () => {
    const trainer = trainerOf('anbn', { H: 3 });
    expect(() => trainer.change({ rate: 1e9 })).toThrow('Learning rate 1000000000 is too large: choose 0.000001 to 10');
    expect(trainer.settings.rate).toBe(0.005);
  });
});

describe('a run that diverges', () => {
  const wild = {
    H: 4,
    optimiser: 'sgd',
    rate: 10,
    clipNorm: null,
    cell: 'rnn',
    options: { activation: 'relu' },
  } as const;
  it('stops with the reason and keeps the last weights with a finite loss', () => {
    const trainer = trainerOf('adding', wild);
    for (let k = 0; k < 200 && trainer.update(); k++);
    expect(trainer.stopped).toMatch(
      /^After update \d+ the (loss|gradient) is no longer a finite number, .* These are the last weights with a finite loss\. Choose .* smaller than 10/,
    );
    expect(Object.values(weightsOf(trainer)).every((values) => values.every(Number.isFinite))).toBe(true);
    expect(Number.isFinite(trainer.evaluate(50).loss)).toBe(true);
    expect(trainer.update()).toBeNull();
  });
  it('goes back to the weights that did best on held-out sequences, and says from when they are', () => {
    const trainer = trainerOf('adding', { ...wild, rate: 0.05 });
    const measuredAt: { updates: number; loss: number; weights: ReturnType<typeof weightsOf> }[] = [];
    const measure = () =>
      measuredAt.push({
        updates: trainer.updates,
        loss: trainer.evaluate(50).loss,
        weights: weightsOf(trainer),
      });
    for (let k = 0; k < 5; k++) {
      measure();
      run(trainer, 4);
    }
    trainer.change({ rate: 10 });
    for (let k = 0; k < 200 && trainer.update(); k++) if (k % 2 === 1) measure();
    const [best] = measuredAt.toSorted((a, b) => a.loss - b.loss);
    expect(best.updates).toBeGreaterThan(0);
    expect(trainer.stopped).toContain(
      `These are the weights after update ${best.updates}, the best on held-out sequences.`,
    );
    expect(weightsOf(trainer)).toEqual(best.weights);
    expect(trainer.evaluate(50).loss).toBe(best.loss);
    expect(trainer.snapshot().moments.steps).toBe(0);
  });
  it('goes back to them after a restart, and on from them with the same numbers', () => {
    const whole = trainerOf('adding', { ...wild, rate: 0.05 });
    run(whole, 4);
    whole.evaluate(50);
    run(whole, 4);
    const restored = trainerOf('adding', wild);
    restored.restore(structuredClone(whole.snapshot()));
    const rest = [whole, restored].map((trainer) => {
      trainer.change({ rate: 10 });
      for (let k = 0; k < 200 && trainer.update(); k++);
      const { stopped } = trainer;
      trainer.change({ rate: 0.01, clipNorm: 1 });
      return [stopped, weightsOf(trainer), run(trainer, 3), weightsOf(trainer)];
    });
    expect(rest[1]).toEqual(rest[0]);
    expect(rest[0][0]).toContain('These are the weights after update 4,');
  });
  it.each([{ H: 6 }, { level: 9 }, { asked: 'last' as const }])(
    'forgets the best of another question: %j',
    (change) => {
      const trainer = trainerOf('adding', wild);
      trainer.evaluate(50);
      trainer.change({ batch: 16, rate: 9 });
      expect(trainer.snapshot().best?.updates).toBe(0);
      trainer.change(change);
      expect(trainer.snapshot().best).toBeNull();
    },
  );
  it('goes on once the learning rate is smaller', () => {
    const trainer = trainerOf('adding', wild);
    for (let k = 0; k < 200 && trainer.update(); k++);
    trainer.change({ rate: 0.000001, clipNorm: 1 });
    expect(trainer.stopped).toBeNull();
    expect(trainer.update()).not.toBeNull();
  });
});

it('a run that would need too much memory gets a sentence', () => {
  const trainer = trainerOf('anbncn', { H: 64, layers: 3, batch: 256, level: 100 });
  expect(() => trainer.update()).toThrow('choose a smaller batch, fewer units or a lower level');
});

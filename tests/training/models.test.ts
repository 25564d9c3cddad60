import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { headForward } from '../../src/engine/head.ts';
import { createSingle } from '../../src/engine/single/createSingle.ts';
import { loadSingleKernels } from '../../src/engine/single/load.ts';
import { runStack } from '../../src/engine/stack.ts';
import { architectureOf, type Model, modelText, networkOf, readModel } from '../../src/training/modelFile.ts';
import { programsOf } from '../../src/training/network.ts';
import { randomOf } from '../../src/training/random.ts';
import { training } from '../../src/training/run.ts';
import { readSettings } from '../../src/training/settings.ts';
import { taskOf } from '../../src/training/tasks/index.ts';

const folder = new URL('../../models/', import.meta.url);
const textOf = (name: string): string => readFileSync(new URL(`${name}.json`, folder), 'utf8');
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.replace('.json', ''));

/** Recounts sequence by sequence: the share of right answers among those that count, or the mean squared error. */
function countedAgain(model: Model): { reaches: number; whole: number; chance: number } {
  const { task: learned, settings, measured } = model;
  const task = taskOf(learned.id);
  if (!task) throw new Error(`there is no task ${learned.id}`);
  const network = networkOf(model);
  const layers = programsOf(architectureOf(model)).map((program, k) => [{ program, parameters: network.layers[k] }]);
  const random = randomOf(measured.seed);
  const sums = { right: 0, count: 0, whole: 0, guessed: 0 };
  for (let n = 0; n < measured.sequences; n++) {
    const { x, targets, determined } = (task.heldOut ?? task).example(random, settings.level);
    const y = headForward(network.head, runStack(layers, x).output);
    const K = learned.outputs.length;
    let mistakes = 0;
    for (const [t, target] of targets.entries()) {
      if (target === null || determined?.[t] === false) continue;
      const row = [...y.subarray(t * K, (t + 1) * K)];
      sums.count++;
      if (learned.asks === 'value') {
        sums.right += (row[0] - target) ** 2;
        sums.guessed += (measured.chance.guess - target) ** 2;
        mistakes++;
      } else {
        const right = row.every((value) => value <= row[target]);
        sums.right += right ? 1 : 0;
        sums.guessed += measured.chance.guess === target ? 1 : 0;
        mistakes += right ? 0 : 1;
      }
    }
    if (mistakes === 0) sums.whole++;
  }
  return {
    reaches: sums.right / sums.count,
    whole: sums.whole / measured.sequences,
    chance: sums.guessed / sums.count,
  };
}

it('thirteen tasks have a model of each of five cells', () => expect(names).toHaveLength(65));

describe('the accuracy in a shipped file is what its weights reach on the sequences it names', () => {
  it.each(['remember-first-rnn', 'remember-first-lstm', 'anbn-peephole', 'adding-gru', 'next-character-coupled'])(
    '%s',
    (name) => {
      const model = readModel(textOf(name));
      const again = countedAgain(model);
      expect(again.reaches).toBeCloseTo(model.measured.reaches, 12);
      expect(again.whole).toBeCloseTo(model.measured.whole, 12);
      expect(again.chance).toBeCloseTo(model.measured.chance.reaches, 12);
    },
  );
});

describe('a shipped file', () => {
  it.each(names)('%s is read, and its cell beats chance or fails as the table says', (name) => {
    const model = readModel(textOf(name));
    expect(modelText(model)).toBe(textOf(name));
    const { reaches, chance } = model.measured;
    const share = (value: number): string =>
      model.task.asks === 'class' ? `${(100 * value).toFixed(1)} %` : String(Number(value.toPrecision(3)));
    const row = readFileSync(new URL('README.md', folder), 'utf8')
      .split('\n')
      .find((line) => line.startsWith(`| ${model.task.title} |`));
    expect(row).toContain(share(reaches));
    expect(row).toContain(share(chance.reaches));
  });
});

it('one that is trained again has the same bytes', async () => {
  const name = 'parity-coupled';
  const { settings } = readModel(textOf(name));
  const read = readSettings({ ...settings, subject: { kind: 'task', id: 'parity' } });
  if (!read.ok) throw new Error(read.wrong[0].sentence);
  const kernels = await loadSingleKernels();
  const run = training(read.settings, read.task, (shape) => createSingle(shape, kernels));
  let next = run.next();
  while (!next.done) next = run.next();
  expect(modelText(next.value)).toBe(textOf(name));
});

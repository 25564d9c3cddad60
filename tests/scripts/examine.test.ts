import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { examine } from '../../scripts/examine/examine.ts';
import { createSingle } from '../../src/engine/single/createSingle.ts';
import { plainKernels } from '../../src/engine/single/plain.ts';
import { modelText } from '../../src/training/modelFile.ts';
import { training } from '../../src/training/run.ts';
import { readSettings } from '../../src/training/settings.ts';
import { command } from '../setup/command.ts';
import { examined } from '../setup/examined.ts';

const folder = mkdtempSync(join(tmpdir(), 'gatescope-examine-'));
afterAll(() => rmSync(folder, { recursive: true }));
const written = (name: string, text: string): string => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
};

/** File of a model that has hardly learned anything. */
function modelOf(name: string, given: object): string {
  const read = readSettings({ updates: 1, ...given });
  if (!read.ok) throw new Error(read.wrong[0].sentence);
  const steps = training(read.settings, read.task, (shape) => createSingle(shape, plainKernels));
  for (;;) {
    const { done, value } = steps.next();
    if (done) return written(name, modelText(value));
  }
}

interface Step {
  readonly token: string;
  readonly previous: Readonly<Record<string, readonly number[]>>;
  readonly signals: Readonly<Record<string, readonly number[]>>;
  readonly outputs: readonly { readonly value: number; readonly probability: number; readonly name: string }[];
  readonly answer: string;
}
const stepsOf = async (...given: string[]): Promise<readonly Step[]> =>
  (await examined<{ timesteps: readonly Step[] }>('values', ...given)).timesteps;

describe('npm run examine', () => {
  it('prints the same of a model file, of its preset and of a link to that', async () => {
    const model = await stepsOf('--model', 'models/anbn-lstm.json');
    expect(model).toHaveLength(22);
    expect(await stepsOf('--preset', 'trained-anbn-lstm')).toEqual(model);
    const address = 'https://somewhere.example/page/index.html#v=1&preset=trained-anbn-lstm&t=3';
    expect(await stepsOf('--link', address)).toEqual(model);
  });

  it('prints values that the equations of an LSTM and the weights of its file give', async () => {
    const { weights } = JSON.parse(readFileSync('models/anbn-lstm.json', 'utf8'));
    const [w] = weights.layers;
    const sum = (matrix: readonly number[], vector: readonly number[], row: number): number =>
      vector.reduce((all, value, k) => all + matrix[row * vector.length + k] * value, 0);
    const logistic = (v: number): number => 1 / (1 + Math.exp(-v));
    const steps = await stepsOf('--model', 'models/anbn-lstm.json', '--sequence', 'aab');
    expect(steps.map(({ token }) => token)).toEqual(['a', 'a', 'b']);
    let h = [0, 0, 0, 0];
    let C = [0, 0, 0, 0];
    for (const { token, previous, signals, outputs, answer } of steps) {
      expect(previous).toEqual({ C, h });
      const x = [Number(token === 'a'), Number(token === 'b')];
      const layer = (name: string): number[] =>
        w[`b_${name}`].map((b: number, u: number) => sum(w[`W_${name}`], x, u) + sum(w[`U_${name}`], h, u) + b);
      const [f, i, o] = ['f', 'i', 'o'].map((name) => layer(name).map(logistic));
      const content = layer('C').map(Math.tanh);
      const cell = C.map((value, u) => f[u] * value + i[u] * content[u]);
      const hidden = cell.map((value, u) => o[u] * Math.tanh(value));
      for (const [id, expected] of Object.entries({ f, i, o, C: cell, h: hidden, candidate: content }))
        for (const [u, value] of signals[id].entries()) expect(value, `${id} ${u}`).toBeCloseTo(expected[u], 12);
      h = [...signals.h];
      C = [...signals.C];
      const y: number[] = weights.head.b.map((b: number, k: number) => sum(weights.head.W, h, k) + b);
      const all = y.reduce((total, value) => total + Math.exp(value), 0);
      for (const [k, { value, probability }] of outputs.entries()) {
        expect(value).toBeCloseTo(y[k], 12);
        expect(probability).toBeCloseTo(Math.exp(y[k]) / all, 12);
      }
      expect(answer).toBe(outputs[y.indexOf(Math.max(...y))].name);
    }
  });

  it('prints occlusions that are what the answer loses when an input is read as zeros', async () => {
    const model = ['--model', 'models/adding-gru.json', '--sequence'];
    const rows = ['0.3,1', '0.9,0', '0.5,1', '0.2,0'];
    const without = (at: number): string => rows.map((row, k) => (k === at ? '0,0' : row)).join(';');
    const answer = async (sequence: string): Promise<number> => (await stepsOf(...model, sequence))[3].outputs[0].value;
    const found = await examined<{ occlusion: number[]; value: number }>('inputs', ...model, rows.join(';'));
    expect(found.value).toBe(await answer(rows.join(';')));
    for (const k of rows.keys()) expect(found.occlusion[k]).toBeCloseTo(found.value - (await answer(without(k))), 12);
    expect(Math.max(...found.occlusion.map(Math.abs))).toBeGreaterThan(1e-3);
  });

  it('prints derivatives that finite differences of the sequence give', async () => {
    const given = ['--model', 'models/sines-lstm.json', '--sequence'];
    const rows = [0.1, 0.4, 0.6, 0.5];
    const L = async (by: number): Promise<number> => {
      const moved = rows.map((value, k) => (k === 1 ? value + by : value));
      return (await stepsOf(...given, moved.join(';')))[3].outputs[0].value;
    };
    const { timesteps } = await examined<{ timesteps: readonly Step[] }>('derivatives', ...given, rows.join(';'));
    const [derivative] = timesteps[1].signals.x;
    expect(derivative).toBeCloseTo(((await L(1e-5)) - (await L(-1e-5))) / 2e-5, 8);
    expect(Math.abs(derivative)).toBeGreaterThan(1e-3);
  });

  it('prints the summands of a forget gate, of its derivative and of an output, as the weights of the file give them', async () => {
    const given = ['--model', 'models/anbn-lstm.json', '--timestep', '3', '--output', 'b'];
    const of = ['--signal', 'f', '--unit', '2'];
    interface Sum {
      readonly value: number;
    }
    interface Why {
      readonly value: { products: (Sum & { weight: Sum; input: Sum })[]; bias: Sum; preActivation: Sum; result: Sum };
      readonly gradient: { uses: Sum[]; total: Sum };
      readonly votes: { kept: (Sum & { unit: number })[]; fixed: Sum; total: Sum };
    }
    const { value, gradient, votes } = await examined<Why>('why', ...given, ...of);
    const [step] = await stepsOf(...given.slice(0, 4));
    const { weights } = JSON.parse(readFileSync('models/anbn-lstm.json', 'utf8'));
    const [{ W_f, U_f, b_f }] = weights.layers;
    const inputs = [...step.signals.x, ...step.previous.h];
    const row = [...W_f.slice(2, 4), ...U_f.slice(4, 8)];
    const sorted = (numbers: readonly number[]): number[] => numbers.map(Number).toSorted((a, b) => a - b);
    expect(sorted(value.products.map((one) => one.value))).toEqual(sorted(inputs.map((x, k) => row[k] * x)));
    expect(value.bias.value).toBe(b_f[1]);
    const z = inputs.reduce((sum, x, k) => sum + row[k] * x, b_f[1]);
    expect(value.preActivation.value).toBeCloseTo(z, 12);
    expect(value.result.value).toBeCloseTo(1 / (1 + Math.exp(-z)), 12);

    const { timesteps } = await examined<{ timesteps: readonly Step[] }>('derivatives', ...given);
    expect(gradient.uses.reduce((sum, use) => sum + use.value, 0)).toBeCloseTo(timesteps[0].signals.f[1], 15);
    expect(Math.abs(gradient.total.value)).toBeGreaterThan(1e-4);

    const W: readonly number[] = weights.head.W.slice(4, 8);
    expect(sorted(votes.kept.map((one) => one.value))).toEqual(sorted(step.signals.h.map((h, k) => W[k] * h)));
    expect(votes.total.value).toBe(step.outputs[1].value);
  });

  it('searches the units at the level of training, or of the task that is named', async () => {
    const trained = await examined('units', '--model', 'models/parity-lstm.json');
    expect(trained).toMatchObject({ task: 'parity', level: 20, levelOfTraining: true, sequences: 200 });
    const other = ['--task', 'agreement-near', '--track', 'cats'];
    const named = await examined('units', '--preset', 'trained-agreement-far-rnn', ...other);
    expect(named).toMatchObject({ task: 'agreement-near', track: 'cats', levelOfTraining: false });
  });

  it('takes a model of several layers, one at a time', async () => {
    const model = modelOf('two.json', { subject: { kind: 'task', id: 'anbn' }, layers: 2, H: 3 });
    const [lower, upper] = await Promise.all(
      ['1', '2'].map((layer) => stepsOf('--model', model, '--layer', layer, '--sequence', 'aabb')),
    );
    expect(upper.map(({ signals }) => signals.x)).toEqual(lower.map(({ signals }) => signals.h));
    expect([lower, upper].map(([first]) => 'answer' in first)).toEqual([false, true]);
  });

  it('takes a model of own data, with the data where they are needed', async () => {
    const text = 'the cat sat. '.repeat(30);
    const [file, other] = [written('text.txt', text), written('other.txt', 'to be or not to be. '.repeat(20))];
    const model = ['--model', modelOf('own.json', { subject: { kind: 'text', text, window: 9 }, level: 9 })];
    expect(await examined('units', ...model, '--text', file)).toMatchObject({ level: 9, track: 'sentence' });
    expect(await stepsOf(...model, '--sequence', 'cat')).toHaveLength(3);
    await expect(examine(['units', ...model])).rejects.toThrow(
      /name the data of your own model with --text or --table\.$/,
    );
    await expect(examine(['units', ...model, '--text', other])).rejects.toThrow(/^The model was trained on other data/);
    await expect(examine(['values', ...model, '--table', file])).rejects.toThrow(/name that with --text\.$/);
  });

  it('lists all that it prints, and every option', async () => {
    const { out } = await examine(['--help']);
    for (const what of ['values', 'derivatives', 'units', 'saturation', 'gradient', 'inputs'])
      expect(out).toMatch(new RegExp(`^  ${what} `, 'm'));
    expect(out).toMatch(/^ {2}--link address /m);
  });

  it('as a command says what of a link could not be used, and prints the rest', () => {
    const link = '#preset=trained-anbn-rnn&nonsense=1';
    const { status, error, out } = command('examine', ['values', '--link', link, '--timestep', '2']);
    expect([status, error]).toEqual([0, '“nonsense” is not a key of a link; it was left out.\n']);
    expect(out).toContain('Timestep 2 of 22');
  });
  it('as a command ends with a sentence where it cannot print anything', () => {
    const { status, error, out } = command('examine', ['units', '--model', 'nothing.json']);
    expect([status, out]).toEqual([1, '']);
    expect(error).toMatch(/^nothing\.json cannot be read: [^\n]*\n$/);
  });

  const preset = ['--preset', 'trained-anbn-rnn'];
  it.each([
    [[], 'Choose what to print: values, why, derivatives, units'],
    [['everything', ...preset], 'Choose what to print'],
    [['values'], 'Choose what to examine: one of --model file.json, --preset id and --link address.'],
    [['values', ...preset, '--model', 'models/anbn-rnn.json'], 'Choose what to examine: one of'],
    [['values', ...preset, '--nonsense'], "Unknown option '--nonsense'"],
    [['values', '--preset', 'nothing'], 'There is no preset “nothing”. npm run presets -- --print lists'],
    [
      ['values', '--model', 'README.md'],
      'README.md: This is not JSON. Choose a model file written by `npm run train`.',
    ],
    [['values', '--model', 'package.json'], 'This is not a model file: format'],
    [['values', '--link', 'nothing'], 'A link has its view after a #.'],
    [['values', '--link', 'lab.html#gap=60'], 'printed by npm run lab -- --print --link address.'],
    [['values', ...preset, '--sequence', 'abc'], '--sequence cannot be read by this cell: “text”: Token 3 is “c”'],
    [['values', ...preset, '--timestep', '23'], '--timestep is 23; choose a whole number from 1 to 22.'],
    [['gradient', ...preset, '--timestep', 'two'], '--timestep is two; choose a whole number from 1 to 22.'],
    [['inputs', ...preset, '--output', 'x'], '--output is x; choose one of a b $, or its place, from 1 to 3.'],
    [['inputs', ...preset, '--blank', 'one'], '--blank is one; choose zero or mean.'],
    [['units', ...preset, '--track', 'x'], '--track is x; choose a-b'],
    [['units', ...preset, '--task', 'copy'], '--task is copy; choose anbn.'],
    [['units', '--link', '#text=hello'], 'This cell does not read the inputs of a task'],
    [['saturation', ...preset], 'This cell has no gate between 0 and 1'],
    [['values', ...preset, '--layer', '1'], '--layer goes with --model; leave it out.'],
    [['values', '--model', 'models/anbn-rnn.json', '--layer', '2'], '--layer is 2; the network has 1'],
    [['values', '--model', 'models/anbn-rnn.json', '--text', 'README.md'], 'leave --text and --table out.'],
  ])('with %j says what to do, in a sentence', async (given, sentence) => {
    await expect(examine(given)).rejects.toThrow(sentence);
  });
});

import { describe, expect, it } from 'vitest';
import { type Cell, cellOf } from '../../src/cell/cell.ts';
import { sizesOf } from '../../src/cell/sizes.ts';
import { gru } from '../../src/cells/gru.ts';
import { lstm } from '../../src/cells/lstm.ts';
import { rnn } from '../../src/cells/rnn.ts';
import { runBackward } from '../../src/engine/backward.ts';
import { runForward } from '../../src/engine/forward.ts';
import { headBackward, headForward } from '../../src/engine/head.ts';
import { compile } from '../../src/engine/program.ts';
import { sequenceOf } from '../../src/engine/tape.ts';
import { pytorch } from '../../src/io/frameworks/pytorch.ts';
import { parametersFromTensors, type WeightLayout } from '../../src/io/frameworks/weightLayout.ts';
import { clipNorm, clipValue, normOf } from '../../src/training/clipping.ts';
import { crossEntropy } from '../../src/training/losses.ts';
import { type Arrays, noMoments, type OptimiserName, step } from '../../src/training/optimisers.ts';
import { expectClose, type Literal, reference, rowsOf } from '../fixtures/reference.ts';

/** One case of train/training.json: a layer of a PyTorch module and a linear head, trained for a few steps. */
interface TrainingCase {
  readonly name: string;
  readonly cell: 'lstm' | 'gru' | 'rnn_tanh';
  readonly input_size: number;
  readonly hidden_size: number;
  readonly classes: number;
  readonly batch: number;
  readonly T: number;
  readonly steps: number;
  readonly optimizer: {
    readonly name: 'SGD' | 'RMSprop' | 'Adam' | 'AdamW';
    readonly lr: number;
    readonly momentum?: number;
    readonly weight_decay?: number;
    readonly clip_global_norm?: number;
    readonly clip_value?: number;
  };
  readonly params: Readonly<Record<string, Literal>>;
  readonly x: Literal;
  readonly targets: Literal;
  readonly expected: {
    readonly loss_before_each_step: readonly number[];
    readonly gradient_norm_before_clipping: readonly number[];
    readonly params_after: Readonly<Record<string, Literal>>;
  };
}

/** One case of train/weight_decay.json: the layer of a case of train/training.json, trained in another way. */
interface DecayCase extends Pick<TrainingCase, 'steps' | 'optimizer' | 'expected'> {
  readonly start: string;
}

const cases = reference<TrainingCase>('train/training.json');
const decaying = reference<DecayCase>('train/weight_decay.json').map(({ start, ...run }): TrainingCase => {
  const found = cases.find(({ name }) => name === start);
  if (!found) throw new Error(`There is no case ${start}`);
  const { name, momentum, weight_decay } = run.optimizer;
  return { ...found, ...run, name: `${found.cell} ${name}${momentum ? ' momentum' : ''}, decay ${weight_decay}` };
});

const modules: Readonly<Record<TrainingCase['cell'], readonly [Cell, WeightLayout]>> = {
  lstm: [cellOf(lstm), pytorch.lstm],
  gru: [cellOf(gru, { reset: 'after', z: 'old' }), pytorch.gru],
  rnn_tanh: [cellOf(rnn), pytorch.rnn],
};

/** Loss and gradients of the arrays as PyTorch has them: two biases, each with the gradient of their sum. */
function lossAndGradients(
  one: TrainingCase,
  arrays: Arrays,
): { loss: number; gradients: Record<string, Float64Array> } {
  const { input_size: D, hidden_size: H, classes: K, batch: B, T } = one;
  const [cell, layout] = modules[one.cell];
  const sizes = sizesOf(D, H);
  const layer = layout.map(({ tensor }) => `${tensor}_l0`);
  const given = layer.map((name, k) => [layout[k].tensor, { shape: one.params[name].shape, data: arrays[name] }]);
  const parameters = parametersFromTensors(layout, cell, sizes, Object.fromEntries(given));
  const head = { W: arrays['head.weight'], b: arrays['head.bias'] };
  const program = compile(cell, sizes);
  let loss = 0;
  const gradients = Object.fromEntries(
    Object.entries(arrays).map(([name, { length }]) => [name, new Float64Array(length)]),
  );
  const add = (name: string, values: ArrayLike<number>): void => {
    for (let k = 0; k < values.length; k++) gradients[name][k] += values[k];
  };
  for (let b = 0; b < B; b++) {
    const tape = runForward(program, parameters, rowsOf(one.x.data, D, b, B, T));
    const h = sequenceOf(tape, 'h');
    const y = headForward(head, h);
    const dy = new Float64Array(y.length);
    for (let t = 0; t < T; t++) {
      const at = [t * K, (t + 1) * K] as const;
      loss += crossEntropy(y.subarray(...at), [one.targets.data[t * B + b]], 1 / (T * B), dy.subarray(...at));
    }
    const top = headBackward(head, h, dy);
    const { parameters: own } = runBackward(tape, { h: top.h });
    add('head.weight', top.W);
    add('head.bias', top.b);
    for (const [k, { blocks }] of layout.entries())
      add(
        layer[k],
        blocks.flatMap((block) => [...own[block as string]]),
      );
  }
  return { loss, gradients };
}

describe('a training run in float64 is PyTorch’s', () => {
  it.each([...cases, ...decaying].map((one) => [one.name, one] as const))('%s', (_, one) => {
    const { optimizer, expected } = one;
    const arrays = Object.fromEntries(
      Object.entries(one.params).map(([name, { data }]) => [name, Float64Array.from(data)]),
    );
    const names: Readonly<Record<typeof optimizer.name, OptimiserName>> = {
      SGD: 'sgd',
      RMSprop: 'rmsprop',
      Adam: 'adam',
      AdamW: 'adamw',
    };
    const rule = optimizer.momentum ? 'momentum' : names[optimizer.name];
    const moments = noMoments(arrays);
    for (let k = 0; k < one.steps; k++) {
      const { loss, gradients } = lossAndGradients(one, arrays);
      const norm = normOf(gradients);
      expect(Math.abs(loss - expected.loss_before_each_step[k])).toBeLessThan(1e-9);
      expect(Math.abs(norm - expected.gradient_norm_before_clipping[k])).toBeLessThan(1e-9);
      if (optimizer.clip_global_norm) clipNorm(gradients, norm, optimizer.clip_global_norm);
      if (optimizer.clip_value) clipValue(gradients, optimizer.clip_value);
      const { lr: rate, momentum = 0, weight_decay: decay = 0 } = optimizer;
      step(rule, arrays, gradients, moments, { rate, momentum, decay });
    }
    expect(moments.steps).toBe(one.steps);
    for (const [name, stored] of Object.entries(expected.params_after)) expectClose(arrays[name], stored, 1e-9, name);
  });
});

it('every rule is among them, with weight decay too', () => {
  const named = decaying.map(({ optimizer: { name, momentum } }) => `${name}${momentum ? ' momentum' : ''}`);
  expect(new Set(named)).toEqual(new Set(['SGD', 'SGD momentum', 'RMSprop', 'Adam', 'AdamW']));
});

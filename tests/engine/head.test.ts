import { describe, expect, it } from 'vitest';
import { type Head, headBackward, headForward } from '../../src/engine/head.ts';
import type { Parameters } from '../../src/engine/parameters.ts';
import { runStack } from '../../src/engine/stack.ts';
import { runStackBackward } from '../../src/engine/stackBackward.ts';
import { parametersFromTensors } from '../../src/io/frameworks/weightLayout.ts';
import { expectClose, reference, type Stored, tensor, tensors } from '../fixtures/reference.ts';
import { runTorchCase, type TorchCase } from '../fixtures/torchCases.ts';

interface TrainingCase extends TorchCase {
  readonly classes: number;
  readonly optimizer: Readonly<Record<string, string | number>>;
  readonly targets: Stored;
  readonly expected: TorchCase['expected'] & {
    readonly loss_before_each_step: readonly number[];
    readonly params_after: Readonly<Record<string, Stored>>;
  };
}

/** Cross-entropy of a row of scores, over `count` rows, and its derivative by them. */
function crossEntropy(scores: Float64Array, target: number, count: number): { loss: number; gradient: number[] } {
  const top = Math.max(...scores);
  const total = scores.reduce((sum, score) => sum + Math.exp(score - top), 0);
  const loss = (Math.log(total) + top - scores[target]) / count;
  return { loss, gradient: [...scores].map((s, k) => (Math.exp(s - top) / total - (k === target ? 1 : 0)) / count) };
}

const plainDescent = reference<TrainingCase>('train/training.json').filter(
  ({ optimizer }) => Object.keys(optimizer).join() === 'name,lr' && optimizer.name === 'SGD',
);

describe("six updates of a layer with a head on it are PyTorch's", () => {
  it('three cells are compared', () => expect(plainDescent).toHaveLength(3));
  it.each(plainDescent.map((one) => [one.name, one] as const))('%s', (_, one) => {
    const { batch: B, classes: K, optimizer } = one;
    const targets = tensor(one.targets).data;
    const rate = Number(optimizer.lr);
    const given = tensors(one.params);
    const recurrent = Object.entries(given).filter(([name]) => !name.startsWith('head'));
    const { runs, layout } = runTorchCase({
      ...one,
      params: Object.fromEntries(recurrent),
      num_layers: 1,
      proj_size: 0,
      bidirectional: false,
      bias: true,
      h0: null,
    });
    const [{ program, parameters }] = runs[0].layers[0];
    const head: Head = {
      W: Float64Array.from(given['head.weight'].data),
      b: Float64Array.from(given['head.bias'].data),
    };
    const descend = (values: Float64Array, gradient: Float64Array): void => {
      for (let k = 0; k < values.length; k++) values[k] -= rate * gradient[k];
    };
    const losses = one.expected.loss_before_each_step.map(() => {
      let loss = 0;
      const all = runs.map(({ run: { layers: tapes } }, b) => {
        const x = Array.from({ length: one.T }, (_, t) => [...tapes[0][0].tape.values('x', t + 1)]).flat();
        const layers = [[{ program, parameters }]];
        const run = runStack(layers, x);
        const y = headForward(head, run.output);
        const outputs = new Float64Array(y.length);
        for (let t = 0; t < one.T; t++) {
          const row = crossEntropy(y.subarray(t * K, (t + 1) * K), targets[t * B + b], one.T * B);
          loss += row.loss;
          outputs.set(row.gradient, t * K);
        }
        const top = headBackward(head, run.output, outputs);
        return { top, ...runStackBackward(run, { output: top.h }) };
      });
      for (const { top, layers } of all) {
        descend(head.W, top.W);
        descend(head.b, top.b);
        const gradients: Parameters = layers[0][0].parameters;
        for (const [name, values] of Object.entries(parameters)) {
          descend(values, gradients[name]);
          // PyTorch has two biases where one would do, and moves both
          if (layout.filter(({ blocks }) => (blocks as readonly (string | null)[]).includes(name)).length > 1)
            descend(values, gradients[name]);
        }
      }
      return loss;
    });
    expectClose(losses, { shape: [losses.length], data: one.expected.loss_before_each_step }, 1e-12, 'loss');

    const { 'head.weight': W, 'head.bias': b, ...own } = tensors(one.expected.params_after);
    const named = Object.fromEntries(Object.entries(own).map(([name, array]) => [name.replace('_l0', ''), array]));
    const after = parametersFromTensors(layout, program.cell, program.sizes, named);
    for (const [name, values] of Object.entries({ ...parameters, 'head.weight': head.W, 'head.bias': head.b })) {
      const data = [...(after[name] ?? (name === 'head.weight' ? W : b).data)];
      expectClose(values, { shape: [data.length], data }, 1e-12, name);
    }
  });
});

describe('a head that does not fit is refused with a sentence', () => {
  const head: Head = { W: Float64Array.of(1, 2, 3, 4), b: Float64Array.of(1, 2) };
  it('weights, biases and hidden values', () => {
    expect([...headForward(head, Float64Array.of(1, 1, 0, 1))]).toEqual([4, 9, 3, 6]);
    expect(() => headForward(head, new Float64Array(3))).toThrow('does not fit 3 hidden values');
    expect(() => headForward({ ...head, b: new Float64Array(3) }, new Float64Array(2))).toThrow(
      '4 weights and 3 biases',
    );
    expect(() => headForward({ W: new Float64Array(0), b: new Float64Array(0) }, new Float64Array(2))).toThrow(
      'A head',
    );
  });
  it('derivatives', () =>
    expect(() => headBackward(head, new Float64Array(4), new Float64Array(3))).toThrow('3 numbers, not T·K = 4'));
});

import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { layers } from '@tensorflow/tfjs-layers';
import fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { sizesOf } from '../../src/cell/sizes.ts';
import { compile } from '../../src/engine/program.ts';
import { runStack } from '../../src/engine/stack.ts';
import { sequenceOf } from '../../src/engine/tape.ts';
import { type KerasLayer, kerasCell } from '../../src/io/frameworks/kerasCell.ts';
import { parametersFromTensors } from '../../src/io/frameworks/weightLayout.ts';
import { randomValues } from '../fixtures/randomValues.ts';
import { rowsOf } from '../fixtures/reference.ts';
import { cases } from '../setup/cases.ts';

const gates: Readonly<Record<KerasLayer, number>> = { SimpleRNN: 1, GRU: 3, LSTM: 4 };
const make = {
  SimpleRNN: (args: Parameters<typeof layers.lstm>[0]) => layers.simpleRNN(args),
  GRU: (args: Parameters<typeof layers.lstm>[0]) => layers.gru(args as Parameters<typeof layers.gru>[0]),
  LSTM: (args: Parameters<typeof layers.lstm>[0]) => layers.lstm(args),
};

beforeAll(async () => {
  const greeting = vi.spyOn(console, 'warn').mockImplementation(() => {});
  await tf.setBackend('cpu');
  tf.scalar(0).dispose();
  expect(greeting).toHaveBeenCalledWith(expect.stringContaining('TensorFlow.js in Node.js'));
  greeting.mockRestore();
});

describe('TensorFlow.js computes the same', () => {
  it.each(['SimpleRNN', 'GRU', 'LSTM'] as const)('%s', (name) => {
    fc.assert(
      fc.property(
        fc.record({
          D: fc.integer({ min: 1, max: 8 }),
          H: fc.integer({ min: 1, max: 10 }),
          T: fc.integer({ min: 1, max: 8 }),
          B: fc.integer({ min: 1, max: 2 }),
          goBackwards: fc.boolean(),
          activation: fc.constantFrom('tanh', 'relu', 'softsign'),
          recurrentActivation: fc.constantFrom('sigmoid', 'hardSigmoid'),
          scale: fc.constantFrom(0.25, 0.75, 2),
          seed: fc.integer(),
        }),
        ({ D, H, T, B, goBackwards, activation, recurrentActivation, scale, seed }) => {
          const G = gates[name] * H;
          const weights = {
            kernel: { shape: [D, G], data: randomValues(seed + 1, D * G, scale) },
            recurrent_kernel: { shape: [H, G], data: randomValues(seed + 2, H * G, scale / H) },
            bias: { shape: [G], data: randomValues(seed + 3, G, scale) },
          };
          const x = randomValues(seed + 4, B * T * D, 1);
          const peer = tf.tidy(() => {
            const settings = name === 'SimpleRNN' ? { activation } : { activation, recurrentActivation };
            const layer = make[name]({
              units: H,
              returnSequences: true,
              goBackwards,
              weights: Object.values(weights).map(({ data, shape }) => tf.tensor(data, shape)),
              // replaced by these weights; the default is made orthogonal first, which is slow
              recurrentInitializer: 'zeros',
              ...settings,
            } as Parameters<typeof layers.lstm>[0]);
            const output = (layer.apply(tf.tensor3d(x, [B, T, D])) as tf.Tensor).dataSync();
            layer.dispose();
            return output;
          });
          const { cell, layout } = kerasCell(name, { activation, recurrentActivation }, 2);
          const sizes = sizesOf(D, H);
          const pass = {
            program: compile(cell, sizes),
            parameters: parametersFromTensors(layout, cell, sizes, weights),
            reverse: goBackwards,
          };
          const largest = Math.max(1, ...Array.from(peer, Math.abs));
          for (let b = 0; b < B; b++) {
            const { tape } = runStack([[pass]], rowsOf(x, D, b * T, 1, T)).layers[0][0];
            const far = sequenceOf(tape, 'h').filter(
              (value, k) => !(Math.abs(value - peer[b * T * H + k]) / largest < 1e-5),
            );
            expect([...far]).toEqual([]);
          }
        },
      ),
      { numRuns: cases(200) },
    );
  });
});

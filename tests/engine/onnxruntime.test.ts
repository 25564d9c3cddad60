import fc from 'fast-check';
import { InferenceSession, Tensor } from 'onnxruntime-web';
import { describe, expect, it } from 'vitest';
import { sizesOf } from '../../src/cell/sizes.ts';
import { compile } from '../../src/engine/program.ts';
import { runStack } from '../../src/engine/stack.ts';
import { directionOf } from '../../src/io/frameworks/onnx.ts';
import { type OnnxOperator, onnxCell } from '../../src/io/frameworks/onnxCell.ts';
import { parametersFromTensors } from '../../src/io/frameworks/weightLayout.ts';
import { onnxModel } from '../fixtures/onnxModel.ts';
import { randomValues } from '../fixtures/randomValues.ts';
import { rowsOf } from '../fixtures/reference.ts';
import { cases } from '../setup/cases.ts';

interface Peer {
  readonly operator: OnnxOperator;
  readonly attributes?: Readonly<Record<string, number>>;
  readonly activation?: string;
  readonly peepholes?: boolean;
}

const peers: Readonly<Record<string, Peer>> = {
  RNN: { operator: 'RNN' },
  'RNN with relu': { operator: 'RNN', activation: 'Relu' },
  LSTM: { operator: 'LSTM' },
  'LSTM with P': { operator: 'LSTM', peepholes: true },
  'LSTM with input_forget': { operator: 'LSTM', attributes: { input_forget: 1 } },
  'LSTM with input_forget and P': { operator: 'LSTM', attributes: { input_forget: 1 }, peepholes: true },
  'GRU, reset before the matrix': { operator: 'GRU', attributes: { linear_before_reset: 0 } },
  'GRU, reset after the matrix': { operator: 'GRU', attributes: { linear_before_reset: 1 } },
};
const gates: Readonly<Record<OnnxOperator, number>> = { RNN: 1, GRU: 3, LSTM: 4 };
const directionNames = ['forward', 'reverse', 'bidirectional'] as const;

describe('ONNX Runtime computes the same', () => {
  it.each(Object.entries(peers))('%s', async (_, { operator, attributes: fixed, activation, peepholes = false }) => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          D: fc.integer({ min: 1, max: 9 }),
          H: fc.integer({ min: 1, max: 12 }),
          T: fc.integer({ min: 1, max: 12 }),
          B: fc.integer({ min: 1, max: 3 }),
          direction: fc.constantFrom(...directionNames),
          scale: fc.constantFrom(0.25, 1, 4),
          seed: fc.integer(),
          lens: fc.option(fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 3, maxLength: 3 }), {
            nil: undefined,
          }),
        }),
        async ({ D, H, T, B, direction, scale, seed, lens }) => {
          const reversed = { forward: [false], reverse: [true], bidirectional: [false, true] }[direction];
          const N = reversed.length;
          const attributes = { ...fixed, ...(activation && { activations: reversed.map(() => activation) }) };
          const G = gates[operator] * H;
          const array = (k: number, shape: number[], size: number = scale) => ({
            shape,
            data: randomValues(
              seed + k,
              shape.reduce((a, b) => a * b, 1),
              size,
            ),
          });
          const weights = {
            W: array(1, [N, G, D]),
            R: array(2, [N, G, H], scale / Math.sqrt(H)),
            B: array(3, [N, 2 * G]),
            ...(peepholes && { P: array(4, [N, 3 * H]) }),
          };
          const X = array(5, [T, B, D], 1);
          const h = array(6, [N, B, H], 1);
          const c = array(7, [N, B, H], 1);
          const lengths = Array.from({ length: B }, (_, b) => Math.min(T, lens?.[b] ?? T));

          const states = operator === 'LSTM' ? ['initial_h', 'initial_c', ...(peepholes ? ['P'] : [])] : ['initial_h'];
          const outputs = operator === 'LSTM' ? ['Y', 'Y_h', 'Y_c'] : ['Y', 'Y_h'];
          const inputs = ['X', 'W', 'R', 'B', lens ? 'sequence_lens' : '', ...states];
          const model = onnxModel(operator, { ...attributes, direction, hidden_size: H }, inputs, outputs);
          const session = await InferenceSession.create(model, { graphOptimizationLevel: 'disabled' });
          const given = { X, ...weights, initial_h: h, ...(operator === 'LSTM' && { initial_c: c }) };
          const feeds: Record<string, Tensor> = {};
          for (const [name, { data, shape }] of Object.entries(given)) feeds[name] = new Tensor('float32', data, shape);
          if (lens) feeds.sequence_lens = new Tensor('int32', Int32Array.from(lengths), [B]);
          const peer = await session.run(feeds);
          await session.release();

          const passes = reversed.map((reverse, d) => {
            const { cell, layout } = onnxCell(operator, attributes, { peepholes, direction: d });
            const sizes = sizesOf(D, H);
            const own = Object.fromEntries(Object.entries(weights).map(([name, one]) => [name, directionOf(one, d)]));
            return {
              program: compile(cell, sizes),
              parameters: parametersFromTensors(layout, cell, sizes, own),
              reverse,
            };
          });
          for (let b = 0; b < B; b++) {
            const row = (data: ArrayLike<number>, d: number): number[] => rowsOf(data, H, d * B + b, 1, 1);
            const initial = (d: number) => ({
              h: row(h.data, d),
              ...(operator === 'LSTM' && { C: row(c.data, d) }),
            });
            const layer = passes.map((pass, d) => ({ ...pass, initial: initial(d) }));
            const run = runStack([layer], rowsOf(X.data, D, b, B, T), lengths[b]);
            run.layers[0].forEach(({ output, final }, d) => {
              const Y = rowsOf(peer.Y.data as Float32Array, H, d * B + b, N * B, T);
              expectNear(output, Y);
              expectNear(final.h, row(peer.Y_h.data as Float32Array, d), Y);
              if (operator === 'LSTM') expectNear(final.C, row(peer.Y_c.data as Float32Array, d));
            });
          }
        },
      ),
      { numRuns: cases(100) },
    );
  });
});

/** Within 1e-5 of the peer's float32, scaled by the largest value that the peer computed on the way. */
function expectNear(actual: ArrayLike<number>, peer: ArrayLike<number>, computed = peer): void {
  expect(actual.length).toBe(peer.length);
  const scale = Math.max(1, ...Array.from(computed, Math.abs));
  const far = Array.from(actual).filter((value, k) => !(Math.abs(value - peer[k]) / scale < 1e-5));
  expect(far).toEqual([]);
}

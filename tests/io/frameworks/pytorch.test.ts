import { describe, it } from 'vitest';
import { type Cell, cellOf } from '../../../src/cell/cell.ts';
import { sizesOf } from '../../../src/cell/sizes.ts';
import { withProjection } from '../../../src/cell/transform.ts';
import { gru } from '../../../src/cells/gru.ts';
import { lstm } from '../../../src/cells/lstm.ts';
import { rnn } from '../../../src/cells/rnn.ts';
import { compile } from '../../../src/engine/program.ts';
import { type Layer, runStack } from '../../../src/engine/stack.ts';
import { type Layout, parametersFromTensors } from '../../../src/io/frameworks/layout.ts';
import { pytorch, pytorchSuffix } from '../../../src/io/frameworks/pytorch.ts';
import { expectClose, reference, rowsOf, type Stored, tensor, tensors } from '../../fixtures/reference.ts';

interface TorchCase {
  readonly name: string;
  readonly cell: 'rnn_tanh' | 'rnn_relu' | 'lstm' | 'lstm_proj' | 'gru';
  readonly input_size: number;
  readonly hidden_size: number;
  readonly proj_size: number;
  readonly num_layers: number;
  readonly bidirectional: boolean;
  readonly bias: boolean;
  readonly batch: number;
  readonly T: number;
  readonly params: Readonly<Record<string, Stored>>;
  readonly x: Stored;
  readonly h0: Stored | null;
  readonly c0?: Stored | null;
  readonly expected: { readonly float64: { readonly output: Stored; readonly h_n: Stored; readonly c_n?: Stored } };
}

const modules: Readonly<Record<TorchCase['cell'], (bias: boolean) => readonly [Cell, Layout]>> = {
  rnn_tanh: (bias) => [cellOf(rnn, { bias }), pytorch.rnn],
  rnn_relu: (bias) => [cellOf(rnn, { bias, activation: 'relu' }), pytorch.rnn],
  lstm: (bias) => [cellOf(lstm, { bias }), pytorch.lstm],
  lstm_proj: (bias) => [cellOf(withProjection(lstm), { bias }), pytorch.lstmProjected],
  gru: (bias) => [cellOf(gru, { bias, reset: 'after', z: 'old' }), pytorch.gru],
};

for (const file of ['rnn_tanh', 'rnn_relu', 'lstm', 'lstm_proj', 'gru'].map((name) => `torch_${name}.json`))
  describe(`stacks of ${file} give PyTorch's numbers`, () => {
    it.each(reference<TorchCase>(`torch/${file}`).map((one) => [one.name, one] as const))('%s', (_, one) => {
      const { input_size: D, hidden_size: H, proj_size: P, num_layers: L, batch: B, T } = one;
      const [cell, layout] = modules[one.cell](one.bias);
      const directions = one.bidirectional ? [false, true] : [false];
      const out = P || H;
      const weights = tensors(one.params);
      const passes = Array.from({ length: L }, (_, layer) =>
        directions.map((reverse) => {
          const suffix = pytorchSuffix(layer, reverse);
          const own = Object.entries(weights).filter(([name]) => name.endsWith(suffix));
          const sizes = sizesOf(layer === 0 ? D : out * directions.length, H, P);
          const named = Object.fromEntries(own.map(([name, one]) => [name.slice(0, -suffix.length), one]));
          return {
            program: compile(cell, sizes),
            parameters: parametersFromTensors(layout, cell, sizes, named),
            reverse,
          };
        }),
      );
      const runs = Array.from({ length: B }, (_, b) => {
        const layers = passes.map(
          (layer, l): Layer =>
            layer.map((pass, d) => {
              const state = (stored: Stored | null | undefined, width: number): number[] | undefined =>
                stored ? rowsOf(tensor(stored).data, width, (l * layer.length + d) * B + b, 1, 1) : undefined;
              const initial = Object.entries({ h: state(one.h0, out), C: state(one.c0, H) }).filter(([, v]) => v);
              return { ...pass, initial: Object.fromEntries(initial) as Record<string, number[]> };
            }),
        );
        return runStack(layers, rowsOf(tensor(one.x).data, D, b, B, T));
      });
      const { output, h_n, c_n } = one.expected.float64;
      const steps = Array.from({ length: T }, (_, t) => runs.map((run) => rowsOf(run.output, run.width, t, 1, 1)));
      expectClose(steps.flat(2), output, 1e-11, 'output');
      const finals = (state: string): number[] =>
        passes.flatMap((layer, l) =>
          layer.flatMap((_, d) => runs.flatMap((run) => [...run.layers[l][d].final[state]])),
        );
      expectClose(finals('h'), h_n, 1e-11, 'h_n');
      if (c_n) expectClose(finals('C'), c_n, 1e-11, 'c_n');
    });
  });

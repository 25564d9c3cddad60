import { describe, expect, it } from 'vitest';
import { sizesOf } from '../../../src/cell/sizes.ts';
import { compile } from '../../../src/engine/program.ts';
import { type Layer, type Pass, runStack } from '../../../src/engine/stack.ts';
import { type KerasLayer, type KerasSettings, kerasCell } from '../../../src/io/frameworks/kerasCell.ts';
import { parametersFromTensors } from '../../../src/io/frameworks/weightLayout.ts';
import { expectClose, reference, rowsOf, type Stored, tensor, tensors } from '../../fixtures/reference.ts';

type Weights = Readonly<Record<string, Stored>>;
interface KerasCase {
  readonly name: string;
  readonly layer: KerasLayer;
  readonly merge_mode?: 'concat' | 'sum';
  readonly config: KerasSettings & { readonly units: number; readonly goBackwards?: boolean };
  readonly batch: number;
  readonly T: number;
  readonly input_size: number;
  readonly weights: Weights & { readonly forward?: Weights; readonly backward?: Weights };
  readonly x: Stored;
  readonly initial_state: readonly Stored[] | null;
  readonly expected: Readonly<Record<string, Stored>>;
  readonly float64?: Readonly<Record<string, Stored>>;
  readonly gates_float64?: Readonly<Record<string, Stored>>;
}

describe('layers give the numbers of Keras', () => {
  it.each(reference<KerasCase>('keras/keras.json').map((one) => [one.name, one] as const))('%s', (_, one) => {
    const { config, batch: B, T, input_size: D, weights } = one;
    const H = config.units;
    const sizes = sizesOf(D, H);
    const third = one.name.includes('keras3');
    const recurrentActivation = config.recurrentActivation?.split(' ')[0];
    const { cell, layout } = kerasCell(one.layer, { ...config, recurrentActivation }, third ? 3 : 2);
    const pass = (own: Weights, reverse = false): Pass => ({
      program: compile(cell, sizes),
      parameters: parametersFromTensors(layout, cell, sizes, tensors(own)),
      reverse,
    });
    const layer: Layer =
      weights.forward && weights.backward
        ? [pass(weights.forward), pass(weights.backward, true)]
        : [pass(weights, config.goBackwards)];
    const runs = Array.from({ length: B }, (_, b) => {
      const [h, C] = (one.initial_state ?? []).map((stored) => rowsOf(tensor(stored).data, H, b, 1, 1));
      const initial = { ...(h && { h }), ...(C && { C }) };
      const started = layer.map((pass) => ({ ...pass, initial }));
      return runStack([started], rowsOf(tensor(one.x).data, D, b * T, 1, T));
    });
    const processed = (id: string, time: number, b: number): number[] => [
      ...runs[b].layers[0][0].tape.values(id, time),
    ];
    const sum = (b: number, t: number): number[] =>
      rowsOf(runs[b].layers[0][0].output, H, t, 1, 1).map((v, k) => v + runs[b].layers[0][1].output[t * H + k]);
    const row = (b: number, t: number): number[] => {
      if (one.merge_mode === 'sum') return sum(b, t);
      return config.goBackwards ? processed('h', t + 1, b) : rowsOf(runs[b].output, runs[b].width, t, 1, 1);
    };
    const times = Array.from({ length: T }, (_, t) => t);
    const actual: Record<string, number[]> = {
      sequences: runs.flatMap((_, b) => times.flatMap((t) => row(b, t))),
      state_h: runs.flatMap((run) => [...run.layers[0][0].final.h]),
      state_c: runs.flatMap((run) => [...(run.layers[0][0].final.C ?? [])]),
    };
    for (const [name, stored] of Object.entries(one.expected)) expectClose(actual[name], stored, 1e-5, name);
    for (const [name, stored] of Object.entries(one.float64 ?? {}))
      expectClose(actual[name], stored, 1e-12, `${name} in float64`);
    for (const [name, stored] of Object.entries(one.gates_float64 ?? {})) {
      const id = name.endsWith('tilde') ? 'candidate' : name;
      const gates = times.flatMap((t) => runs.flatMap((_, b) => processed(id, t + 1, b)));
      expectClose(gates, stored, 1e-12, name);
    }
  });

  it('refuses an activation that it does not know', () => {
    expect(() => kerasCell('LSTM', { activation: 'gelu' }, 3)).toThrow(/“gelu” is not supported/);
  });
});

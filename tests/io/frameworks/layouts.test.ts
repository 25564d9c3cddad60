import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cell, cellOf } from '../../../src/cell/cell.ts';
import { sizesOf } from '../../../src/cell/sizes.ts';
import { withProjection } from '../../../src/cell/transform.ts';
import { coupled } from '../../../src/cells/coupled.ts';
import { gru } from '../../../src/cells/gru.ts';
import { registry } from '../../../src/cells/index.ts';
import { lstm } from '../../../src/cells/lstm.ts';
import { peephole } from '../../../src/cells/peephole.ts';
import { rnn } from '../../../src/cells/rnn.ts';
import { runForward } from '../../../src/engine/forward.ts';
import { initialParameters } from '../../../src/engine/parameters.ts';
import { compile } from '../../../src/engine/program.ts';
import { keras } from '../../../src/io/frameworks/keras.ts';
import { olah } from '../../../src/io/frameworks/olah.ts';
import { directionOf, onnx } from '../../../src/io/frameworks/onnx.ts';
import { pytorch } from '../../../src/io/frameworks/pytorch.ts';
import {
  parametersFromTensors,
  type Tensors,
  tensorsFrom,
  type WeightLayout,
} from '../../../src/io/frameworks/weightLayout.ts';
import {
  expectClose,
  fmix32,
  type Literal,
  reference,
  rowsOf,
  type Stored,
  tensor,
  tensors,
} from '../../fixtures/reference.ts';

interface LayoutCase {
  readonly name: 'lstm' | 'gru' | 'rnn';
  readonly input_size: number;
  readonly hidden_size: number;
  readonly batch: number;
  readonly T: number;
  readonly x: Stored;
  readonly h0: Stored;
  readonly C0?: Stored;
  readonly olah: Readonly<Record<string, Stored>>;
  readonly torch: Readonly<Record<string, Stored>>;
  readonly onnx: Readonly<Record<string, Stored>>;
  readonly keras: Readonly<Record<string, Stored>>;
  readonly keras_cudnn?: Readonly<Record<string, Stored>>;
  readonly expected: Readonly<Record<string, Stored>>;
}

const resetAfter = cellOf(gru, { reset: 'after', z: 'old' });
const cells: Readonly<Record<LayoutCase['name'], Cell>> = { lstm: cellOf(lstm), gru: resetAfter, rnn: cellOf(rnn) };
const tables: Readonly<
  Record<
    LayoutCase['name'],
    readonly [torch: WeightLayout, onnx: WeightLayout, keras: WeightLayout, cudnn: WeightLayout]
  >
> = {
  lstm: [pytorch.lstm, onnx.lstm, keras.lstm, keras.lstmCudnn],
  gru: [pytorch.gru, onnx.gruLinearBeforeReset, keras.gruResetAfter, keras.gruCudnn],
  rnn: [pytorch.rnn, onnx.rnn, keras.simpleRnn, keras.simpleRnn],
};
const slots: Readonly<Record<string, string>> = { C_tilde: 'candidate', h_tilde: 'candidate', a: 'h.pre' };
const ours: Readonly<Record<string, string>> = { b_hr: 'b_Uh', W: 'W_h', b: 'b_h' };

const trimmed = (given: Readonly<Record<string, Stored>>): Record<string, Literal> =>
  tensors(Object.fromEntries(Object.entries(given).filter(([name]) => name.includes('_') && name !== 'layer_name')));

describe.each(reference<LayoutCase>('layouts/layouts.json').map((one) => [one.name, one] as const))(
  'one %s in every layout',
  (_, one) => {
    const { input_size: D, hidden_size: H, batch: B, T } = one;
    const cell = cells[one.name];
    const sizes = sizesOf(D, H);
    const [torchLayout, onnxLayout, kerasLayout, cudnnLayout] = tables[one.name];
    const { attributes: _attributes, ...onnxArrays } = one.onnx;
    const stored: readonly (readonly [string, WeightLayout, Tensors])[] = [
      ['Olah', olah(cell), Object.fromEntries(Object.entries(tensors(one.olah)).map(([k, v]) => [ours[k] ?? k, v]))],
      [
        'PyTorch',
        torchLayout,
        Object.fromEntries(Object.entries(trimmed(one.torch)).map(([k, v]) => [k.replace(/_l0$/, ''), v])),
      ],
      [
        'ONNX',
        onnxLayout,
        Object.fromEntries(Object.entries(tensors(onnxArrays)).map(([k, v]) => [k, directionOf(v, 0)])),
      ],
      ['Keras', kerasLayout, tensors(one.keras)],
      ...(one.keras_cudnn ? [['Keras CuDNN', cudnnLayout, tensors(one.keras_cudnn)] as const] : []),
    ];
    it.each(stored)('%s', (_, layout, given) => {
      const program = compile(cell, sizes);
      const parameters = parametersFromTensors(layout, cell, sizes, given);
      const tapes = Array.from({ length: B }, (_, b) => {
        const state = (s: Stored): number[] => rowsOf(tensor(s).data, H, b, B, 1);
        const initial = { h: state(one.h0), ...(one.C0 && { C: state(one.C0) }) };
        return runForward(program, parameters, rowsOf(tensor(one.x).data, D, b, B, T), initial);
      });
      for (const [name, expected] of Object.entries(one.expected)) {
        const rows = Array.from({ length: T }, (_, t) =>
          tapes.map((tape) => [...tape.values(slots[name] ?? name, t + 1)]),
        );
        expectClose(rows.flat(2), expected, 1e-12, name);
      }
    });
  },
);

describe('every layout gives back what was put in', () => {
  const pairs: readonly (readonly [string, Cell, WeightLayout])[] = [
    ...Object.values(tables.lstm).map((layout, k) => [`LSTM ${k}`, cells.lstm, layout] as const),
    ...Object.values(tables.gru).map((layout, k) => [`GRU ${k}`, cells.gru, layout] as const),
    ...Object.values(tables.rnn).map((layout, k) => [`RNN ${k}`, cells.rnn, layout] as const),
    ['GRU, ONNX, reset before', cellOf(gru, { z: 'old' }), onnx.gru],
    ['GRU, Keras, reset before', cellOf(gru, { z: 'old' }), keras.gru],
    ['peephole, ONNX', cellOf(peephole), onnx.lstmPeephole],
    ['coupled, ONNX', cellOf(coupled, { couple: 'f' }), onnx.lstmInputForget],
    [
      'coupled peephole, ONNX',
      cellOf(coupled, { couple: 'f', peepI: true, peepO: true }),
      onnx.lstmInputForgetPeephole,
    ],
    ['projected LSTM, PyTorch', cellOf(withProjection(lstm)), pytorch.lstmProjected],
    ...registry.map((one) => [`${one.id}, Olah`, cellOf(one), olah(cellOf(one))] as const),
  ];
  it.each(pairs)('%s', (_, cell, layout) => {
    const size = fc.integer({ min: 1, max: 5 });
    fc.assert(
      fc.property(size, size, size, fc.integer(), (D, H, P, seed) => {
        const sizes = sizesOf(D, H, P);
        const biased = Object.entries(initialParameters(cell, sizes, { seed })).map(
          ([name, values]) => [name, values.map((v, k) => v + fmix32(seed, 1, k))] as const,
        );
        const parameters = Object.fromEntries(biased);
        const tensors = tensorsFrom(layout, cell, sizes, parameters);
        for (const { shape, data } of Object.values(tensors))
          expect(data.length).toBe(shape.reduce((a, b) => a * b, 1));
        expect(parametersFromTensors(layout, cell, sizes, tensors)).toEqual(parameters);
      }),
      { numRuns: 20 },
    );
  });
});

describe('arrays that do not fit are refused with a sentence', () => {
  const cell = cells.lstm;
  const sizes = sizesOf(2, 3);
  const good = tensorsFrom(pytorch.lstm, cell, sizes, initialParameters(cell, sizes, { seed: 1 }));
  const given = (change: Tensors) => () => parametersFromTensors(pytorch.lstm, cell, sizes, { ...good, ...change });
  it('names an array that the layout does not have', () => {
    expect(given({ weight_hr: good.weight_ih })).toThrow('does not know the array “weight_hr”');
  });
  it('names the shape that is needed', () => {
    expect(given({ weight_ih: { shape: [2, 12], data: good.weight_ih.data } })).toThrow(
      'weight_ih needs the shape [12, 2], not [2, 12]',
    );
    expect(given({ bias_ih: { shape: [12], data: [1, 2] } })).toThrow('bias_ih needs the shape [12]');
  });
  it('names a weight that nothing gives', () => {
    const { weight_hh: _gone, ...rest } = good;
    expect(() => parametersFromTensors(pytorch.lstm, cell, sizes, rest)).toThrow('No array holds U_f');
  });
  it('does not merge a bias inside the reset into a cell that has none', () => {
    const { bias_hh, weight_ih, weight_hh } = tensorsFrom(
      pytorch.gru,
      resetAfter,
      sizes,
      initialParameters(resetAfter, sizes, { seed: 1 }),
    );
    const before = cellOf(gru, { z: 'old' });
    expect(() => parametersFromTensors(pytorch.gru, before, sizes, { bias_hh, weight_ih, weight_hh })).toThrow(
      'holds b_Uh',
    );
  });
  it('does not write a cell into a layout that would lose a part of it', () => {
    const peep = cellOf(peephole);
    expect(() => tensorsFrom(pytorch.lstm, peep, sizes, initialParameters(peep, sizes, { seed: 1 }))).toThrow(
      'no place for p_f',
    );
  });
});

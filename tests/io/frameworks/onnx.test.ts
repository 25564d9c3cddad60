import { describe, expect, it } from 'vitest';
import { sizesOf } from '../../../src/cell/sizes.ts';
import { compile } from '../../../src/engine/program.ts';
import { type Layer, runStack } from '../../../src/engine/stack.ts';
import { directionOf } from '../../../src/io/frameworks/onnx.ts';
import { type OnnxAttributes, type OnnxOperator, onnxCell } from '../../../src/io/frameworks/onnxCell.ts';
import { parametersFromTensors } from '../../../src/io/frameworks/weightLayout.ts';
import {
  expectClose,
  type Literal,
  reference,
  rowsOf,
  type Stored,
  tensor,
  tensors,
} from '../../fixtures/reference.ts';

interface OnnxCase {
  readonly name: string;
  readonly op: OnnxOperator;
  readonly attributes: OnnxAttributes & { hidden_size: number; direction?: string; layout?: number };
  readonly inputs: Readonly<Record<string, Stored>>;
  readonly outputs: Readonly<Record<string, Stored | null>> | null;
  readonly float64: Readonly<Record<string, Stored>>;
}

/** The operator's outputs in layout 0: Y [T, directions, B, H], Y_h and Y_c [directions, B, H]. */
function computed({ op, attributes, inputs: stored }: OnnxCase) {
  const {
    X,
    W,
    R,
    B: bias,
    P,
    sequence_lens,
    initial_h,
    initial_c,
  } = tensors(stored) as Record<string, Literal | undefined>;
  if (!X || !W || !R) throw new Error('X, W or R is missing');
  const H = attributes.hidden_size;
  const inner = attributes.layout === 1;
  const [T, B, D] = inner ? [X.shape[1], X.shape[0], X.shape[2]] : X.shape;
  const directions =
    { forward: [false], reverse: [true], bidirectional: [false, true] }[attributes.direction ?? 'forward'] ?? [];
  const sizes = sizesOf(D, H);
  const passes = directions.map((reverse, direction) => {
    const { cell, layout } = onnxCell(op, attributes, { peepholes: P !== undefined, direction });
    const given = Object.entries({ W, R, B: bias, P }).filter(
      (entry): entry is [string, Literal] => entry[1] !== undefined,
    );
    const own = Object.fromEntries(given.map(([name, one]) => [name, directionOf(one, direction)]));
    return { program: compile(cell, sizes), parameters: parametersFromTensors(layout, cell, sizes, own), reverse };
  });
  const runs = Array.from({ length: B }, (_, b) => {
    const layer: Layer = passes.map((pass, d) => {
      const state = (given: Literal | undefined): number[] =>
        given ? rowsOf(given.data, H, inner ? b * passes.length + d : d * B + b, 1, 1) : new Array(H).fill(0);
      return { ...pass, initial: { h: state(initial_h), ...(initial_c && { C: state(initial_c) }) } };
    });
    const x = inner ? rowsOf(X.data, D, b * T, 1, T) : rowsOf(X.data, D, b, B, T);
    return runStack([layer], x, sequence_lens?.data[b]);
  });
  const finals = (state: string): number[] =>
    passes.flatMap((_, d) => runs.flatMap((run) => [...run.layers[0][d].final[state]]));
  const Y = Array.from({ length: T }, (_, t) =>
    passes.map((_, d) => runs.map((run) => rowsOf(run.layers[0][d].output, H, t, 1, 1))),
  ).flat(3);
  return { Y, Y_h: finals('h'), ...(op === 'LSTM' && { Y_c: finals('C') }) } as Record<string, number[]>;
}

/** The cases of layout 1 have one sequence and one direction, so that both layouts hold the same numbers in the same order. */
for (const file of ['op_cases.json', 'node_tests.json'])
  describe(`operators of ${file} give ONNX's numbers`, () => {
    it.each(reference<OnnxCase>(`onnx/${file}`).map((one) => [one.name, one] as const))('%s', (_, one) => {
      const actual = computed(one);
      for (const [name, stored] of Object.entries(one.float64)) expectClose(actual[name], stored, 1e-12, name);
      for (const [name, stored] of Object.entries(one.outputs ?? {}))
        if (stored) expectClose(actual[name], stored, 1e-5, `${name} in float32`);
      if (one.attributes.layout === 1) expect(tensor(one.inputs.X).shape[0]).toBe(1);
    });
  });

describe('an operator that cannot be computed is refused with a sentence', () => {
  it('names an unknown activation', () => {
    expect(() => onnxCell('RNN', { activations: ['Elu'] })).toThrow(/activation “Elu” is not supported/);
    expect(() => onnxCell('RNN', { activations: ['toString'] })).toThrow(/not supported/);
  });
  it('counts the activations of each direction', () => {
    expect(() => onnxCell('LSTM', { activations: ['Sigmoid', 'Tanh'] })).toThrow(/needs 3 activations/);
    const three = { activations: ['Sigmoid', 'Tanh', 'Tanh'] };
    expect(() => onnxCell('LSTM', three, { direction: 1 })).toThrow(/needs 3 activations/);
  });
});

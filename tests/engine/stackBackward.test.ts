import { describe, expect, it } from 'vitest';
import { cellOf } from '../../src/cell/cell.ts';
import { sizesOf } from '../../src/cell/sizes.ts';
import { lstm } from '../../src/cells/lstm.ts';
import type { Parameters } from '../../src/engine/parameters.ts';
import { compile } from '../../src/engine/program.ts';
import { type Pass, runStack } from '../../src/engine/stack.ts';
import { runStackBackward, type StackSeed } from '../../src/engine/stackBackward.ts';
import { pytorchSuffix } from '../../src/io/frameworks/pytorch.ts';
import { expectClose, reference, rowsOf, type Stored, tensor } from '../fixtures/reference.ts';
import { runTorchCase, stacked, type TorchCase, type TorchRun, timeFirst, torchFiles } from '../fixtures/torchCases.ts';
import { randomParameters, randomVector } from '../laws/running.ts';

interface Expected {
  readonly params: Readonly<Record<string, Stored>>;
  readonly x: Stored;
  readonly h0: Stored;
  readonly c0?: Stored;
}

interface GradientCase extends TorchCase {
  readonly cotangent: Stored;
  readonly grads: { readonly float64: { readonly final: Expected; readonly weighted: Expected } };
}

/** dL/d(final states) for half the sum of squares of the top layer's last hidden states. */
const finalSquares = ({ run }: TorchRun): StackSeed => ({
  output: new Float64Array(run.output.length),
  final: run.layers.map((layer, l) =>
    layer.map(({ final }) => (l < run.layers.length - 1 ? {} : { h: final.h }) as Record<string, Float64Array>),
  ),
});

const sum = (all: readonly Parameters[], name: string): number[] =>
  all.map((one) => [...one[name]]).reduce((a, b) => a.map((v, k) => v + b[k]));

for (const file of torchFiles)
  describe(`stacks of ${file} have PyTorch's gradients`, () => {
    it.each(reference<GradientCase>(`torch/${file}`).map((one) => [one.name, one] as const))('%s', (_, one) => {
      const { runs, layout } = runTorchCase(one);
      const { batch: B, T } = one;
      const { width } = runs[0].run;
      const cotangent = tensor(one.cotangent).data;
      const seeds = {
        final: runs.map(finalSquares),
        weighted: runs.map((_, b): StackSeed => ({ output: rowsOf(cotangent, width, b, B, T) })),
      };
      for (const loss of ['final', 'weighted'] as const) {
        const expected = one.grads.float64[loss];
        const given = runs.map(({ run }, b) => runStackBackward(run, seeds[loss][b]));
        let compared = 0;
        runs[0].layers.forEach((layer, l) => {
          layer.forEach(({ reverse = false, parameters }, d) => {
            const passes = given.map(({ layers }) => layers[l][d].parameters);
            for (const { tensor: name, blocks } of layout) {
              const stored = expected.params[name + pytorchSuffix(l, reverse)];
              if (!stored) continue;
              compared++;
              const known = blocks.filter((block) => block !== null && parameters[block]) as string[];
              expectClose(
                known.flatMap((block) => sum(passes, block)),
                stored,
                1e-11,
                `${loss} ${name} of layer ${l}`,
              );
            }
          });
        });
        expect(compared).toBe(Object.keys(expected.params).length);
        expectClose(
          timeFirst(
            given.map(({ x }) => x),
            one.input_size,
          ),
          expected.x,
          1e-11,
          `${loss} x`,
        );
        const initial = (state: string): number[] =>
          stacked(runs[0], B, (b, l, d) => given[b].layers[l][d].initial[state]);
        expectClose(initial('h'), expected.h0, 1e-11, `${loss} h0`);
        if (expected.c0) expectClose(initial('C'), expected.c0, 1e-11, `${loss} c0`);
      }
    });
  });

describe('a stack backwards', () => {
  const cell = cellOf(lstm);
  const pass = (D: number, H: number, seed: number, reverse: boolean): Pass => {
    const sizes = sizesOf(D, H);
    return { program: compile(cell, sizes), parameters: randomParameters(cell, sizes, seed, 1), reverse };
  };
  const layers = [
    [pass(2, 3, 1, false), pass(2, 3, 2, true)],
    [pass(6, 2, 3, false), pass(6, 2, 4, true)],
  ];
  const x = randomVector(5, 10, 1);
  const output = randomVector(6, 20, 1);

  it('gives nothing to what comes after the length of the sequence', () => {
    const padded = runStackBackward(runStack(layers, x, 3), { output });
    const short = runStackBackward(runStack(layers, x.subarray(0, 6)), { output: output.subarray(0, 12) });
    expect([...padded.x]).toEqual([...short.x, 0, 0, 0, 0]);
    expect(padded.layers).toEqual(short.layers);
  });
  it('adds up what it is given by outputs and by final states', () => {
    const run = runStack(layers, x);
    const final = run.layers.map((layer) => layer.map((one) => one.final));
    const nothing = new Float64Array(20);
    const both = runStackBackward(run, { output, final }).x;
    const apart = [{ output }, { output: nothing, final }].map((seed) => runStackBackward(run, seed).x);
    expectClose(both, { shape: [10], data: [...apart[0]].map((v, k) => v + apart[1][k]) }, 1e-13, 'x');
    expect(apart[1].every((v) => v !== 0)).toBe(true);
  });
  it('truncated, cuts every pass in the order in which it runs', () => {
    const one = layers.slice(0, 1);
    const weights = output.map((v, k) => (Math.floor(k / 6) === 2 ? v : 0)).subarray(0, 18);
    const given = runStackBackward(runStack(one, x.subarray(0, 6)), { output: weights }, { window: 2 });
    // timestep 3 is the last of the forward pass and the first of the reverse one: with a window of 2 both stand alone
    expect([...given.x.subarray(0, 4)]).toEqual([0, 0, 0, 0]);
    expect(given.x.subarray(4).every((v) => v !== 0)).toBe(true);
    expect([...given.layers[0][0].initial.h]).toEqual([0, 0, 0]);
    expect(given.layers[0][1].initial.h.every((v) => v !== 0)).toBe(true);
  });
  it('refuses what does not fit with a sentence', () => {
    const run = runStack(layers, x);
    expect(() => runStackBackward(run, { output: [1] })).toThrow('dL/d(output) needs 20 numbers, not 1');
    const final = [[], [{ h: [1] }]];
    expect(() => runStackBackward(run, { output, final })).toThrow('dL/d(final h) needs 2 numbers, not 1');
  });
});

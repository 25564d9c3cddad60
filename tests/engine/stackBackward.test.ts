import { describe, expect, it } from 'vitest';
import type { Parameters } from '../../src/engine/parameters.ts';
import { runStackBackward, type StackSeed } from '../../src/engine/stackBackward.ts';
import { pytorchSuffix } from '../../src/io/frameworks/pytorch.ts';
import { expectClose, reference, rowsOf, type Stored, tensor } from '../fixtures/reference.ts';
import { runTorchCase, stacked, type TorchCase, type TorchRun, timeFirst, torchFiles } from '../fixtures/torchCases.ts';

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
        const given = runs.map(({ layers, run }, b) => runStackBackward(layers, run, seeds[loss][b]));
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

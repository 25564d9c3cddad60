import { describe, it } from 'vitest';
import { expectClose, reference } from '../../fixtures/reference.ts';
import { runTorchCase, stacked, type TorchCase, timeFirst, torchFiles } from '../../fixtures/torchCases.ts';

for (const file of torchFiles)
  describe(`stacks of ${file} give PyTorch's numbers`, () => {
    it.each(reference<TorchCase>(`torch/${file}`).map((one) => [one.name, one] as const))('%s', (_, one) => {
      const { runs } = runTorchCase(one);
      const { output, h_n, c_n } = one.expected.float64;
      const outputs = runs.map(({ run }) => run.output);
      expectClose(timeFirst(outputs, runs[0].run.width), output, 1e-11, 'output');
      const finals = (state: string): number[] =>
        stacked(runs[0], one.batch, (b, l, d) => runs[b].run.layers[l][d].final[state]);
      expectClose(finals('h'), h_n, 1e-11, 'h_n');
      if (c_n) expectClose(finals('C'), c_n, 1e-11, 'c_n');
    });
  });

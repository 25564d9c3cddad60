import { describe, it } from 'vitest';
import { batched, type CellCase, cellFiles, runCase, signalOf } from '../fixtures/cellCases.ts';
import { expectClose, reference } from '../fixtures/reference.ts';

for (const file of cellFiles)
  describe(`every signal of ${file}`, () => {
    it.each(reference<CellCase>(`cells/${file}`).map((one) => [one.name, one] as const))('%s', (_, one) => {
      const { tapes } = runCase(one, file);
      for (const [name, stored] of Object.entries(one.expected))
        expectClose(batched(tapes, signalOf(name)), stored, 1e-12, name);
    });
  });

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileKernels, moduleOf } from '../../scripts/wasm.ts';
import { createSingle } from '../../src/engine/single/createSingle.ts';
import { loadSingleKernels } from '../../src/engine/single/load.ts';
import { everyCell } from '../everyCell.ts';
import { cases } from '../setup/cases.ts';
import { answers, runSingle, subjectOf } from './singleNetwork.ts';

const kernels = await loadSingleKernels();

test('WebAssembly is what computes here', () => {
  expect(kernels.kind).toBe('wasm');
});

const setups = fc.record({
  cell: fc.constantFrom(...everyCell.map(({ cell }) => cell)),
  D: fc.integer({ min: 1, max: 9 }),
  H: fc.integer({ min: 1, max: 13 }),
  K: fc.integer({ min: 1, max: 6 }),
  layers: fc.integer({ min: 1, max: 2 }),
  batch: fc.constantFrom(1, 2, 3, 4, 5, 8, 10, 12, 16, 23),
  T: fc.integer({ min: 1, max: 20 }),
  window: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }),
  // the largest values drive some cells to infinity and then to NaN
  scale: fc.constantFrom(0.5, 3, 300),
  seed: fc.integer({ min: 0, max: 1e9 }),
});

test('WebAssembly and TypeScript give the same bits, of everything', () => {
  fc.assert(
    fc.property(setups, (setup) => {
      const subject = subjectOf(setup);
      const [expected, actual] = [createSingle(subject.shape), createSingle(subject.shape, kernels)].map((single) => {
        runSingle(single, subject);
        return answers(single, subject);
      });
      for (const [name, values] of expected) {
        const other = actual.get(name) as Float32Array;
        const at = values.findIndex((value, k) => !Object.is(value, other[k]));
        if (at >= 0) expect.fail(`${name}[${at}] is ${values[at]} in TypeScript and ${other[at]} in WebAssembly`);
      }
    }),
    { numRuns: cases(300) },
  );
});

test('the committed bytes are what the committed source compiles to', async () => {
  const committed = readFileSync(new URL('../../src/engine/single/kernels.wasm.ts', import.meta.url), 'utf8');
  // compared as a boolean, because a printed difference would be too long to read
  expect(moduleOf(await compileKernels()) === committed).toBe(true);
});

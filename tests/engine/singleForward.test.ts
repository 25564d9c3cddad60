import { describe, expect, it, test } from 'vitest';
import { cellOf } from '../../src/cell/cell.ts';
import { sizesOf } from '../../src/cell/sizes.ts';
import { registry } from '../../src/cells/index.ts';
import { runForward } from '../../src/engine/forward.ts';
import { compile } from '../../src/engine/program.ts';
import { comingKernels, singleRun } from '../../src/engine/single/forward.ts';
import { loadSingleKernels } from '../../src/engine/single/load.ts';
import { plainKernels } from '../../src/engine/single/plain.ts';
import { randomParameters, randomVector } from '../laws/running.ts';

const wasm = await loadSingleKernels();
const cells = registry.map((declaration) => cellOf(declaration));

describe('a tape in single precision is that of float64 but for rounding, and the same from both kernels', () => {
  it.each(cells.map((cell) => [cell.name, cell] as const))('%s', (_, cell) => {
    const sizes = sizesOf(3, 33);
    const program = compile(cell, sizes);
    const parameters = randomParameters(cell, sizes, 5, 0.1);
    const x = randomVector(6, 300 * sizes.D, 1);
    const initial = Object.fromEntries(
      cell.states.map(({ id, dim }, k) => [id, randomVector(k, sizes[dim], 1).map((v) => 1.5 + v)]),
    );
    const expected = runForward(program, parameters, x, initial);
    const tape = singleRun(program, wasm)(parameters, x, initial);
    expect(tape.values('x', 300)).toEqual(expected.values('x', 300));
    for (const { id } of cell.states) expect(tape.values(id, 0)).toEqual(expected.values(id, 0));
    const error = tape.data.reduce(
      (most, value, k) => Math.max(most, Math.abs(value - expected.data[k]) / (1 + Math.abs(expected.data[k]))),
      0,
    );
    expect(error).toBeLessThan(1e-4);
    const last = tape.values(cell.output, 300);
    expect(last).toEqual(last.map(Math.fround));
    expect(singleRun(program, plainKernels)(parameters, x, initial).data).toEqual(tape.data);
  });
});

test('numbers too large for single precision are run in float64', () => {
  const [cell] = cells;
  const program = compile(cell, sizesOf(1, 4));
  const parameters = randomParameters(cell, program.sizes, 5, 1);
  const x = Float64Array.of(1, 1e200, -1);
  expect(singleRun(program, wasm)(parameters, x).data).toEqual(runForward(program, parameters, x).data);
});

test('the kernels are TypeScript until WebAssembly has come', async () => {
  const kernels = comingKernels();
  expect(kernels().kind).toBe('plain');
  await expect.poll(() => kernels().kind).toBe('wasm');
});

import { describe, expect, it, vi } from 'vitest';
import { cellOf } from '../../src/cell/cell.ts';
import { sizesOf } from '../../src/cell/sizes.ts';
import { registry } from '../../src/cells/index.ts';
import { rnn } from '../../src/cells/rnn.ts';
import { runForward, runSingle } from '../../src/engine/forward.ts';
import { parametersFrom } from '../../src/engine/parameters.ts';
import { compile } from '../../src/engine/program.ts';
import { loadSingleRuns, singleRun } from '../../src/engine/single/forward.ts';
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
    const tape = runSingle(singleRun(program, wasm), program, parameters, x, initial);
    expect(tape.values('x', 300)).toEqual(expected.values('x', 300));
    for (const { id } of cell.states) expect(tape.values(id, 0)).toEqual(expected.values(id, 0));
    const error = tape.data.reduce(
      (most, value, k) => Math.max(most, Math.abs(value - expected.data[k]) / (1 + Math.abs(expected.data[k]))),
      0,
    );
    expect(error).toBeLessThan(1e-4);
    const last = tape.values(cell.output, 300);
    expect(last).toEqual(last.map(Math.fround));
    expect([tape.precision, expected.precision]).toEqual(['float32', 'float64']);
    expect(runSingle(singleRun(program, plainKernels), program, parameters, x, initial).data).toEqual(tape.data);
  });
});

describe('what float32 cannot hold is run in float64', () => {
  const [cell] = cells;
  const program = compile(cell, sizesOf(1, 4));
  const parameters = randomParameters(cell, program.sizes, 5, 1);
  const [{ name }] = cell.parameters;
  const tiny = { ...parameters, [name]: parameters[name].map(() => 1e-30) };
  it.each([
    ['an input that is too large', parameters, [1, 1e200, -1]],
    ['an input whose products would be too small', parameters, [1, 1e-25, -1]],
    ['a weight', tiny, [1, 1, -1]],
  ])('%s', (_, weights, x) => {
    const sequence = Float64Array.from(x);
    const tape = runSingle(singleRun(program, wasm), program, weights, sequence);
    expect(tape.precision).toBe('float64');
    expect(tape.data).toEqual(runForward(program, weights, sequence).data);
    expect(runSingle(singleRun(program, wasm), program, parameters, Float64Array.of(1, 0, -1)).precision).toBe(
      'float32',
    );
  });
  it('a product that fades away', () => {
    const linear = cellOf(rnn, { activation: 'relu' });
    const fading = compile(linear, sizesOf(1, 1));
    const weights = parametersFrom(linear, fading.sizes, { W_h: [1], U_h: [0.5], b_h: [0] });
    const x = new Float64Array(100);
    x[0] = 1;
    expect(runSingle(singleRun(fading, wasm), fading, weights, x.subarray(0, 50)).precision).toBe('float32');
    const tape = runSingle(singleRun(fading, wasm), fading, weights, x);
    expect(tape.precision).toBe('float64');
    expect(tape.values('h', 100)[0]).toBe(2 ** -99);
  });
});

describe('runs in single precision', () => {
  it('are made by WebAssembly', async () => {
    const program = compile(cells[0], sizesOf(2, 3));
    const fill = (await loadSingleRuns())?.(program) ?? null;
    const parameters = randomParameters(cells[0], program.sizes, 1, 1);
    expect(runSingle(fill, program, parameters, randomVector(2, 8, 1)).precision).toBe('float32');
  });
  it('are none where it is forbidden', async () => {
    vi.spyOn(WebAssembly, 'compile').mockRejectedValue(new WebAssembly.CompileError('refused'));
    expect(await loadSingleRuns()).toBeNull();
  });
  it('are none for a program that the engine has no room for', async () => {
    const runs = await loadSingleRuns();
    vi.spyOn(WebAssembly, 'Instance').mockImplementation(function refuse() {
      throw new RangeError('no memory');
    });
    expect(runs?.(compile(cells[0], sizesOf(2, 3)))).toBeNull();
  });
});

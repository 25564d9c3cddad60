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
    const twin = runSingle(singleRun(program, plainKernels), program, parameters, x, initial).data;
    expect(twin.length).toBe(tape.data.length);
    expect(twin.findIndex((value, k) => !Object.is(value, tape.data[k]))).toBe(-1);
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

describe('a tape in single precision', () => {
  const [cell] = cells;
  const program = compile(cell, sizesOf(2, 5));
  const parameters = randomParameters(cell, program.sizes, 3, 1);
  const x = randomVector(4, 2 * 7, 1);
  const initial = { h: randomVector(5, 5, 0.5) };
  const other = x.map((v) => -v);

  it('stays as it was when the same memory runs something else', () => {
    const single = singleRun(program, wasm);
    const tape = runSingle(single, program, parameters, x, initial);
    const h = tape.values('h', 7);
    const later = runSingle(single, program, parameters, other);
    expect(tape.values('h', 7)).toEqual(h);
    expect(later.values('h', 7)).not.toEqual(h);
    expect(tape.data).toEqual(runSingle(singleRun(program, wasm), program, parameters, x, initial).data);
    expect(tape.values('h', 0)).toEqual(initial.h);
  });
  it('is a view: given back, its memory is that of the next', () => {
    const single = singleRun(program, wasm);
    const tape = runSingle(single, program, parameters, x);
    const next = runSingle(single, program, parameters, other, {}, tape);
    expect(tape.values('h', 7)).toEqual(next.values('h', 7));
  });
  it('is of the weights that are given, whatever was run before, also beyond the room of the first run', () => {
    const single = singleRun(program, wasm);
    runSingle(single, program, parameters, x);
    const changed = { ...parameters, [cell.parameters[0].name]: parameters[cell.parameters[0].name].map((v) => v / 2) };
    const long = randomVector(8, 2 * 300, 1);
    for (const [weights, sequence] of [
      [changed, x],
      [parameters, x],
      [parameters, long],
      [changed, long],
    ] as const) {
      const fresh = runSingle(singleRun(program, wasm), program, weights, sequence);
      expect(runSingle(single, program, weights, sequence).data).toEqual(fresh.data);
    }
  });
  it.each([
    ['a state that the cell has not', { q: [1] }, x, 'has no state “q”'],
    ['a state of another length', { h: [1] }, x, 'The initial state h needs 5 values, not 1'],
    ['an input that is no number', {}, [Number.NaN, 1], 'Input 1 of timestep 1 is NaN'],
    ['half a timestep', {}, [1], 'not a multiple of D = 2'],
  ])('refuses %s as a run in float64 does', (_, states, sequence, sentence) => {
    expect(() => runSingle(singleRun(program, wasm), program, parameters, sequence, states)).toThrow(sentence);
  });
});

describe('numbers that float32 does not hold', () => {
  it.each([1e-30, -1e-25, Number.POSITIVE_INFINITY, Number.NaN])(
    'such as %d are found alike by both machines',
    (value) => {
      const code = new Int32Array(16);
      for (const kernels of [wasm, plainKernels]) {
        const machine = kernels.machine(code, 64);
        machine.memory.fill(1).fill(0, 20, 30);
        expect(machine.firstOutside(8, 0, 40)).toBe(40);
        machine.memory[8 + 13] = value;
        expect([0, 12, 16].map((from) => machine.firstOutside(8, from, 40))).toEqual([12, 12, 40]);
      }
    },
  );
});

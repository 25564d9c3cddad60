import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellOf } from '../../src/cell/cell.ts';
import type { CellDeclaration } from '../../src/cell/declaration.ts';
import { exponentsOf } from '../../src/cell/exponents.ts';
import { sizesOf } from '../../src/cell/sizes.ts';
import { gru } from '../../src/cells/gru.ts';
import { registry } from '../../src/cells/index.ts';
import { lstm } from '../../src/cells/lstm.ts';
import { rnn } from '../../src/cells/rnn.ts';
import { runForward } from '../../src/engine/forward.ts';
import { parametersFrom } from '../../src/engine/parameters.ts';
import { compile } from '../../src/engine/program.ts';
import type { Tape } from '../../src/engine/tape.ts';
import { someCells } from '../everyCell.ts';
import { cases } from '../setup/cases.ts';
import { randomParameters, tapeOf } from './running.ts';

/** True if every signal is finite, except for exponents, which are −∞ until something is written. */
function finite(tape: Tape): boolean {
  const exponents = exponentsOf(tape.program.cell);
  return [...tape.program.slots.keys()].every((id) =>
    Array.from({ length: tape.length }, (_, t) => tape.values(id, t + 1)).every((values) =>
      values.every((v) => Number.isFinite(v) || (v === Number.NEGATIVE_INFINITY && exponents.has(id))),
    ),
  );
}

/** Edge cases of floating-point arithmetic. */
const tiny = [0, -0, 1, Number.MIN_VALUE, -1e-310, 2.3e-308];
const steep = [800, -800, 1e6, -1e6];
const huge = [1e308, -1e308];

describe.each(someCells)('$name', ({ cell }) => {
  it('stays finite for zero, denormal and saturating inputs and parameters', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...tiny, ...steep), { minLength: 6, maxLength: 6 }),
        fc.constantFrom(0, Number.MIN_VALUE, 1e-310, 0.25, 3),
        fc.nat(),
        (x, scale, seed) => {
          const sizes = sizesOf(2, 3);
          const tape = runForward(compile(cell, sizes), randomParameters(cell, sizes, seed, scale), x);
          expect(finite(tape)).toBe(true);
        },
      ),
      { numRuns: cases(10) },
    );
  });

  it('computes with no parameters but zeros', () => {
    const sizes = sizesOf(2, 3);
    const tape = runForward(compile(cell, sizes), parametersFrom(cell, sizes, {}), [1, -1, 1e308, 5e-324]);
    expect(finite(tape)).toBe(true);
    for (const value of tape.values(cell.output, 2)) expect(Math.abs(value)).toBe(0);
  });
});

describe.each(someCells)('$name', ({ cell }) => {
  it('stays a number for inputs of 1e308', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...tiny, ...huge), { minLength: 4, maxLength: 4 }), fc.nat(), (x, seed) => {
        const sizes = sizesOf(2, 2);
        const tape = runForward(compile(cell, sizes), randomParameters(cell, sizes, seed, 0.2), x);
        for (const { id } of cell.signals)
          for (let t = 1; t <= 2; t++) expect([...tape.values(id, t)].some(Number.isNaN), id).toBe(false);
      }),
      { numRuns: cases(10) },
    );
  });
});

describe.each(registry.map((declaration) => [declaration.id, cellOf(declaration)] as const))('%s', (_, cell) => {
  it('runs 10,000 timesteps', () => {
    const tape = tapeOf(cell, { D: 2, H: 3, T: 10_000, scale: 0.8, seed: 7 });
    expect(tape.length).toBe(10_000);
    expect(finite(tape)).toBe(true);
    expect(() => tape.values('h', 10_001)).toThrow('There is no timestep 10001; the sequence has 10000');
  });
  it.each([1, 512])('takes D = H = %d', (size) => {
    const tape = tapeOf(cell, { D: size, H: size, T: 2, scale: 0.1, seed: 7 });
    expect(tape.values(cell.output, 2)).toHaveLength(size);
    expect(finite(tape)).toBe(true);
  });
});

describe('what saturated cells compute', () => {
  const run = (
    declaration: CellDeclaration,
    options: Record<string, string>,
    given: Record<string, number[]>,
    x: number[],
    initial = {},
  ) => {
    const cell = cellOf(declaration, options);
    const sizes = sizesOf(1, 1);
    return runForward(compile(cell, sizes), parametersFrom(cell, sizes, given), x, initial);
  };
  it('an LSTM with open forget gate and closed input gate keeps its cell state for ever, exactly', () => {
    const tape = run(lstm, {}, { b_f: [1000], b_i: [-1000], W_C: [1], b_o: [1000] }, new Array(1000).fill(1e300), {
      C: [0.625],
    });
    expect(tape.values('C', 1000)[0]).toBe(0.625);
    expect(tape.values('h', 1000)[0]).toBeCloseTo(Math.tanh(0.625), 15);
  });
  it('a GRU with a closed update gate keeps its state, with an open one it forgets it', () => {
    const x = [1e308, -1e308];
    expect(run(gru, {}, { b_z: [-1000], W_h: [1] }, x, { h: [0.3] }).values('h', 2)[0]).toBe(0.3);
    expect(run(gru, {}, { b_z: [1000], W_h: [1] }, x, { h: [0.3] }).values('h', 2)[0]).toBe(-1);
  });
  it('a plain RNN passes a denormal through', () => {
    expect(run(rnn, {}, { W_h: [1] }, [1e-310]).values('h', 1)[0]).toBe(1e-310);
  });
  it('a relu RNN that doubles overflows to infinity and not to NaN', () => {
    const tape = run(rnn, { activation: 'relu' }, { U_h: [2], W_h: [1] }, new Array(1100).fill(1));
    expect(tape.values('h', 1000)[0]).toBe(2 ** 1000 - 1);
    expect(tape.values('h', 1100)[0]).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('lengths and sizes that do not fit are refused with a sentence', () => {
  const cell = cellOf(lstm);
  const sizes = sizesOf(2, 3);
  const parameters = parametersFrom(cell, sizes, {});
  it('sizes', () => {
    expect(() => sizesOf(0, 4)).toThrow('D is 0; it must be a whole number from 1 to 512');
    expect(() => sizesOf(1, 513)).toThrow('H is 513');
    expect(() => sizesOf(1, 2.5)).toThrow('H is 2.5');
    expect(() => sizesOf(1, 2, -1)).toThrow('P is -1');
  });
  it('sequences and initial states', () => {
    const program = compile(cell, sizes);
    expect(() => runForward(program, parameters, [1, 2, 3])).toThrow('not a multiple of D = 2');
    expect(() => runForward(program, parameters, [1, 2], { h: [1] })).toThrow(
      'The initial state h needs 3 values, not 1',
    );
    expect(() => runForward(program, parameters, [1, 2], { c: [1, 2, 3] })).toThrow(
      'LSTM has no state “c”; it has C, h',
    );
  });
  it('parameters', () => {
    expect(() => parametersFrom(cell, sizes, { W_q: [1] })).toThrow('LSTM has no parameter “W_q”');
    expect(() => parametersFrom(cell, sizes, { b_f: [1] })).toThrow('b_f needs 3 values, not 1');
    expect(() => runForward(compile(cell, sizes), { ...parameters, b_f: Float64Array.of(1) }, [])).toThrow(
      'b_f needs 3 values, not 1',
    );
    const { b_f, ...rest } = parameters;
    expect(b_f).toHaveLength(3);
    expect(() => runForward(compile(cell, sizes), rest, [])).toThrow('b_f needs 3 values, but is missing');
  });
});

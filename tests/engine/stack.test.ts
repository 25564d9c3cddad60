import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellOf } from '../../src/cell/cell.ts';
import { sizesOf } from '../../src/cell/sizes.ts';
import { registry } from '../../src/cells/index.ts';
import { lstm } from '../../src/cells/lstm.ts';
import { rnn } from '../../src/cells/rnn.ts';
import { runForward } from '../../src/engine/forward.ts';
import { parametersFrom } from '../../src/engine/parameters.ts';
import { compile } from '../../src/engine/program.ts';
import { type Pass, runStack } from '../../src/engine/stack.ts';
import { randomParameters, randomVector, settings } from '../laws/running.ts';

const passOf = (declaration: (typeof registry)[number], D: number, H: number, seed: number, reverse = false): Pass => {
  const cell = cellOf(declaration);
  const sizes = sizesOf(D, H);
  return { program: compile(cell, sizes), parameters: randomParameters(cell, sizes, seed, 1), reverse };
};
const rows = (data: Float64Array, width: number): number[][] =>
  Array.from({ length: data.length / width }, (_, t) => [...data.subarray(t * width, (t + 1) * width)]);

describe.each(registry.map((declaration) => [declaration.id, declaration] as const))(
  'a stack of %s',
  (_, declaration) => {
    it('of one pass is the run itself', () => {
      fc.assert(
        fc.property(settings, ({ D, H, T, seed }) => {
          const x = randomVector(seed + 1, T * D, 1);
          const pass = passOf(declaration, D, H, seed);
          const run = runStack([[pass]], x);
          const tape = runForward(pass.program, pass.parameters, x);
          expect(rows(run.output, run.width)).toEqual(
            Array.from({ length: T }, (_, t) => [...tape.values('h', t + 1)]),
          );
        }),
        { numRuns: 10 },
      );
    });
    it('in reverse is the reversed run of the reversed sequence', () => {
      fc.assert(
        fc.property(settings, ({ D, H, T, seed }) => {
          const x = randomVector(seed + 1, T * D, 1);
          const mirrored = rows(x, D).reverse().flat();
          const forward = runStack([[passOf(declaration, D, H, seed)]], mirrored);
          const reverse = runStack([[passOf(declaration, D, H, seed, true)]], x);
          expect(rows(reverse.output, H)).toEqual(rows(forward.output, H).reverse());
          expect(reverse.layers[0][0].final).toEqual(forward.layers[0][0].final);
        }),
        { numRuns: 10 },
      );
    });
    it('ignores what comes after the length of the sequence, in both directions and every layer', () => {
      fc.assert(
        fc.property(settings, fc.nat(6), ({ D, H, T, seed }, cut) => {
          const length = Math.min(cut, T);
          const layers = [
            [passOf(declaration, D, H, seed), passOf(declaration, D, H, seed + 1, true)],
            [passOf(declaration, 2 * H, H, seed + 2), passOf(declaration, 2 * H, H, seed + 3, true)],
          ];
          const x = randomVector(seed + 1, T * D, 1);
          const padded = runStack(layers, x, length);
          const short = runStack(layers, x.subarray(0, length * D));
          expect(padded.output.subarray(0, length * 2 * H)).toEqual(short.output);
          expect(padded.output.subarray(length * 2 * H).every((v) => v === 0)).toBe(true);
          padded.layers.forEach((layer, l) => {
            layer.forEach(({ final }, d) => {
              expect(final).toEqual(short.layers[l][d].final);
            });
          });
        }),
        { numRuns: 10 },
      );
    });
  },
);

describe('initial states', () => {
  it('belong to one pass, and an empty sequence hands them on', () => {
    const initial = { C: [1, 2], h: [3, 4] };
    const [[run]] = runStack([[{ ...passOf(lstm, 1, 2, 1), initial }]], []).layers;
    expect(run.final).toEqual({ C: Float64Array.of(1, 2), h: Float64Array.of(3, 4) });
  });
  it('stay with the reader: a final state is a copy', () => {
    const [[run]] = runStack([[passOf(lstm, 1, 2, 1)]], [1, 2]).layers;
    run.final.C.fill(9);
    expect([...run.tape.values('C', 2)]).not.toContain(9);
  });
});

describe('a stack that does not fit is refused with a sentence', () => {
  it('empty stacks and layers', () => {
    expect(() => runStack([], [1])).toThrow('A stack needs at least one layer');
    expect(() => runStack([[]], [1])).toThrow('A stack needs at least one layer');
  });
  it('widths and lengths', () => {
    expect(() => runStack([[passOf(rnn, 1, 2, 1)], [passOf(rnn, 3, 2, 1)]], [1, 2])).toThrow(
      'Layer 2 takes 3 inputs, but receives 2',
    );
    for (const length of [-1, 3, 0.5])
      expect(() => runStack([[passOf(rnn, 1, 2, 1)]], [1, 2], length)).toThrow('a whole number from 0 to 2');
    expect(() => runStack([[passOf(rnn, 2, 2, 1)]], [1, 2, 3])).toThrow('multiple of D = 2');
  });
  it('a hand calculation: two relu layers that add and double', () => {
    const cell = cellOf(rnn, { activation: 'relu' });
    const sizes = sizesOf(1, 1);
    const pass = (W: number, U: number): Pass => ({
      program: compile(cell, sizes),
      parameters: parametersFrom(cell, sizes, { W_h: [W], U_h: [U] }),
    });
    expect([...runStack([[pass(1, 1)], [pass(2, 0)]], [1, 2, 3]).output]).toEqual([2, 6, 12]);
  });
});

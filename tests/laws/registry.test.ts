import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sizesOf } from '../../src/cell/sizes.ts';
import { preActivationOf, type Ref } from '../../src/cell/slot.ts';
import { runForward } from '../../src/engine/forward.ts';
import { compile } from '../../src/engine/program.ts';
import { sequenceOf } from '../../src/engine/tape.ts';
import type { OpName } from '../../src/ops/ops.ts';
import { everyCell } from '../everyCell.ts';
import { randomParameters, randomVector, settings, tapeOf } from './running.ts';

/** Each operation by functions of the language alone. */
const meaning: Readonly<Record<Exclude<OpName, 'normalise'>, (a: number, b: number, c: readonly number[]) => number>> =
  {
    sigmoid: (a) => 1 / (1 + Math.exp(-a)),
    tanh: Math.tanh,
    relu: (a) => Math.max(a, 0),
    exp: Math.exp,
    logSigmoid: (a) => Math.min(a, 0) - Math.log1p(Math.exp(-Math.abs(a))),
    softplus: (a) => Math.max(a, 0) + Math.log1p(Math.exp(-Math.abs(a))),
    softsign: (a) => a / (1 + Math.abs(a)),
    hardSigmoid: (a, _, [slope, shift]) => Math.min(1, Math.max(0, slope * a + shift)),
    leakyRelu: (a, _, [slope]) => (a < 0 ? slope * a : a),
    clip: (a, _, [limit]) => Math.min(limit, Math.max(-limit, a)),
    identity: (a) => a,
    one: () => 1,
    oneMinus: (a) => 1 - a,
    add: (a, b) => a + b,
    sub: (a, b) => a - b,
    mul: (a, b) => a * b,
    div: (a, b) => a / b,
    max: (a, b) => Math.max(a, b),
    logSign: (a) => Math.log(Math.abs(Math.sign(a))),
    share: (a, b) => (1 + Math.exp(-b)) / (2 + Math.exp(-a) + Math.exp(-b)),
    scaleShift: (a, _, [slope, shift]) => slope * a + shift,
  };

/** Distances from the mean in standard deviations, by sums over squares. */
function standardised(values: readonly number[]): readonly number[] {
  const n = values.length;
  const total = values.reduce((a, b) => a + b, 0);
  const pairs = values.flatMap((a) => values.map((b) => (a - b) ** 2));
  const variance = pairs.reduce((a, b) => a + b, 0) / (2 * n * n);
  return values.map((value) => (value - total / n) / Math.sqrt(variance + 1e-5));
}

const isNear = (actual: number, expected: number, scale = 1): boolean =>
  Math.abs(actual - expected) <= 1e-12 * Math.max(1, Math.abs(expected), scale);

// One expectation per run, because an expectation for every number takes far longer than computing it.

describe.each(everyCell)('$name', ({ cell }) => {
  it('every signal stays in its declared range, and every gate in 0…1', () => {
    fc.assert(
      fc.property(settings, (setting) => {
        const tape = tapeOf(cell, setting);
        const outside = cell.signals.flatMap(({ id, info, range }) => {
          const [low, high] = info.role === 'gate' ? [0, 1] : range;
          return [...sequenceOf(tape, id)]
            .filter((value) => !(value >= low && value <= high))
            .map((value) => `${id} is ${value}`);
        });
        expect(outside).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });

  it('every signal is its operation on its arguments, and every pre-activation the sum of its terms', () => {
    fc.assert(
      fc.property(settings, (setting) => {
        const sizes = sizesOf(setting.D, setting.H);
        const parameters = randomParameters(cell, sizes, setting.seed, setting.scale);
        const initial = Object.fromEntries(
          cell.states.map(({ id }, k) => [id, randomVector(setting.seed + k, setting.H, 1)]),
        );
        const tape = runForward(
          compile(cell, sizes),
          parameters,
          randomVector(setting.seed + 9, setting.T * setting.D, 1),
          initial,
        );
        const wrong: string[] = [];
        for (let t = 1; t <= tape.length; t++)
          for (const { id, op, constants, args, affine } of cell.signals) {
            const near = (actual: number, expected: number, scale?: number): void => {
              if (!isNear(actual, expected, scale)) wrong.push(`${id} at ${t} is ${actual}, not ${expected}`);
            };
            if (op === 'normalise') {
              const expected = standardised([...tape.read(args[0], t)]);
              tape.values(id, t).forEach((value, k) => {
                near(value, expected[k]);
              });
              continue;
            }
            const read = (ref: Ref | undefined, k: number): number => (ref ? tape.read(ref, t)[k] : 0);
            tape.values(id, t).forEach((value, k) => {
              if (!affine) {
                near(value, meaning[op](read(args[0], k), read(args[1], k), constants));
                return;
              }
              const terms = affine.terms.flatMap(({ ref, weight, parameter }) => {
                const source = tape.read(ref, t);
                if (!parameter) return [source[k]];
                if (weight === 'diagonal') return [parameters[parameter][k] * source[k]];
                return Array.from(source, (v, c) => parameters[parameter][k * source.length + c] * v);
              });
              const bias = affine.bias ? parameters[affine.bias][k] : 0;
              const before = tape.values(preActivationOf(id), t)[k];
              near(
                before,
                terms.reduce((a, b) => a + b, bias),
                terms.reduce((a, b) => a + Math.abs(b), 0),
              );
              near(value, meaning[op](before, 0, constants));
            });
          }
        expect(wrong).toEqual([]);
      }),
      { numRuns: 8 },
    );
  });

  it('a sequence run in two parts, the second from the states of the first, gives the same numbers', () => {
    fc.assert(
      fc.property(settings, fc.nat(6), (setting, cut) => {
        const { D, H, T, seed, scale } = setting;
        const first = Math.min(cut, T);
        const sizes = sizesOf(D, H);
        const program = compile(cell, sizes);
        const parameters = randomParameters(cell, sizes, seed, scale);
        const x = randomVector(seed + 1, T * D, 1);
        const whole = runForward(program, parameters, x);
        const head = runForward(program, parameters, x.subarray(0, first * D));
        const states = Object.fromEntries(cell.states.map(({ id }) => [id, head.values(id, first)]));
        const tail = runForward(program, parameters, x.subarray(first * D), states);
        const parted = cell.signals.filter(({ id }) =>
          sequenceOf(tail, id).some((value, k) => !Object.is(value, sequenceOf(whole, id).at(k - tail.length * H))),
        );
        expect(parted.map(({ id }) => id)).toEqual([]);
      }),
      { numRuns: 8 },
    );
  });

  it('an empty sequence leaves the initial states alone', () => {
    const tape = tapeOf(cell, { D: 2, H: 3, T: 0, scale: 1, seed: 1 });
    expect(tape.length).toBe(0);
    for (const { id, initial } of cell.states) expect([...tape.values(id, 0)]).toEqual([initial, initial, initial]);
  });
});

/** The cells whose new state is a blend of the old one and a candidate. */
const blends = everyCell.filter(
  ({ cell }) =>
    ['coupled', 'gru', 'mgu', 'mingru', 'minlstm'].includes(cell.id) ||
    (cell.id === 'greff' && cell.options.ablation === 'CIFG'),
);

describe.each(blends)('$name', ({ cell }) => {
  it('the new state lies between the old state and the candidate', () => {
    const state = cell.states[0].id;
    fc.assert(
      fc.property(settings, (setting) => {
        const start = { [state]: randomVector(setting.seed + 3, setting.H, 3) };
        const tape = tapeOf(cell, setting, start);
        const outside: string[] = [];
        for (let t = 1; t <= tape.length; t++)
          tape.values(state, t).forEach((value, k) => {
            const [old, candidate] = [tape.values(state, t - 1)[k], tape.values('candidate', t)[k]];
            const rounding = 1e-15 * Math.max(Math.abs(old), Math.abs(candidate));
            const [low, high] = [Math.min(old, candidate) - rounding, Math.max(old, candidate) + rounding];
            if (!(value >= low && value <= high)) outside.push(`${value} at ${t} is not in ${low}…${high}`);
          });
        expect(outside).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cell, cellOf } from '../../src/cell/cell.ts';
import { sizesOf } from '../../src/cell/sizes.ts';
import { coupled } from '../../src/cells/coupled.ts';
import { fullGateRecurrence, greff } from '../../src/cells/greff.ts';
import { gru } from '../../src/cells/gru.ts';
import { declarationOf } from '../../src/cells/index.ts';
import { lstm } from '../../src/cells/lstm.ts';
import { minLstm } from '../../src/cells/minimal.ts';
import { peephole } from '../../src/cells/peephole.ts';
import { slstm } from '../../src/cells/slstm.ts';
import { runForward } from '../../src/engine/forward.ts';
import type { Parameters } from '../../src/engine/parameters.ts';
import { initialParameters, parametersFrom } from '../../src/engine/parameters.ts';
import { compile } from '../../src/engine/program.ts';
import { randomParameters, randomVector, type Setting, settings, tapeOf } from './running.ts';

/** Runs `other` with the parameters of `cell`, some of them replaced, and compares these signals of both. */
function expectSame(
  setting: Setting,
  [cell, other]: readonly [Cell, Cell],
  change: (name: string, values: Float64Array) => Float64Array | null,
  signals: readonly string[],
  tolerance = 1e-13,
): void {
  const { D, H, T, scale, seed } = setting;
  const sizes = sizesOf(D, H);
  const x = randomVector(seed + 1, T * D, 1);
  const own = randomParameters(cell, sizes, seed, scale);
  const all = randomParameters(other, sizes, seed, scale);
  const changed: Parameters = Object.fromEntries(
    Object.entries(all).map(([name, values]) => [name, change(name, own[name] ?? values.map(() => 0)) ?? values]),
  );
  const one = runForward(compile(cell, sizes), own, x);
  const two = runForward(compile(other, sizes), changed, x);
  for (let t = 1; t <= T; t++)
    for (const id of signals) {
      const expected = one.values(id, t);
      two.values(id, t).forEach((value, k) => {
        expect(Math.abs(value - expected[k])).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(expected[k])));
      });
    }
}

const keep = (_: string, values: Float64Array): Float64Array => values;
const zeroed = (letters: RegExp) => (name: string, values: Float64Array) =>
  letters.test(name) ? values.fill(0) : values;
const tame = settings.map((setting) => ({ ...setting, scale: Math.min(setting.scale, 2) }));
const lstmSignals = ['f', 'i', 'candidate', 'C', 'o', 'h'];

describe('cells that are the same under other names', () => {
  it('a peephole LSTM whose peepholes weigh nothing is the LSTM', () => {
    for (const peepWeights of ['diagonal', 'full'])
      fc.assert(
        fc.property(settings, (s) =>
          expectSame(s, [cellOf(lstm), cellOf(peephole, { peepWeights })], zeroed(/^[pP]_/), lstmSignals, 0),
        ),
        { numRuns: 30 },
      );
  });
  it('without any peephole, by option or ablation, it is the LSTM', () => {
    const none = { peepF: false, peepI: false, peepO: false };
    fc.assert(
      fc.property(settings, (s) => expectSame(s, [cellOf(lstm), cellOf(peephole, none)], keep, lstmSignals, 0)),
      { numRuns: 30 },
    );
    fc.assert(
      fc.property(settings, (s) =>
        expectSame(s, [cellOf(lstm), cellOf(greff, { ablation: 'NP' })], keep, lstmSignals, 0),
      ),
      { numRuns: 30 },
    );
  });
  it('the vanilla LSTM of Greff et al. is the LSTM with all peepholes', () => {
    fc.assert(
      fc.property(settings, (s) =>
        expectSame(s, [cellOf(peephole), cellOf(greff, { ablation: 'V' })], keep, lstmSignals, 0),
      ),
      { numRuns: 30 },
    );
  });
  it('full gate recurrence without its nine matrices is the vanilla LSTM', () => {
    fc.assert(
      fc.property(settings, (s) =>
        expectSame(s, [cellOf(peephole), cellOf(fullGateRecurrence)], zeroed(/^R_/), lstmSignals, 0),
      ),
      { numRuns: 30 },
    );
  });
  it('CIFG is the coupled cell with f = 1 − i and its peepholes', () => {
    const tied = cellOf(coupled, { couple: 'f', peepI: true, peepO: true });
    fc.assert(
      fc.property(settings, (s) => expectSame(s, [tied, cellOf(greff, { ablation: 'CIFG' })], keep, lstmSignals, 0)),
      { numRuns: 30 },
    );
  });
  it('no input gate and no forget gate are the coupled extremes: a gate of one', () => {
    fc.assert(
      fc.property(settings, (s) => {
        const tape = tapeOf(cellOf(greff, { ablation: 'NFG' }), s);
        for (let t = 1; t <= s.T; t++) expect(tape.values('kept', t)).toEqual(tape.values('C', t - 1));
      }),
      { numRuns: 20 },
    );
  });
  it('z on the old state is z on the candidate with W_z, U_z and b_z negated', () => {
    for (const reset of ['before', 'after']) {
      const pair = [cellOf(gru, { reset, z: 'candidate' }), cellOf(gru, { reset, z: 'old' })] as const;
      const negated = (name: string, values: Float64Array) => (name.endsWith('_z') ? values.map((v) => -v) : values);
      fc.assert(
        fc.property(tame, (s) => expectSame(s, pair, negated, ['candidate', 'h'], 1e-12)),
        { numRuns: 40 },
      );
    }
  });
  it('reset before and after the matrix agree for one unit and b_Uh = 0, and not for more', () => {
    const pair = [cellOf(gru, { reset: 'before' }), cellOf(gru, { reset: 'after' })] as const;
    const same = (H: number) => (s: Setting) =>
      expectSame({ ...s, H }, pair, zeroed(/^b_Uh$/), ['candidate', 'h'], 1e-12);
    fc.assert(fc.property(tame, same(1)), { numRuns: 40 });
    expect(() => same(4)({ D: 2, H: 4, T: 5, scale: 2, seed: 3 })).toThrow();
  });
});

describe('minLSTM', () => {
  it('keeps and writes shares that add up to one', () => {
    fc.assert(
      fc.property(settings, (s) => {
        const tape = tapeOf(cellOf(minLstm), s);
        for (let t = 1; t <= s.T; t++)
          tape.values('keepShare', t).forEach((share, k) => {
            expect(Math.abs(share + tape.values('writeShare', t)[k] - 1)).toBeLessThanOrEqual(2 ** -52);
          });
      }),
    );
  });

  it('has the same shares from logarithms as from the ratio, and right ones where both gates underflow', () => {
    fc.assert(
      fc.property(settings, (s) => {
        const [ratio, log] = ['ratio', 'log'].map((shares) => tapeOf(cellOf(minLstm, { shares }), s));
        for (let t = 1; t <= s.T; t++)
          log.values('h', t).forEach((h, k) => {
            expect(Math.abs(h - ratio.values('h', t)[k])).toBeLessThan(1e-12 * Math.max(1, Math.abs(h)));
          });
      }),
    );
    const cell = cellOf(minLstm, { shares: 'log' });
    const sizes = sizesOf(1, 1);
    const parameters = parametersFrom(cell, sizes, { b_f: [-2000], b_i: [-2001] });
    const tape = runForward(compile(cell, sizes), parameters, [0]);
    expect(tape.values('keepShare', 1)[0]).toBeCloseTo(1 / (1 + Math.exp(-1)), 15);
  });
});

describe('sLSTM', () => {
  it.each(['sigmoid', 'exp'])('stabilised equals the raw form with a forget gate of %s', (forget) => {
    const cell = cellOf(slstm, { forget });
    fc.assert(
      fc.property(tame, ({ D, H, T, scale, seed }) => {
        const sizes = sizesOf(D, H);
        const p = randomParameters(cell, sizes, seed, scale);
        const x = randomVector(seed + 1, T * D, 1);
        const tape = runForward(compile(cell, sizes), p, x);
        let h = new Array<number>(H).fill(0);
        const C = new Array<number>(H).fill(0);
        const n = new Array<number>(H).fill(0);
        for (let t = 0; t < T; t++) {
          const layer = (gate: string, k: number): number => {
            let sum = p[`b_${gate}`][k];
            for (let d = 0; d < D; d++) sum += p[`W_${gate}`][k * D + d] * x[t * D + d];
            for (let j = 0; j < H; j++) sum += p[`U_${gate}`][k * H + j] * h[j];
            return sum;
          };
          h = h.map((_, k) => {
            const f = forget === 'exp' ? Math.exp(layer('f', k)) : 1 / (1 + Math.exp(-layer('f', k)));
            const i = Math.exp(layer('i', k));
            C[k] = f * C[k] + i * Math.tanh(layer('z', k));
            n[k] = f * n[k] + i;
            return C[k] / n[k] / (1 + Math.exp(-layer('o', k)));
          });
          h.forEach((value, k) => {
            expect(Math.abs(tape.values('h', t + 1)[k] - value)).toBeLessThanOrEqual(1e-12);
          });
        }
      }),
    );
  });
});

describe('quotients of gates on unscaled numbers', () => {
  const biased = (id: string, options: Record<string, string>, given: Record<string, number[]>, initial = {}) => {
    const declaration = declarationOf(id);
    if (!declaration) throw new Error(`there is no cell ${id}`);
    const cell = cellOf(declaration, options);
    const sizes = sizesOf(1, 1);
    return runForward(compile(cell, sizes), parametersFrom(cell, sizes, given), [0], initial);
  };

  it.each([-30000, -1500, -745, -740, -1, 0, 740, 30000])(
    'the first mean of an sLSTM is its candidate, with an exponent of %d',
    (i) => {
      const tape = biased('slstm', {}, { b_i: [i], b_z: [1], b_f: [3] });
      expect(tape.values('mean', 1)[0]).toBe(tape.values('candidate', 1)[0]);
      expect(tape.values('m', 1)[0]).toBe(i);
      expect(tape.values('mean', 1)[0]).toBeCloseTo(0.7616, 4);
    },
  );

  it('an sLSTM that goes on from states where something was written keeps the stabiliser of its memory', () => {
    const tape = biased('slstm', { forget: 'exp' }, { b_i: [-1], b_f: [-0.5] }, { n: [1], m: [2], C: [0.5] });
    expect(tape.values('m', 1)[0]).toBe(1.5);
    expect(tape.values('C', 1)[0]).toBe(0.5);
  });

  it.each(['ratio', 'log'])(
    'minLSTM, shares by %s: both are right where the gates underflow, and add up to 1',
    (shares) => {
      const share = (f: number, i: number, signal: string): number =>
        biased('minlstm', { shares }, { b_f: [f], b_i: [i] }).values(signal, 1)[0];
      // σ(1), and e^−50 / (½ + e^−50), both to all digits of a double
      expect(share(-740, -741, 'keepShare')).toBeCloseTo(0.7310585786300049, 14);
      expect(share(-30000, -30001, 'keepShare')).toBeCloseTo(0.7310585786300049, 11);
      expect(share(0, -50, 'writeShare') / 3.857499695927836e-22).toBeCloseTo(1, 13);
      for (const [f, i] of [
        [-740, -741],
        [0, -50],
        [3, -2],
        [-2000, 5],
      ])
        expect(share(f, i, 'keepShare') + share(f, i, 'writeShare')).toBeCloseTo(1, 15);
    },
  );

  it.each(['slstm', 'minlstm'])('%s stays a number on rows around 1500 and 30000, whatever the seed', (id) => {
    const declaration = declarationOf(id);
    if (!declaration) throw new Error(`there is no cell ${id}`);
    for (const level of [1013, 1500, 3000, 30000])
      for (let seed = 1; seed <= 30; seed++) {
        const cell = cellOf(declaration);
        const sizes = sizesOf(1, 4);
        const x = [level, level * 1.01, level * 0.99];
        const tape = runForward(compile(cell, sizes), initialParameters(cell, sizes, { seed }), x);
        for (let t = 1; t <= 3; t++)
          expect(tape.values('h', t).every(Number.isFinite), `${level}, seed ${seed}`).toBe(true);
      }
  });
});

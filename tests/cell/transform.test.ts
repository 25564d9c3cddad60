import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cell, cellOf } from '../../src/cell/cell.ts';
import { sizesOf } from '../../src/cell/sizes.ts';
import { withActivations, withClip, withProjection } from '../../src/cell/transform.ts';
import { coupled } from '../../src/cells/coupled.ts';
import { gru } from '../../src/cells/gru.ts';
import { registry } from '../../src/cells/index.ts';
import { lstm } from '../../src/cells/lstm.ts';
import { minGru } from '../../src/cells/minimal.ts';
import { peephole } from '../../src/cells/peephole.ts';
import { rnn } from '../../src/cells/rnn.ts';
import { runForward } from '../../src/engine/forward.ts';
import { parametersFrom } from '../../src/engine/parameters.ts';
import { compile } from '../../src/engine/program.ts';
import { combinationsOf } from '../everyCell.ts';
import { randomParameters, randomVector, settings, tapeOf } from '../laws/running.ts';

const opsOf = (cell: Cell): Record<string, string> => Object.fromEntries(cell.signals.map(({ id, op }) => [id, op]));
const hard = { op: 'hardSigmoid', constants: [0.2, 0.5] } as const;

describe('withProjection', () => {
  const cell = cellOf(withProjection(lstm));
  it('makes the output and what the layers see of it P long, and keeps the cell state H long', () => {
    expect(cell.states.map(({ id, dim }) => [id, dim])).toEqual([
      ['C', 'H'],
      ['h', 'P'],
    ]);
    expect(cell.parameters.find((p) => p.name === 'U_f')?.shape).toEqual(['H', 'P']);
    expect(cell.parameters.find((p) => p.name === 'W_hr')?.shape).toEqual(['P', 'H']);
  });
  it('with the unit matrix is the cell itself', () => {
    for (const declaration of [lstm, peephole, coupled])
      fc.assert(
        fc.property(settings, (setting) => {
          const { D, H, T, scale, seed } = setting;
          const [plain, projected] = [cellOf(declaration), cellOf(withProjection(declaration))];
          const sizes = sizesOf(D, H, H);
          const x = randomVector(seed + 1, T * D, 1);
          const parameters = randomParameters(plain, sizes, seed, scale);
          const unit = Array.from({ length: H * H }, (_, k) => (k % (H + 1) === 0 ? 1 : 0));
          const one = runForward(compile(plain, sizes), parameters, x);
          const two = runForward(
            compile(projected, sizes),
            parametersFrom(projected, sizes, { ...parameters, W_hr: unit }),
            x,
          );
          for (let t = 0; t <= T; t++)
            expect([...two.values('h', t)].map((v) => v + 0)).toEqual([...one.values('h', t)].map((v) => v + 0));
        }),
        { numRuns: 15 },
      );
  });
  it('is refused by a cell whose output is its only memory', () => {
    expect(() => cellOf(withProjection(gru))).toThrow('needs arguments of one length');
  });
});

describe('withActivations', () => {
  it('changes every layer of a role, one signal by its id, and nothing else', () => {
    const cell = cellOf(withActivations(lstm, { gate: hard, candidate: { op: 'relu' }, squashed: { op: 'softsign' } }));
    expect(opsOf(cell)).toEqual({
      ...opsOf(cellOf(lstm)),
      f: 'hardSigmoid',
      i: 'hardSigmoid',
      o: 'hardSigmoid',
      candidate: 'relu',
      squashed: 'softsign',
    });
    expect(cell.signals.find(({ id }) => id === 'f')?.constants).toEqual([0.2, 0.5]);
  });
  it('lets an id win over its role', () => {
    expect(opsOf(cellOf(withActivations(lstm, { gate: hard, o: { op: 'tanh' } })))).toMatchObject({
      f: 'hardSigmoid',
      o: 'tanh',
    });
  });
  it('leaves tied gates tied', () => {
    expect(opsOf(cellOf(withActivations(coupled, { gate: hard })))).toMatchObject({ f: 'hardSigmoid', i: 'oneMinus' });
    expect(opsOf(cellOf(withActivations(gru, { gate: hard })))).toMatchObject({ z: 'hardSigmoid', rest: 'oneMinus' });
  });
  it('gives a layer without an activation one', () => {
    expect(opsOf(cellOf(withActivations(minGru, { candidate: { op: 'tanh' } }))).candidate).toBe('tanh');
  });
  it('keeps the parameters of every cell, so that both can share them', () => {
    for (const declaration of registry)
      for (const options of combinationsOf(declaration)) {
        const names = (cell: Cell) => cell.parameters.map((p) => p.name);
        const same = names(cellOf(declaration, options));
        expect(names(cellOf(withActivations(declaration, { gate: hard }), options))).toEqual(same);
        expect(names(cellOf(withClip(declaration, 3), options))).toEqual(same);
      }
  });
  it('refuses a signal that is unknown or has no activation', () => {
    expect(() => withActivations(lstm, { forget: hard })).toThrow('lstm: there is no signal or role “forget”');
    expect(() => cellOf(withActivations(lstm, { C: hard }))).toThrow('lstm: “C” has no activation that could change');
    expect(() => cellOf(withActivations(coupled, { i: hard }))).toThrow(
      'coupled: “i” has no activation that could change',
    );
  });
});

describe('withClip', () => {
  it('changes nothing where nothing reaches the limit', () => {
    for (const declaration of registry)
      for (const options of combinationsOf(declaration)) {
        const plain = cellOf(declaration, options);
        const setting = { D: 2, H: 3, T: 3, scale: 2, seed: 5 };
        const one = tapeOf(plain, setting);
        const two = tapeOf(cellOf(withClip(declaration, 1e6), options), setting);
        for (const { id } of plain.signals) expect(two.values(id, 3)).toEqual(one.values(id, 3));
      }
  });
  it('holds what enters the gates and the candidate, not what enters the output activation', () => {
    const cell = cellOf(withClip(lstm, 0.5));
    fc.assert(
      fc.property(settings, (setting) => {
        const tape = tapeOf(cell, { ...setting, scale: 20 }, { C: new Float64Array(setting.H).fill(9) });
        for (let t = 1; t <= tape.length; t++)
          tape.values('f', t).forEach((f, k) => {
            expect(f).toBeGreaterThanOrEqual(1 / (1 + Math.exp(0.5)) - 1e-15);
            expect(f).toBeLessThanOrEqual(1 / (1 + Math.exp(-0.5)) + 1e-15);
            expect(tape.values('squashed', t)[k]).toBeCloseTo(Math.tanh(tape.values('C', t)[k]), 14);
          });
      }),
      { numRuns: 20 },
    );
  });
  it('refuses a limit that is not positive', () => {
    for (const limit of [0, -1, Number.NaN]) expect(() => withClip(rnn, limit)).toThrow('must be more than 0');
  });
});

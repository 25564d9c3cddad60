import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellOf } from '../../src/cell/cell.ts';
import { lstm } from '../../src/cells/lstm.ts';
import { peephole } from '../../src/cells/peephole.ts';
import { runBackward } from '../../src/engine/backward.ts';
import { runForward } from '../../src/engine/forward.ts';
import { jacobiansOf, productsOf } from '../../src/engine/jacobian.ts';
import { everyCell } from '../everyCell.ts';
import { type CellCase, runCase } from '../fixtures/cellCases.ts';
import { expectClose, reference } from '../fixtures/reference.ts';
import { randomParameters, randomVector, settings, tapeOf } from '../laws/running.ts';

describe('d(states at T)/d(states at k) of the reference', () => {
  it.each(reference<CellCase>('cells/jacobians.json').map((one) => [one.name, one] as const))('%s', (_, one) => {
    const { tapes } = runCase(one, 'jacobians.json');
    const { toLast } = jacobiansOf(tapes[0]);
    for (const [[of, by], stored] of Object.entries(one.expected))
      expectClose(
        toLast.flatMap((blocks) => [...blocks[of][by]]),
        stored,
        1e-12,
        of + by,
      );
  });
});

describe('products of one-timestep Jacobians are what a run backwards gives', () => {
  it.each(everyCell.map(({ name, cell }) => [name, cell] as const))('%s', (_, cell) => {
    fc.assert(
      fc.property(settings, fc.constantFrom(0.5, 2), (anyhow, scale) => {
        const setting = { ...anyhow, scale };
        const tape = tapeOf(cell, setting);
        const { program, length: T } = tape;
        const parameters = randomParameters(cell, program.sizes, setting.seed, setting.scale);
        const { toLast } = jacobiansOf(tape);
        const k = setting.seed % T;
        const states = Object.fromEntries(cell.states.map(({ id }) => [id, tape.values(id, k)]));
        const x = Array.from({ length: T - k }, (_, t) => [...tape.values('x', k + t + 1)]).flat();
        const tail = runForward(program, parameters, x, states);
        for (const { id, dim } of cell.states) {
          const unit = setting.seed % program.sizes[dim];
          const { initial } = runBackward(tail, (adjoint) => {
            adjoint.values(id, T - k)[unit] = 1;
          });
          for (const [by, row] of Object.entries(initial)) {
            const data = [...toLast[k][id][by].subarray(unit * row.length, (unit + 1) * row.length)];
            expectClose(row, { shape: [row.length], data }, 1e-11, `d${id}/d${by}`);
          }
        }
      }),
      { numRuns: 3 },
    );
  });
});

describe('the parts of the Jacobians', () => {
  const cell = cellOf(lstm);
  const tape = tapeOf(cell, { D: 2, H: 3, T: 4, scale: 1, seed: 5 });
  const parameters = randomParameters(cell, tape.program.sizes, 5, 1);
  const { steps, toLast } = jacobiansOf(tape);

  it('one timestep each, and the identity at the end', () => {
    expect([steps.length, toLast.length]).toEqual([4, 5]);
    expect([...toLast[4].C.C]).toEqual([1, 0, 0, 0, 1, 0, 0, 0, 1]);
    expect([...toLast[4].h.C]).toEqual(Array(9).fill(0));
    expect(toLast[3]).toEqual(steps[3]);
  });
  it('over one timestep ∂C/∂C is the forget gate and nothing else, without peepholes', () => {
    steps.forEach(({ C }, t) => {
      const [a, b, c] = tape.values('f', t + 1);
      expect([...C.C]).toEqual([a, 0, 0, 0, b, 0, 0, 0, c]);
    });
    expect(toLast[0].C.C[1]).not.toBe(0);
  });
  it('with peepholes it is not', () => {
    const peeping = cellOf(peephole);
    const run = tapeOf(peeping, { D: 2, H: 2, T: 1, scale: 1, seed: 5 });
    const [step] = jacobiansOf(run).steps;
    expect(step.C.C[0]).not.toBeCloseTo(run.values('f', 1)[0], 3);
  });
  it('the first steps alone lead to an earlier timestep', () => {
    const short = runForward(tape.program, parameters, randomVector(6, 8, 1).subarray(0, 4));
    expect(productsOf(tape.program, steps.slice(0, 2))).toEqual(jacobiansOf(short).toLast);
  });
  it('of an empty run are the identity', () => {
    const empty = jacobiansOf(runForward(tape.program, parameters, []));
    expect(empty.steps).toEqual([]);
    expect([...empty.toLast[0].h.h]).toEqual([1, 0, 0, 0, 1, 0, 0, 0, 1]);
  });
});

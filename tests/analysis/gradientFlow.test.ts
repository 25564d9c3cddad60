import { describe, expect, it } from 'vitest';
import { firstWrong, gradientFlowOf, productOfSteps, shareBeside } from '../../src/analysis/gradientFlow.ts';
import { cellOf } from '../../src/cell/cell.ts';
import { sizesOf } from '../../src/cell/sizes.ts';
import { gru } from '../../src/cells/gru.ts';
import { lstm } from '../../src/cells/lstm.ts';
import { rnn } from '../../src/cells/rnn.ts';
import { runForward } from '../../src/engine/forward.ts';
import { parametersFrom } from '../../src/engine/parameters.ts';
import { compile } from '../../src/engine/program.ts';
import { type CellCase, runCase } from '../fixtures/cellCases.ts';
import { largestSingular } from '../fixtures/largestSingular.ts';
import { reference, tensor } from '../fixtures/reference.ts';
import { randomParameters, randomVector } from '../laws/running.ts';

const cases = reference<CellCase>('cells/jacobians.json');

describe.each(cases)('the gradient flow of $name', (one) => {
  const { tapes, cell } = runCase(one, 'jacobians.json');
  const flow = gradientFlowOf(tapes[0]);
  const matrix = (name: string, k: number): readonly number[] =>
    tensor(one.expected[name]).data.slice(9 * k, 9 * k + 9);

  it.each(cell.states)('has for $id the norms of the reference Jacobians at every distance', ({ id }) => {
    const { total } = flow.states.find(({ state }) => state === id) ?? {};
    expect(total).toHaveLength(one.T + 1);
    for (let k = 0; k <= one.T; k++) {
      const expected = largestSingular(matrix(id + id, k));
      expect(Math.abs((total?.[one.T - k] ?? 0) / expected - 1), `distance ${one.T - k}`).toBeLessThan(1e-6);
    }
  });
  it('loses nothing between the direct path and the rest', () => {
    for (const { state, total, direct, rest } of flow.states) {
      if (!direct || !rest) continue;
      for (let d = 0; d <= one.T; d++) {
        const gates = [0, 1, 2].map((u) => {
          let product = 1;
          for (let t = one.T - d + 1; t <= one.T; t++) product *= keptBy(state, t, u);
          return product;
        });
        const expected = [...matrix(state + state, one.T - d)];
        gates.forEach((gate, u) => {
          expected[4 * u] -= gate;
        });
        expect(direct[d]).toBeCloseTo(Math.max(...gates), 10);
        expect(rest[d]).toBeCloseTo(largestSingular(expected), 6);
        expect(total[d]).toBeLessThanOrEqual(direct[d] + rest[d] + 1e-9);
      }
    }
    /** Factor of the old state in the equations: f, or in a GRU 1 − z (or z). */
    function keptBy(state: string, t: number, unit: number): number {
      if (state === 'C') return tapes[0].values('f', t)[unit];
      const z = tapes[0].values('z', t)[unit];
      return cell.options.z === 'old' ? z : 1 - z;
    }
  });
  it('takes in no timestep more than that timestep lets through', () => {
    let bound = 1;
    for (let d = 1; d <= one.T; d++) {
      bound *= flow.steps[one.T - d];
      expect(productOfSteps(flow)[d]).toBe(bound);
      for (const { total } of flow.states) expect(total[d]).toBeLessThanOrEqual(bound * (1 + 1e-6));
    }
    const last = flow.steps[one.T - 1];
    const blocks = cell.states.flatMap((of) => cell.states.map((by) => matrix(of.id + by.id, one.T - 1)));
    const largest = Math.max(...blocks.map(largestSingular));
    expect(last).toBeGreaterThan(largest * (1 - 1e-6));
    expect(last).toBeLessThan(Math.hypot(...blocks.flat()) * (1 + 1e-6));
  });
});

describe('cells whose gradient is known', () => {
  const T = 40;
  it('a linear unit with recurrent weight w lets w^d through after d timesteps, be it fading or growing', () => {
    const cell = cellOf(rnn, { activation: 'relu' });
    const sizes = sizesOf(1, 1);
    for (const w of [0.5, 1, 1.5]) {
      const parameters = parametersFrom(cell, sizes, { W_h: [1], U_h: [w], b_h: [0] });
      const { states, steps } = gradientFlowOf(
        runForward(compile(cell, sizes), parameters, new Float64Array(T).fill(1)),
      );
      expect(states[0].direct).toBeNull();
      expect(states[0].rest).toBeNull();
      expect(firstWrong(states[0], 0.1)).toBeNull();
      states[0].total.forEach((norm, d) => {
        expect(norm / w ** d).toBeCloseTo(1, 9);
      });
      for (const step of steps) expect(step).toBeCloseTo(w, 12);
    }
  });
  it('a tanh unit that latches (w = 2) lets almost nothing through: (2 (1 − h²))^d', () => {
    const cell = cellOf(rnn);
    const sizes = sizesOf(1, 1);
    const parameters = parametersFrom(cell, sizes, { W_h: [2], U_h: [2], b_h: [0] });
    const x = new Float64Array(T);
    x[0] = 1;
    const tape = runForward(compile(cell, sizes), parameters, x);
    const kept = tape.values('h', T)[0];
    expect(kept).toBeCloseTo(0.9575, 4);
    const { total } = gradientFlowOf(tape).states[0];
    expect(total[20]).toBeCloseTo((2 * (1 - kept ** 2)) ** 20, 18);
    expect(total[20]).toBeLessThan(1e-14);
  });
  it('an LSTM whose gates see no state passes exactly ∏ f', () => {
    const cell = cellOf(lstm);
    const sizes = sizesOf(2, 3);
    const seeded = randomParameters(cell, sizes, 5, 1.5);
    const parameters = Object.fromEntries(
      Object.entries(seeded).map(([name, w]) => [name, name.startsWith('U') ? w.map(() => 0) : w]),
    );
    const tape = runForward(compile(cell, sizes), parameters, randomVector(6, 2 * T, 1));
    const C = gradientFlowOf(tape).states.find(({ state }) => state === 'C');
    if (!C) throw new Error('no C');
    for (let d = 0; d <= T; d++) {
      const products = [1, 1, 1];
      for (let t = T - d + 1; t <= T; t++)
        tape.values('f', t).forEach((f, u) => {
          products[u] *= f;
        });
      expect(C.total[d]).toBeCloseTo(Math.max(...products), 9);
      expect(C.rest?.[d]).toBe(0);
    }
    expect(shareBeside(C)?.every((share) => share === 0)).toBe(true);
    expect(firstWrong(C, 0.01)).toBeNull();
  });
  it('“it is just f” goes wrong from the second timestep on where an LSTM feeds its hidden state back strongly', () => {
    const cell = cellOf(lstm);
    const sizes = sizesOf(2, 6);
    const run = (scale: number) => {
      const parameters = randomParameters(cell, sizes, 9, scale);
      return gradientFlowOf(runForward(compile(cell, sizes), parameters, randomVector(10, 2 * T, 1))).states[0];
    };
    // with h held fixed, one timestep of C is f alone
    expect(shareBeside(run(1.5))?.[1]).toBeLessThan(1e-12);
    expect(firstWrong(run(1.5), 0.1)).toBe(2);
    expect(firstWrong(run(0.05), 0.1)).toBeGreaterThan(2);
  });
  it('a GRU passes 1 − z directly, and the rest is what the gates and the candidate add', () => {
    const cell = cellOf(gru);
    const sizes = sizesOf(1, 2);
    const tape = runForward(compile(cell, sizes), parametersFrom(cell, sizes, { b_z: [-2, -1] }), new Float64Array(T));
    const { direct, rest } = gradientFlowOf(tape).states[0];
    expect(direct?.[10]).toBeCloseTo((1 / (1 + Math.exp(-2))) ** 10, 12);
    expect(rest?.[10]).toBe(0);
  });
});

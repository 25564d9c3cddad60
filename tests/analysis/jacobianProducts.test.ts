import { describe, expect, it } from 'vitest';
import { firstWrong, gradientFlowOf } from '../../src/analysis/gradientFlow.ts';
import { jacobianProducts } from '../../src/analysis/jacobianProducts.ts';
import { cellOf } from '../../src/cell/cell.ts';
import { gru } from '../../src/cells/gru.ts';
import { lstm } from '../../src/cells/lstm.ts';
import { rnn } from '../../src/cells/rnn.ts';
import { runForward } from '../../src/engine/forward.ts';
import { everyCell } from '../everyCell.ts';
import { type CellCase, runCase } from '../fixtures/cellCases.ts';
import { expectClose, reference } from '../fixtures/reference.ts';
import { randomParameters, tapeOf } from '../laws/running.ts';

const setting = { D: 2, H: 3, T: 6, scale: 1, seed: 5 };

function runOf(declaration: Parameters<typeof cellOf>[0]) {
  const cell = cellOf(declaration);
  const tape = tapeOf(cell, setting);
  return { tape, parameters: randomParameters(cell, tape.program.sizes, setting.seed, setting.scale) };
}

describe('running products are the reference Jacobians', () => {
  it.each(reference<CellCase>('cells/jacobians.json').map((one) => [one.name, one] as const))('%s', (_, one) => {
    const { tapes, cell } = runCase(one, 'jacobians.json');
    for (const { id } of cell.states) {
      const { products } = jacobianProducts(tapes[0], id);
      expectClose(
        products.flatMap(({ total }) => [...total]),
        one.expected[id + id],
        1e-12,
        id,
      );
    }
  });
});

describe('steps and products are what finite differences give', () => {
  const EPSILON = 1e-6;
  it.each(everyCell.map(({ name, cell }) => [name, cell] as const))('%s', (_, cell) => {
    // not from 0, because an empty stabilised state takes another branch
    const initial = Object.fromEntries(cell.states.map(({ id }) => [id, [0.3, 0.5, 0.4]]));
    const tape = tapeOf(cell, { ...setting, T: 4 }, initial);
    const { program } = tape;
    const parameters = randomParameters(cell, program.sizes, setting.seed, setting.scale);
    /** d(state at `to`)/d(state at `from`), column by column. */
    const differences = (state: string, from: number, to: number): number[] => {
      const { size } = tape.slot(state);
      const matrix = new Array<number>(size * size).fill(0);
      const x = Array.from({ length: to - from }, (_row, t) => [...tape.values('x', from + t + 1)]).flat();
      const after = (unit: number, change: number): Float64Array => {
        const states = Object.fromEntries(cell.states.map(({ id }) => [id, tape.values(id, from).slice()]));
        states[state][unit] += change;
        return runForward(program, parameters, x, states).values(state, to - from);
      };
      for (let column = 0; column < size; column++) {
        const [more, less] = [after(column, EPSILON), after(column, -EPSILON)];
        for (let row = 0; row < size; row++) matrix[row * size + column] = (more[row] - less[row]) / (2 * EPSILON);
      }
      return matrix;
    };
    for (const { id } of cell.states) {
      const { steps, products, size } = jacobianProducts(tape, id, 3);
      const close = (actual: Float64Array, from: number, to: number): void => {
        const scale = Math.max(...actual.map(Math.abs));
        expectClose(
          actual,
          { shape: [size, size], data: differences(id, from, to) },
          1e-6 * (1 + scale),
          `${id} ${from}`,
        );
      };
      close(steps[1].total, 1, 2);
      close(products[0].total, 0, 3);
      close(products[2].total, 2, 3);
    }
  });
});

describe('the split', () => {
  it('has the forget gates and their products beside the rest, which make up the whole', () => {
    const { tape } = runOf(lstm);
    const { steps, products, size } = jacobianProducts(tape, 'C');
    expect([steps.length, products.length, size]).toEqual([6, 7, 3]);
    const gates = new Array<number>(3).fill(1);
    for (let k = 6; k >= 0; k--) {
      const { total, direct, rest } = products[k];
      for (let unit = 0; unit < 3; unit++) {
        expect(direct?.[unit]).toBeCloseTo(gates[unit], 14);
        if (k > 0) gates[unit] *= tape.values('f', k)[unit];
      }
      total.forEach((value, at) => {
        expect((rest?.[at] ?? 0) + (at % 4 === 0 ? (direct?.[at / 4] ?? 0) : 0)).toBeCloseTo(value, 14);
      });
    }
    for (const [k, { direct, rest }] of steps.entries()) {
      expect([...(direct ?? [])]).toEqual([...tape.values('f', k + 1)]);
      expect(rest?.every((value) => value === 0)).toBe(true);
    }
    // from the second timestep on, h carries gradient that the gates alone do not
    expect(products[5].rest?.every((value) => value === 0)).toBe(true);
    expect(products[4].rest?.some((value) => value !== 0)).toBe(true);
  });
  it('has norms at which “it is just f” goes wrong', () => {
    const { tape } = runOf(lstm);
    const { products } = jacobianProducts(tape, 'C');
    const [flow] = gradientFlowOf(tape).states.filter(({ state }) => state === 'C');
    const wrong = firstWrong(flow, 0) ?? 0;
    expect(wrong).toBe(2);
    const largest = (k: number): number => Math.max(...(products[6 - k].rest ?? [0]).map(Math.abs));
    expect([largest(wrong - 1), largest(wrong) > 0]).toEqual([0, true]);
  });
  it('is none where every way leads through a layer', () => {
    const { tape } = runOf(rnn);
    const { steps, products } = jacobianProducts(tape, 'h');
    for (const { direct, rest } of [...steps, ...products]) expect([direct, rest]).toEqual([null, null]);
  });
});

describe('up to an earlier timestep', () => {
  it('are those of the run that ends there', () => {
    const { tape, parameters } = runOf(gru);
    const x = Array.from({ length: 4 }, (_, t) => [...tape.values('x', t + 1)]).flat();
    const initial = { h: tape.values('h', 0) };
    const short = runForward(tape.program, parameters, x, initial);
    expect(jacobianProducts(tape, 'h', 4)).toEqual(jacobianProducts(short, 'h'));
    const none = jacobianProducts(tape, 'h', 0);
    expect(none.steps).toEqual([]);
    expect([...none.products[0].total]).toEqual([1, 0, 0, 0, 1, 0, 0, 0, 1]);
  });
  it('beyond the end, or of no state, are refused in a sentence', () => {
    const { tape } = runOf(lstm);
    expect(() => jacobianProducts(tape, 'C', 7)).toThrow('There is no timestep 7; the sequence has 6');
    expect(() => jacobianProducts(tape, 'f')).toThrow('LSTM has no state “f”; it has C, h');
  });
});

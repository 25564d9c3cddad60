import { describe, expect, it } from 'vitest';
import { examine } from '../../scripts/examine/examine.ts';
import { runForward } from '../../src/engine/forward.ts';
import { defaultInputs, defaultMoment } from '../../src/io/defaults.ts';
import { linkOf } from '../../src/io/link.ts';
import type { Inputs } from '../../src/io/moment.ts';
import { givenWeights } from '../../src/io/weights.ts';
import { inputsOf } from '../../src/presets/index.ts';
import { createDerive } from '../../src/store/derive.ts';
import { type CellCase, runCase } from '../fixtures/cellCases.ts';
import { largestSingular } from '../fixtures/largestSingular.ts';
import { reference, rowsOf, tensor } from '../fixtures/reference.ts';

/** Output of `npm run examine -- gradient --json`. */
interface Flow {
  readonly steps: readonly number[];
  readonly products: readonly number[];
  readonly states: readonly {
    readonly state: string;
    readonly total: readonly number[];
    readonly direct: readonly number[] | null;
    readonly rest: readonly number[] | null;
  }[];
}

const flowOf = async (...given: string[]): Promise<Flow> => {
  const { out, notices } = await examine(['gradient', ...given, '--json']);
  expect(notices).toEqual([]);
  return JSON.parse(out);
};

describe.each(reference<CellCase>('cells/jacobians.json'))('the norms that are printed for a link to $name', (one) => {
  it('are those of the Jacobians of the reference', async () => {
    const { cell, sizes, parameters } = runCase(one, 'jacobians.json');
    const rows = Array.from({ length: one.T }, (_, t) =>
      rowsOf(tensor(one.x).data, sizes.D, 0, one.batch, one.T).slice(t * sizes.D, (t + 1) * sizes.D),
    );
    const state = (id: string) => (id === 'C' ? one.C0 : one.h0);
    const initial = cell.states.flatMap(({ id }) => {
      const stored = state(id);
      return stored ? [[id, Float64Array.from(rowsOf(tensor(stored).data, sizes.H, 0, one.batch, 1))] as const] : [];
    });
    const inputs: Inputs = {
      ...defaultInputs,
      cell: cell.id,
      options: cell.options,
      H: sizes.H,
      weights: givenWeights(
        { cell: cell.id, options: cell.options, H: sizes.H },
        { values: parameters, origin: 'opened' },
      ),
      initial: Object.fromEntries(initial),
      sequence: { kind: 'numbers', columns: ['a', 'b'], rows, scaling: 'none' },
    };
    const link = await linkOf({ ...defaultMoment, cursor: { t: 1, position: cell.signals.length }, inputs });
    if (!link.ok) throw new Error(link.message);
    const flow = await flowOf('--link', `http://somewhere.example/#${link.hash}`);
    const matrix = (name: string, k: number): readonly number[] =>
      tensor(one.expected[name]).data.slice(9 * k, 9 * k + 9);
    expect(flow.states.map(({ state: id }) => id)).toEqual(cell.states.map(({ id }) => id));
    for (const { state: id, total } of flow.states) {
      expect(total).toHaveLength(one.T + 1);
      for (const [d, norm] of total.entries())
        expect(Math.abs(norm / largestSingular(matrix(id + id, one.T - d)) - 1), `${id}, distance ${d}`).toBeLessThan(
          1e-6,
        );
    }
  });
});

/** Jacobian of a state at the last timestep with respect to itself at timestep k, column by column, by central differences. */
function measured(inputs: Inputs, id: string, k: number, last: number): readonly Float64Array[] {
  const { tape, program, parameters, encoded, sizes } = createDerive()(inputs);
  const x = encoded.x.subarray(k * encoded.D, last * encoded.D);
  const moved = (unit: number, by: number): Float64Array => {
    const states = program.cell.states.map((one) => {
      const values = Float64Array.from(tape.values(one.id, k));
      if (one.id === id) values[unit] += by;
      return [one.id, values] as const;
    });
    return runForward(program, parameters, x, Object.fromEntries(states)).values(id, last - k);
  };
  return Array.from({ length: sizes.H }, (_, unit) => {
    const [up, down] = [1e-5, -1e-5].map((by) => moved(unit, by));
    return up.map((value, row) => (value - down[row]) / 2e-5);
  });
}

/** Spectral norm of a matrix with these columns, by power iteration. */
function norm(columns: readonly Float64Array[]): number {
  const n = columns.length;
  let vector = Array.from({ length: n }, (_, k) => Math.cos(k + 1));
  let length = 0;
  for (let turn = 0; turn < 3000; turn++) {
    const image = columns[0].map((_, row) => columns.reduce((sum, column, k) => sum + column[row] * vector[k], 0));
    const size = Math.hypot(...vector);
    length = Math.hypot(...image) / size;
    if (length === 0) return 0;
    vector = columns.map((column) => column.reduce((sum, value, row) => sum + value * image[row], 0) / length / size);
  }
  return length;
}

describe.each([
  ['anbn-lstm', 9],
  ['brackets-gru', 7],
  ['anbn-rnn', 6],
] as const)('the norms that are printed for models/%s.json up to timestep %d', (model, last) => {
  it('are what finite differences of the run give, at every distance', async () => {
    const flow = await flowOf('--model', `models/${model}.json`, '--timestep', String(last));
    const inputs = (await inputsOf(`trained-${model}`)) as Inputs;
    expect(flow.steps).toHaveLength(last);
    for (const { state, total, direct, rest } of flow.states) {
      expect(total).toHaveLength(last + 1);
      for (let d = 1; d <= last; d++) {
        const columns = measured(inputs, state, last - d, last);
        const expected = norm(columns);
        expect(Math.abs(total[d] - expected), `${state}, distance ${d}`).toBeLessThan(1e-6 + 1e-4 * expected);
        expect(total[d]).toBeLessThanOrEqual(flow.products[d] * (1 + 1e-9));
        if (!direct || !rest) continue;
        const kept = keptBy(inputs, state, last - d, last);
        const beside = columns.map((column, k) => column.map((value, row) => (row === k ? value - kept[k] : value)));
        expect(direct[d]).toBeCloseTo(Math.max(...kept.map(Math.abs)), 10);
        expect(Math.abs(rest[d] - norm(beside)), `rest of ${state}, distance ${d}`).toBeLessThan(1e-5 + 1e-3 * rest[d]);
      }
    }
  });
});

/** ∏ f from timestep k + 1 on, in a GRU ∏ (1 − z). */
function keptBy(inputs: Inputs, state: string, k: number, last: number): number[] {
  const { tape, sizes } = createDerive()(inputs);
  return Array.from({ length: sizes.H }, (_, unit) => {
    let product = 1;
    for (let t = k + 1; t <= last; t++)
      product *= state === 'C' ? tape.values('f', t)[unit] : 1 - tape.values('z', t)[unit];
    return product;
  });
}

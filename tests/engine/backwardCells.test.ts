import { describe, expect, it } from 'vitest';
import { runBackward, type Seed } from '../../src/engine/backward.ts';
import { batched, type CellCase, cellFiles, runCase, signalOf } from '../fixtures/cellCases.ts';
import { expectClose, reference, rowsOf, type Stored, tensor } from '../fixtures/reference.ts';

interface Expected {
  readonly params: Readonly<Record<string, Stored>>;
  readonly x: Stored;
  readonly h0: Stored;
  readonly C0?: Stored;
  readonly per_step: Readonly<Record<string, Stored>>;
}

interface GradientCase extends CellCase {
  readonly cotangent: Stored;
  readonly grads: { readonly final: Expected; readonly weighted: Expected };
}

for (const file of cellFiles)
  describe(`every gradient of ${file}`, () => {
    it.each(reference<GradientCase>(`cells/${file}`).map((one) => [one.name, one] as const))('%s', (_, one) => {
      const { cell, tapes, parameters, stored } = runCase(one, file);
      const { input_size: D, hidden_size: H, batch: B, T } = one;
      const cotangent = tensor(one.cotangent).data;
      const seeds: Record<keyof GradientCase['grads'], (b: number) => Seed> = {
        final: (b) => (adjoint) => adjoint.values('h', T).set(tapes[b].values('h', T)),
        weighted: (b) => ({ h: rowsOf(cotangent, H, b, B, T) }),
      };
      for (const loss of ['final', 'weighted'] as const) {
        const expected = one.grads[loss];
        const runs = tapes.map((tape, b) => runBackward(tape, seeds[loss](b)));
        const adjoints = runs.map((run) => run.adjoint);
        const summed = Object.fromEntries(
          Object.keys(parameters).map((name) => [
            name,
            runs.map((run) => run.parameters[name]).reduce((a, b) => a.map((v, k) => v + b[k])),
          ]),
        );
        const actual = stored(summed);
        expect(Object.keys(expected.params)).toEqual(Object.keys(actual));
        for (const [name, gradient] of Object.entries(expected.params))
          expectClose(actual[name], gradient, 1e-12, `${loss} ${name}`);
        expectClose(
          Array.from({ length: T }, (_, t) => runs.map(({ x }) => rowsOf(x, D, t, 1, 1))).flat(2),
          expected.x,
          1e-12,
          `${loss} x`,
        );
        for (const state of ['h', 'C'] as const) {
          const gradient = expected[`${state}0`];
          if (gradient)
            expectClose(
              runs.flatMap((run) => [...run.initial[state]]),
              gradient,
              1e-12,
              `${loss} ${state}0`,
            );
        }
        // the reference does not differentiate a gate fixed at 1
        const fixed = cell.signals.filter(({ op }) => op === 'one').map(({ id }) => id);
        for (const [name, gradient] of Object.entries(expected.per_step))
          if (!fixed.includes(name))
            expectClose(batched(adjoints, signalOf(name)), gradient, 1e-12, `${loss} dL/d${name}`);
      }
    });
  });

import { describe, expect, test } from 'vitest';
import { declarationOf, registry } from '../../src/cells/index.ts';
import { runForward } from '../../src/engine/forward.ts';
import { uniform } from '../../src/engine/parameters.ts';
import { defaultInputs } from '../../src/io/defaults.ts';
import type { OutputHead } from '../../src/io/moment.ts';
import { createDerive, type Derived } from '../../src/store/derive.ts';
import { returnedTo } from '../../src/store/gradient/chainRule.ts';
import { createTakeGradient, type Gradient } from '../../src/store/gradient/gradient.ts';
import type { Inputs, View } from '../../src/store/state.ts';
import { withHead } from './given.ts';

const H = 4;
const drawn = (seed: number, n: number): Float64Array =>
  Float64Array.from({ length: n }, (_, k) => 2 * uniform(seed, k));
const head = (asks: OutputHead['asks']): OutputHead => ({
  outputs: ['a', 'b', 'c'],
  asks,
  W: drawn(5, 3 * H),
  b: drawn(6, 3),
});
const sequence = { kind: 'text', text: 'abcaab', unit: 'characters', vocabulary: null } as const;
// not from 0, because an empty stabilised state takes another branch
const startOf = (cell: string): Inputs['initial'] =>
  Object.fromEntries(
    Object.keys(declarationOf(cell)?.states ?? {}).map((id) => [id, Float64Array.from([0.3, 0.5, 0.4, 0.6])]),
  );
const inputsOf = (cell: string, of: OutputHead | null): Inputs =>
  withHead({ ...defaultInputs, cell, H, sequence, initial: startOf(cell) }, of);

function taken(inputs: Inputs, view: Pick<View, 'output' | 'outputAt'>): { derived: Derived; gradient: Gradient } {
  const derived = createDerive()(inputs);
  const gradient = createTakeGradient()(derived, view);
  if (!gradient) throw new Error('there are timesteps');
  return { derived, gradient };
}

/** L computed from scratch, for other inputs and initial states. */
function objective({ derived, gradient }: ReturnType<typeof taken>, x: Float64Array, initial: Derived['initial']) {
  const { program, parameters, predictions } = derived;
  const h = runForward(program, parameters, x, initial).values(program.cell.output, gradient.of.t);
  const { output } = gradient.of;
  if (!predictions) return h[output];
  const { W, b, asks } = predictions.head;
  const y = [...b].map((bias, k) => h.reduce((sum, value, unit) => sum + W[k * H + unit] * value, bias));
  return asks === 'value' ? y[output] : y[output] - Math.log(y.reduce((sum, value) => sum + Math.exp(value), 0));
}

const questions = [
  ['a class at the last timestep', head('class'), { output: 1, outputAt: null }],
  ['a class at an early timestep', head('class'), { output: 2, outputAt: 3 }],
  ['the likeliest class', head('class'), { output: null, outputAt: null }],
  ['a value', head('value'), { output: 0, outputAt: 5 }],
  ['a unit of the hidden state', null, { output: 2, outputAt: null }],
] as const;

describe.each(registry)('the gradient through $id', ({ id }) => {
  test.each(questions)('of %s is that of finite differences', (_, of, view) => {
    const run = taken(inputsOf(id, of), view);
    const { tape, encoded, initial } = run.derived;
    const central = (change: (by: number) => [Float64Array, Derived['initial']], step: number): number =>
      (objective(run, ...change(step)) - objective(run, ...change(-step))) / (2 * step);
    // Richardson: a layer norm of states that are still 0 bends within a few thousandths
    const difference = (change: (by: number) => [Float64Array, Derived['initial']]): number =>
      (4 * central(change, 2e-6) - central(change, 4e-6)) / 3;
    for (const k of [0, 4, 8, 17]) {
      const t = 1 + Math.floor(k / 3);
      const numeric = difference((by) => [encoded.x.map((value, j) => (j === k ? value + by : value)), initial]);
      expect(run.gradient.adjoint.values('x', t)[k % 3]).toBeCloseTo(numeric, 6);
    }
    for (const state of tape.program.cell.states) {
      const numeric = difference((by) => {
        const start = Float64Array.from(initial[state.id]);
        start[1] += by;
        return [encoded.x, { ...initial, [state.id]: start }];
      });
      expect(run.gradient.adjoint.values(state.id, 0)[1]).toBeCloseTo(numeric, 6);
    }
  });

  test('is the sum of what every use of a number hands back', () => {
    for (const [, of, view] of questions) {
      const { derived, gradient } = taken(inputsOf(id, of), view);
      const { tape, parameters } = derived;
      const { cell } = tape.program;
      const states = new Set(cell.states.map((state) => state.id));
      for (const slot of ['x', ...cell.signals.map((signal) => signal.id)])
        for (let t = states.has(slot) ? 0 : 1; t <= tape.length; t++)
          for (let unit = 0; unit < tape.slot(slot).size; unit++) {
            const uses = returnedTo({ id: slot, unit, t }, tape, parameters, gradient);
            const sum = uses.reduce((total, { value }) => total + value, 0);
            expect(sum, `${slot} ${unit} ${t}`).toBeCloseTo(gradient.adjoint.values(slot, t)[unit], 12);
          }
    }
  });
});

test('nothing after the timestep of L changes it', () => {
  const { derived, gradient } = taken(inputsOf('lstm', head('class')), { output: 0, outputAt: 3 });
  for (const { id } of derived.cell.signals) {
    expect(gradient.adjoint.values(id, 4).every((value) => value === 0)).toBe(true);
    expect(gradient.adjoint.values(id, 2).some((value) => value !== 0)).toBe(true);
  }
});

test('the largest size is that of some signal or input, and none is larger', () => {
  const { derived, gradient } = taken(inputsOf('gru', head('class')), { output: 0, outputAt: null });
  const ids = ['x', ...derived.cell.signals.map((signal) => signal.id)];
  const sizes = ids.flatMap((id) =>
    Array.from({ length: derived.tape.length + 1 }, (_, t) => [...gradient.adjoint.values(id, t)].map(Math.abs)).flat(),
  );
  expect(gradient.largest).toBe(Math.max(...sizes));
  expect(gradient.largest).toBeGreaterThan(0);
});

test('an output or a timestep beyond the last means the last one', () => {
  const { gradient } = taken(inputsOf('lstm', head('class')), { output: 99, outputAt: 99 });
  expect(gradient.of).toEqual({ kind: 'class', output: 2, t: 6 });
});

test('the same question about the same run gives the same object; another output another one', () => {
  const derived = createDerive()(inputsOf('lstm', head('class')));
  const take = createTakeGradient();
  const first = take(derived, { output: 1, outputAt: null });
  expect(take(derived, { output: 1, outputAt: null })).toBe(first);
  expect(take(derived, { output: 2, outputAt: null })).not.toBe(first);
});

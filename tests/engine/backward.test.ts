import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellOf } from '../../src/cell/cell.ts';
import { registry } from '../../src/cells/index.ts';
import { lstm } from '../../src/cells/lstm.ts';
import { type Gradients, runBackward } from '../../src/engine/backward.ts';
import { runForward } from '../../src/engine/forward.ts';
import type { Program } from '../../src/engine/program.ts';
import { randomParameters, randomVector, settings, tapeOf } from '../laws/running.ts';

const near = (actual: ArrayLike<number>, expected: ArrayLike<number>, what: string): void => {
  expect(actual.length, what).toBe(expected.length);
  const scale = Array.from(expected).reduce((a, b) => Math.max(a, Math.abs(b)), 1);
  for (let k = 0; k < expected.length; k++)
    if (!(Math.abs(actual[k] - expected[k]) <= 1e-11 * scale))
      expect.fail(`${what}, value ${k}: ${actual[k]} instead of ${expected[k]}`);
};
const sum = (parts: readonly Gradients[], name: string): Float64Array =>
  parts.map(({ parameters }) => parameters[name]).reduce((a, b) => a.map((v, k) => v + b[k]));
const framesOf = (data: Float64Array, { frameSize }: Program, from: number, to: number): Float64Array =>
  data.slice(from * frameSize, (to + 1) * frameSize);

describe.each(registry.map((declaration) => [declaration.id, cellOf(declaration)] as const))(
  'backpropagation through time of %s',
  (_, cell) => {
    it('truncated, is that of each window run alone from the states it was handed', () => {
      fc.assert(
        fc.property(settings, fc.integer({ min: 1, max: 7 }), (anyhow, window) => {
          const setting = { ...anyhow, scale: Math.min(anyhow.scale, 2) };
          const tape = tapeOf(cell, setting);
          const { program, length: T } = tape;
          const parameters = randomParameters(cell, program.sizes, setting.seed, setting.scale);
          const weights = randomVector(setting.seed + 3, tape.data.length, 1);
          // gradients given from outside for the states between two windows belong to the earlier window
          weights.fill(0, 0, program.frameSize);
          const whole = runBackward(tape, ({ data }) => data.set(weights), { window });
          const parts = Array.from({ length: Math.ceil(T / window) }, (_, w) => {
            const from = w * window;
            const to = Math.min(T, from + window);
            const x = Array.from({ length: to - from }, (_, t) => [...tape.values('x', from + t + 1)]).flat();
            const handed = Object.fromEntries(cell.states.map(({ id }) => [id, tape.values(id, from)]));
            const given = framesOf(weights, program, from, to).fill(0, 0, program.frameSize);
            return runBackward(runForward(program, parameters, x, handed), ({ data }) => data.set(given));
          });
          for (const name of Object.keys(parameters)) near(whole.parameters[name], sum(parts, name), name);
          near(
            whole.x,
            parts.flatMap(({ x }) => [...x]),
            'x',
          );
          for (const { id } of cell.states) near(whole.initial[id], parts[0].initial[id], id);
          const frames = parts.flatMap(({ adjoint }) => [...framesOf(adjoint.data, program, 1, adjoint.length)]);
          near(framesOf(whole.adjoint.data, program, 1, T), frames, 'dL/d(every signal)');
        }),
        { numRuns: 15 },
      );
    });
  },
);

describe('a run backwards', () => {
  const cell = cellOf(lstm);
  const tape = tapeOf(cell, { D: 2, H: 3, T: 4, scale: 1, seed: 3 });
  const parameters = randomParameters(cell, tape.program.sizes, 3, 1);
  const seed = { h: randomVector(8, 12, 1), f: randomVector(9, 12, 1) };

  it('takes the seed as numbers by signal or written into the adjoint, and leaves the run alone', () => {
    const before = tape.data.slice();
    const byFunction = runBackward(tape, (adjoint) => {
      for (const [signal, values] of Object.entries(seed))
        for (let t = 1; t <= 4; t++) adjoint.values(signal, t).set(values.subarray((t - 1) * 3, t * 3));
    });
    expect(runBackward(tape, seed)).toEqual(byFunction);
    expect(tape.data).toEqual(before);
  });
  it('writes over an adjoint of the same run as if it were new', () => {
    const fresh = runBackward(tape, seed);
    const over = runBackward(tape, { h: seed.f }).adjoint;
    const again = runBackward(tape, seed, { over });
    expect(again.adjoint.data).toBe(over.data);
    expect(again).toEqual(fresh);
  });
  it('with a window of the whole sequence or longer is not truncated', () => {
    const whole = runBackward(tape, seed);
    for (const window of [4, 5, Number.POSITIVE_INFINITY]) expect(runBackward(tape, seed, { window })).toEqual(whole);
    expect(runBackward(tape, seed, { window: 3 }).initial).not.toEqual(whole.initial);
  });
  it('of an empty sequence hands the seed of the initial states on', () => {
    const empty = runForward(tape.program, parameters, []);
    const { initial, x, parameters: own } = runBackward(empty, ({ data }) => data.fill(2));
    expect([...initial.C, ...initial.h]).toEqual(Array(6).fill(2));
    expect([x.length, own.W_f.some((v) => v !== 0)]).toEqual([0, false]);
  });
  it('refuses what does not fit with a sentence', () => {
    expect(() => runBackward(tape, { h: [1] })).toThrow('dL/dh needs 12 numbers, not 1');
    expect(() => runBackward(tape, { y: [1] })).toThrow('no signal “y”');
    for (const window of [0, 1.5, -2, Number.NaN])
      expect(() => runBackward(tape, seed, { window })).toThrow('a whole number from 1');
    for (const over of [tape, runForward(tape.program, parameters, [1, 2])])
      expect(() => runBackward(tape, seed, { over })).toThrow('the same program and length');
  });
});

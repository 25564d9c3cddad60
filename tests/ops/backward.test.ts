import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type OpName, opOf, ops } from '../../src/ops/ops.ts';

const names = (Object.keys(ops) as OpName[]).filter((name) => ops[name].scalar);
/** Constants of the operations that take any: slope and shift, a slope, a limit. */
const constants: Partial<Record<OpName, readonly number[]>> = {
  hardSigmoid: [0.2, 0.5],
  leakyRelu: [0.1],
  clip: [1.5],
  scaleShift: [-0.7, 0.3],
};

/** dL/da and dL/db of one element, with dL/d(out) = 1, added to what is there. */
function derivatives(name: OpName, a: number, b: number, there = 0): [number, number] {
  const c = constants[name] ?? [];
  const { forward, backward } = opOf(name);
  const data = Float64Array.of(a, b, 0);
  const grad = Float64Array.of(there, there, 1);
  forward(data, 2, 0, 1, 1, c);
  backward(data, grad, 2, 0, 1, 1, c);
  expect(grad[2]).toBe(1);
  return [grad[0], grad[1]];
}

const kinks: Partial<Record<OpName, readonly number[]>> = {
  relu: [0],
  leakyRelu: [0],
  softsign: [0],
  logSign: [0],
  hardSigmoid: [-2.5, 2.5],
  clip: [-1.5, 1.5],
};

describe('the derivative of an operation is what finite differences of it give', () => {
  it.each(names)('%s', (name) => {
    const number = fc.double({ min: -4, max: 4, noNaN: true });
    fc.assert(
      fc.property(number, number, (a, b) => {
        fc.pre((kinks[name] ?? []).every((kink) => Math.abs(a - kink) > 0.01));
        fc.pre(name !== 'max' || Math.abs(a - b) > 0.01);
        fc.pre(name !== 'div' || Math.abs(b) > 0.5);
        const { scalar } = opOf(name);
        const f = (x: number, y: number): number => scalar?.(x, y, constants[name] ?? []) ?? Number.NaN;
        const central = (g: (step: number) => number, h: number): number => (g(h) - g(-h)) / (2 * h);
        const slope = (g: (step: number) => number): number => (4 * central(g, 5e-4) - central(g, 1e-3)) / 3;
        const [da, db] = derivatives(name, a, b);
        const expected = [slope((step) => f(a + step, b)), slope((step) => f(a, b + step))];
        expect(Math.abs(da - expected[0]) / Math.max(1, Math.abs(expected[0]))).toBeLessThan(1e-9);
        expect(Math.abs(db - expected[1]) / Math.max(1, Math.abs(expected[1]))).toBeLessThan(1e-9);
      }),
    );
  });
  it.each(names)('%s adds to what is there', (name) => {
    const [a, b] = derivatives(name, 0.7, -0.4);
    const [more, other] = derivatives(name, 0.7, -0.4, 8);
    expect([more, other]).toEqual([8 + a, 8 + b]);
  });
});

describe('at a kink it is what PyTorch takes', () => {
  it.each([
    ['relu', 0, 0],
    ['leakyRelu', 0, 0.1],
    ['softsign', 0, 1],
    ['hardSigmoid', -2.5, 0],
    ['hardSigmoid', 2.5, 0],
    ['clip', -1.5, 1],
    ['clip', 1.5, 1],
  ] as const)('%s at %d: %d', (name, a, expected) => expect(derivatives(name, a, 0)[0]).toBe(expected));
  it('the larger of two equal numbers: half each', () => expect(derivatives('max', 3, 3)).toEqual([0.5, 0.5]));
});

describe('far out it neither overflows nor loses what is there', () => {
  it.each([
    // e^−40 and e^−800 by hand
    ['logSigmoid', 40, 4.248354255291589e-18],
    ['softplus', -40, 4.248354255291589e-18],
    ['sigmoid', -40, 4.248354255291589e-18],
    ['logSigmoid', -800, 1],
    ['softplus', 800, 1],
    ['sigmoid', 800, 0],
    ['sigmoid', -800, 0],
    ['tanh', 800, 0],
    ['tanh', -800, 0],
  ] as const)('%s at %d', (name, a, expected) => {
    const [slope] = derivatives(name, a, 0);
    expect(Math.abs(slope - expected)).toBeLessThanOrEqual(1e-14 * expected);
  });
  it('an argument used twice receives both shares', () => {
    const data = Float64Array.of(3, 9);
    const grad = Float64Array.of(0, 1);
    opOf('mul').backward(data, grad, 1, 0, 0, 1, []);
    expect(grad[0]).toBe(6);
  });
});

it('the statistics of a vector are those of its own numbers, whatever lies beside it', () => {
  const data = Float64Array.of(1e200, 1, 2, 6, 1e200, 0, 0, 0);
  opOf('normalise').forward(data, 5, 1, 1, 3, []);
  const deviation = Math.sqrt(14 / 3 + 1e-5);
  expect([...data.subarray(5)]).toEqual([-2 / deviation, -1 / deviation, 3 / deviation]);
});

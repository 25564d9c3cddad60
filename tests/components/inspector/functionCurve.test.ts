import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { functionCurve, HEIGHT, WIDTH } from '../../../src/components/inspector/functionCurve.ts';
import { type OpName, ops } from '../../../src/ops/ops.ts';

const unary = (Object.keys(ops) as OpName[]).filter((name) => ops[name].arity === 1 && ops[name].scalar);

describe('the small picture of a function', () => {
  test('stays inside its box for any argument, NaN and infinities included', () => {
    fc.assert(
      fc.property(fc.constantFrom(...unary), fc.double(), (op, at) => {
        const { path, point, zero } = functionCurve(op, [0.2, 0.5], at);
        const numbers = [...path.matchAll(/-?[\d.]+(?:e[-+]\d+)?|NaN|Infinity/g)].map(([text]) => Number(text));
        const places = [point, zero, ...numbers.flatMap((v, k) => (k % 2 ? [[numbers[k - 1], v] as const] : []))];
        for (const [x, y] of places) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x).toBeLessThanOrEqual(WIDTH);
          expect(y).toBeGreaterThanOrEqual(0);
          expect(y).toBeLessThanOrEqual(HEIGHT);
        }
      }),
    );
  });

  test('the point lies on the curve: tanh of 0 in the middle, sigmoid of 0 at half height', () => {
    expect(functionCurve('tanh', [], 0).point).toEqual([WIDTH / 2, HEIGHT / 2]);
    const { point, range } = functionCurve('sigmoid', [], 0);
    expect(point[0]).toBe(WIDTH / 2);
    expect((HEIGHT - 4 - point[1]) / (HEIGHT - 8)).toBeCloseTo(0.5 / range[1], 12);
  });

  test('an argument beyond the part shown is said to be', () => {
    expect([functionCurve('tanh', [], 11).beyond, functionCurve('tanh', [], 40).beyond]).toEqual([false, true]);
  });
});

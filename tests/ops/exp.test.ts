import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exp, logistic, tanh } from '../../src/ops/exp.ts';
import { log, logLogistic, softplus } from '../../src/ops/log.ts';
import { cases } from '../setup/cases.ts';
import * as exact from './doubleDouble.ts';

/** The distance between neighbouring doubles at this magnitude. */
function unitInLastPlace(value: number): number {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, Math.abs(value));
  bits.setBigUint64(0, bits.getBigUint64(0) + 1n);
  return bits.getFloat64(0) - Math.abs(value);
}

/** Error of `actual` in units in the last place. */
function distance(actual: number, [high, low]: exact.Pair): number {
  return Math.abs(actual - high - low) / unitInLastPlace(high);
}

const small = fc.double({ min: -1, max: 1, noNaN: true });
const moderate = fc.double({ min: -40, max: 40, noNaN: true });
const even = fc.integer({ min: -40_000_000, max: 40_000_000 }).map((k) => k / 1_000_000);
const wide = fc.integer({ min: -745_000_000, max: 709_000_000 }).map((k) => k / 1_000_000);

const positive = fc.oneof(
  fc.double({ min: 0.5, max: 2, noNaN: true }),
  fc.double({ min: 1e-290, max: 1e290, noNaN: true }),
);

const functions = [
  ['exp', exp, exact.exp, 1, fc.oneof(wide, moderate, small)],
  ['logistic', logistic, exact.logistic, 2.5, fc.oneof(wide, even, moderate, small)],
  ['tanh', tanh, exact.tanh, 2, fc.oneof(even, moderate, small)],
  ['log', log, exact.log, 2, positive],
  ['logLogistic', logLogistic, exact.logLogistic, 2, fc.oneof(wide, even, moderate, small)],
] as const;

describe.each(functions)('%s', (_, actual, expected, bound, inputs) => {
  it(`is within ${bound} units in the last place of the exact value`, () => {
    fc.assert(
      fc.property(inputs, (x) => {
        expect(distance(actual(x), expected(x))).toBeLessThanOrEqual(bound);
      }),
      { numRuns: cases(5000) },
    );
  });
});

describe('the oracle itself agrees with the engine’s Math', () => {
  it.each([-700, -3.5, -0.4, -1e-9, 0, 1e-300, 0.2, 1, 20, 700])('at %d', (x) => {
    expect(exact.exp(x)[0]).toBeCloseTo(Math.exp(x), 12 - Math.round(Math.log10(Math.exp(Math.max(x, 0)))));
    expect(exact.tanh(x)[0]).toBeCloseTo(Math.tanh(x), 14);
    expect(exact.logistic(x)[0]).toBeCloseTo(1 / (1 + Math.exp(-x)), 14);
    expect(distance(-Math.log1p(Math.exp(-Math.abs(x))) + Math.min(x, 0), exact.logLogistic(x))).toBeLessThan(4);
  });
});

describe('the ends', () => {
  it('exp reaches denormals, then 0; large values, then infinity', () => {
    expect(exp(-745.1)).toBe(Number.MIN_VALUE);
    expect(distance(exp(-740), exact.exp(-740))).toBeLessThanOrEqual(1);
    expect(exp(-746)).toBe(0);
    expect(exp(Number.NEGATIVE_INFINITY)).toBe(0);
    expect(exp(709.7827128933839)).toBeGreaterThan(1.79e308);
    expect(exp(710)).toBe(Number.POSITIVE_INFINITY);
    expect(exp(Number.MAX_VALUE)).toBe(Number.POSITIVE_INFINITY);
    expect(exp(-Number.MAX_VALUE)).toBe(0);
  });
  it('a denormal argument gives what the first term of the series gives', () => {
    for (const x of [Number.MIN_VALUE, -Number.MIN_VALUE, 1e-310, -1e-310]) {
      expect(exp(x)).toBe(1);
      expect(tanh(x)).toBe(x);
      expect(logistic(x)).toBe(0.5);
      expect(logLogistic(x)).toBeCloseTo(-Math.LN2, 15);
    }
  });
  it('tanh and logistic saturate exactly and keep the sign of zero', () => {
    expect(tanh(1e308)).toBe(1);
    expect(tanh(Number.NEGATIVE_INFINITY)).toBe(-1);
    expect(Object.is(tanh(-0), -0)).toBe(true);
    expect(logistic(1e308)).toBe(1);
    expect(logistic(Number.POSITIVE_INFINITY)).toBe(1);
    expect(logistic(-1e308)).toBe(0);
    expect(logistic(-740)).toBeGreaterThan(0);
  });
  it('logLogistic neither overflows nor loses small results', () => {
    expect(logLogistic(-1e308)).toBe(-1e308);
    expect(Math.abs(logLogistic(1e308))).toBe(0);
    expect(logLogistic(740)).toBeLessThan(0);
    expect(softplus(-740)).toBeGreaterThan(0);
    expect(softplus(1e308)).toBe(1e308);
  });
  it('log has no value below 0, −∞ at 0, and reaches denormals', () => {
    expect(log(0)).toBe(Number.NEGATIVE_INFINITY);
    expect(log(-1)).toBeNaN();
    expect(log(Number.POSITIVE_INFINITY)).toBe(Number.POSITIVE_INFINITY);
    expect(Object.is(log(1), 0)).toBe(true);
    expect(log(Number.MIN_VALUE)).toBeCloseTo(-744.4400719213812, 12);
    expect(log(1e-310)).toBeCloseTo(-310 * Math.LN10, 11);
    expect(log(Number.MAX_VALUE)).toBeCloseTo(709.782712893384, 12);
  });
  it('what is not a number stays that', () => {
    for (const f of [exp, log, tanh, logistic, logLogistic]) expect(f(Number.NaN)).toBeNaN();
  });
  it('tanh is odd and the two logistic shares add to one', () => {
    fc.assert(
      fc.property(moderate, (x) => {
        expect(Object.is(tanh(-x), -tanh(x))).toBe(true);
        expect(Math.abs(logistic(x) + logistic(-x) - 1)).toBeLessThanOrEqual(2 ** -52);
      }),
    );
  });
});

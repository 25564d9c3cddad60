import { expect, test } from 'vitest';
import { cellOf } from '../../../src/cell/cell.ts';
import { sizesOf } from '../../../src/cell/sizes.ts';
import { rnn } from '../../../src/cells/rnn.ts';
import { gradientSizes, sizeLine } from '../../../src/components/timeline/gradientSizes.ts';
import { runBackward } from '../../../src/engine/backward.ts';
import { runForward } from '../../../src/engine/forward.ts';
import { parametersFrom } from '../../../src/engine/parameters.ts';
import { compile } from '../../../src/engine/program.ts';

/** A linear stretch of an RNN: at h = 0 every timestep multiplies the gradient by U. */
function adjointOf(U: number) {
  const program = compile(cellOf(rnn), sizesOf(1, 1));
  const tape = runForward(program, parametersFrom(program.cell, program.sizes, { U_h: [U] }), [0, 0, 0, 0]);
  return runBackward(tape, { h: [0, 0, 1, 0] }).adjoint;
}

test('the size of the gradient shrinks by the same factor at every timestep, and is 0 after L', () => {
  const sizes = gradientSizes(adjointOf(0.1), 'h', { width: 28, bin: 1 });
  expect([...sizes].map((size) => Number(size.toPrecision(12)))).toEqual([0.01, 0.1, 1, 0]);
  expect([...gradientSizes(adjointOf(10), 'h', { width: 2, bin: 2 })]).toEqual([100, 1]);
});

test('on a logarithmic scale a vanishing gradient falls in a straight line, on a linear one at once', () => {
  const sizes = Float64Array.of(0.01, 0.1, 1, 0);
  const { heights, bottom, top } = sizeLine(sizes, 'log');
  expect(heights.map((height) => Number(height.toFixed(12)))).toEqual([0, 0.5, 1, 0]);
  expect([Number(bottom.toPrecision(12)), top]).toEqual([0.01, 1]);
  expect(sizeLine(sizes, 'linear').heights).toEqual([0.01, 0.1, 1, 0]);
});

test('sizes beyond the scale are clamped; what has exploded is at the top', () => {
  const { heights } = sizeLine(Float64Array.of(1e-300, 1, Number.NaN, Number.POSITIVE_INFINITY, 0), 'log');
  expect(heights).toEqual([0, 1, 1, 1, 0]);
  expect(sizeLine(new Float64Array(2), 'log').heights).toEqual([0, 0]);
});

/**
 * The single-precision machine in WebAssembly SIMD: src/engine/single/plain.ts with four numbers at a time and the same
 * bits. In memory, instructions follow the numbers; `code` is the address of the first.
 */
import { GRADIENT, NORMALISE, NORMALISE_BACK, PRODUCT, WIDTH } from '../src/engine/single/codes';
import { addGradient } from './gradient';
import { normalise, normaliseBack } from './norm';
import { compute, operand } from './pointwise';
import { multiplyBatch } from './product';
import { multiplyRows } from './productRows';

export { firstOutside } from './range';

function execute(at: usize, from: i32, to: i32): void {
  const op = operand(at, 0);
  if (op === PRODUCT) {
    if (operand(at, 3) === 1) multiplyRows(at, from, to);
    else for (let t = from; t <= to; t++) multiplyBatch(at, t);
  } else if (op === GRADIENT) addGradient(at, from, to);
  else if (op === NORMALISE) for (let t = from; t <= to; t++) normalise(at, t);
  else if (op === NORMALISE_BACK) for (let t = from; t <= to; t++) normaliseBack(at, t);
  else for (let t = from; t <= to; t++) compute(at, t);
}

/** Runs the instructions start…end−1 in order at each timestep from `from` to `to`, forwards or backwards. */
export function walk(code: usize, start: i32, end: i32, from: i32, to: i32): void {
  const step = from <= to ? 1 : -1;
  for (let t = from; t !== to + step; t += step) {
    for (let row = start; row < end; row++) execute(code + <usize>row * WIDTH * 4, t, t);
  }
}

/** Runs each instruction for all timesteps from…to before the next instruction. */
export function sweep(code: usize, start: i32, end: i32, from: i32, to: i32): void {
  for (let row = start; row < end; row++) execute(code + <usize>row * WIDTH * 4, from, to);
}

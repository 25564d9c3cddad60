/** Layer normalisation: src/engine/single/plainNorm.ts, number by number. */
import * as constants from '../src/engine/single/constants';
import { addressAt, operand } from './pointwise';

function number(address: usize): f32 {
  return load<f32>(address);
}

function put(address: usize, value: f32, add: bool): void {
  store<f32>(address, add ? load<f32>(address) + value : value);
}

function meanOf(at: usize, units: i32, step: usize): f32 {
  let sum: f32 = 0;
  for (let k = 0; k < units; k++) sum += number(at + <usize>k * step);
  return sum / <f32>units;
}

function deviationOf(at: usize, mean: f32, units: i32, step: usize): f32 {
  let squares: f32 = 0;
  for (let k = 0; k < units; k++) {
    const distance = number(at + <usize>k * step) - mean;
    squares += distance * distance;
  }
  return sqrt<f32>(squares / <f32>units + <f32>constants.EPSILON);
}

/** One sequence of a batch, whose numbers begin `shift` bytes into each unit's row of `step` bytes. */
function normaliseOne(at: usize, t: i32, shift: usize, step: usize): void {
  const units = operand(at, 1);
  const add = operand(at, 2) !== 0;
  const out = addressAt(at, 3, t) + shift;
  const a = addressAt(at, 5, t) + shift;
  const mean = meanOf(a, units, step);
  const deviation = deviationOf(a, mean, units, step);
  for (let k = 0; k < units; k++) {
    const offset = <usize>k * step;
    put(out + offset, (number(a + offset) - mean) / deviation, add);
  }
}

function normaliseBackOne(at: usize, t: i32, shift: usize, step: usize): void {
  const units = operand(at, 1);
  const add = operand(at, 2) !== 0;
  const out = addressAt(at, 3, t) + shift;
  const a = addressAt(at, 5, t) + shift;
  const b = addressAt(at, 7, t) + shift;
  const c = addressAt(at, 9, t) + shift;
  const deviation = deviationOf(c, meanOf(c, units, step), units, step);
  const mean = meanOf(a, units, step);
  let along: f32 = 0;
  for (let k = 0; k < units; k++) {
    const offset = <usize>k * step;
    along += number(a + offset) * number(b + offset);
  }
  const share = along / <f32>units;
  for (let k = 0; k < units; k++) {
    const offset = <usize>k * step;
    put(out + offset, (number(a + offset) - mean - number(b + offset) * share) / deviation, add);
  }
}

export function normalise(at: usize, t: i32): void {
  const batch = operand(at, 11);
  for (let k = 0; k < batch; k++) normaliseOne(at, t, (<usize>k) << 2, (<usize>batch) << 2);
}

export function normaliseBack(at: usize, t: i32): void {
  const batch = operand(at, 11);
  for (let k = 0; k < batch; k++) normaliseBackOne(at, t, (<usize>k) << 2, (<usize>batch) << 2);
}

import { EPSILON } from './constants.ts';

const f = Math.fround;
const ADDED = f(EPSILON);

/** Mean and √(variance + ε) of n numbers, `step` apart. */
function statistics(memory: Float32Array, at: number, n: number, step: number): readonly [number, number] {
  let sum = 0;
  for (let k = 0; k < n; k++) sum = f(sum + memory[at + k * step]);
  const mean = f(sum / n);
  let squares = 0;
  for (let k = 0; k < n; k++) {
    const distance = f(memory[at + k * step] - mean);
    squares = f(squares + f(distance * distance));
  }
  return [mean, f(Math.sqrt(f(f(squares / n) + ADDED)))];
}

/** NORMALISE at timestep t. */
export function normalise(memory: Float32Array, code: Int32Array, at: number, t: number): void {
  const units = code[at + 1];
  const add = code[at + 2] === 1;
  const batch = code[at + 11];
  for (let sequence = 0; sequence < batch; sequence++) {
    let out = code[at + 3] + t * code[at + 4] + sequence;
    let a = code[at + 5] + t * code[at + 6] + sequence;
    const [mean, deviation] = statistics(memory, a, units, batch);
    for (let k = 0; k < units; k++, out += batch, a += batch) {
      const value = f(f(memory[a] - mean) / deviation);
      memory[out] = add ? memory[out] + value : value;
    }
  }
}

/** NORMALISE_BACK at timestep t. */
export function normaliseBack(memory: Float32Array, code: Int32Array, at: number, t: number): void {
  const units = code[at + 1];
  const add = code[at + 2] === 1;
  const batch = code[at + 11];
  for (let sequence = 0; sequence < batch; sequence++) {
    const out = code[at + 3] + t * code[at + 4] + sequence;
    const a = code[at + 5] + t * code[at + 6] + sequence;
    const b = code[at + 7] + t * code[at + 8] + sequence;
    const [, deviation] = statistics(memory, code[at + 9] + t * code[at + 10] + sequence, units, batch);
    let sum = 0;
    let along = 0;
    for (let k = 0; k < units * batch; k += batch) {
      sum = f(sum + memory[a + k]);
      along = f(along + f(memory[a + k] * memory[b + k]));
    }
    const mean = f(sum / units);
    const share = f(along / units);
    for (let k = 0; k < units * batch; k += batch) {
      const value = f(f(f(memory[a + k] - mean) - f(memory[b + k] * share)) / deviation);
      memory[out + k] = add ? memory[out + k] + value : value;
    }
  }
}

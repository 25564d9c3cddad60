import { GRADIENT, NORMALISE, NORMALISE_BACK, PRODUCT, WIDTH } from './codes.ts';
import type { Machine, SingleKernels } from './machine.ts';
import { normalise, normaliseBack } from './plainNorm.ts';
import { addGradient, multiply } from './plainProducts.ts';
import { pointwise } from './pointwise.ts';
import { areHeld } from './range.ts';

/** The machine in TypeScript: the twin of the WebAssembly build, bit for bit, and its stand-in where that is refused. */
export const plainKernels: SingleKernels = {
  kind: 'plain',
  machine(code, size) {
    const memory = new Float32Array(size);
    const constants = new Float32Array(code.buffer);
    const execute = (at: number, from: number, to: number): void => {
      const op = code[at];
      for (let t = from; t <= to; t++)
        if (op === PRODUCT) multiply(memory, code, at, t);
        else if (op === NORMALISE) normalise(memory, code, at, t);
        else if (op === NORMALISE_BACK) normaliseBack(memory, code, at, t);
        else if (op !== GRADIENT) compute(memory, code, constants, at, t);
      if (op === GRADIENT) addGradient(memory, code, at, from, to);
    };
    const machine: Machine = {
      memory,
      walk({ start, end }, from, to) {
        const step = from <= to ? 1 : -1;
        for (let t = from; t !== to + step; t += step)
          for (let row = start; row < end; row++) execute(row * WIDTH, t, t);
      },
      sweep({ start, end }, from, to) {
        for (let row = start; row < end; row++) execute(row * WIDTH, from, to);
      },
      firstOutside(start, from, n) {
        for (let k = from; k < n; k += 4) if (!areHeld(memory.subarray(start + k, start + k + 4))) return k;
        return n;
      },
    };
    return machine;
  },
};

function compute(memory: Float32Array, code: Int32Array, constants: Float32Array, at: number, t: number): void {
  const f = pointwise[code[at]];
  const n = code[at + 1];
  const add = code[at + 2] === 1;
  const out = code[at + 3] + t * code[at + 4];
  const a = code[at + 5] + t * code[at + 6];
  const b = code[at + 7] + t * code[at + 8];
  const c = code[at + 9] + t * code[at + 10];
  const p = constants[at + 11];
  const q = constants[at + 12];
  for (let k = 0; k < n; k++) {
    const value = f(memory[a + k], memory[b + k], memory[c + k], p, q);
    memory[out + k] = add ? memory[out + k] + value : value;
  }
}

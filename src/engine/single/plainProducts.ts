import { gradientWidth, heightOf, roundedUp } from './panels.ts';

const f = Math.fround;

/** PRODUCT at timestep t: four rows of a panel go together. */
export function multiply(memory: Float32Array, code: Int32Array, at: number, t: number): void {
  const rows = code[at + 1];
  const columns = code[at + 2];
  const batch = code[at + 3];
  const add = code[at + 4] === 1;
  const weights = code[at + 5];
  const out = code[at + 6] + t * code[at + 7];
  const source = code[at + 8] + t * code[at + 9];
  const height = heightOf(batch);
  const all = roundedUp(rows, 4);
  for (let start = 0; start < all; start += height) {
    const h = Math.min(height, all - start);
    for (let r = start; r < start + h; r += 4)
      for (let b = 0; b < batch; b++) {
        const first = out + r * batch + b;
        const kept = add ? Math.min(4, rows - r) : 0;
        let s0 = kept > 0 ? memory[first] : 0;
        let s1 = kept > 1 ? memory[first + batch] : 0;
        let s2 = kept > 2 ? memory[first + 2 * batch] : 0;
        let s3 = kept > 3 ? memory[first + 3 * batch] : 0;
        let w = weights + start * columns + (r - start);
        let v = source + b;
        for (let c = 0; c < columns; c++, w += h, v += batch) {
          const value = memory[v];
          s0 = f(s0 + f(memory[w] * value));
          s1 = f(s1 + f(memory[w + 1] * value));
          s2 = f(s2 + f(memory[w + 2] * value));
          s3 = f(s3 + f(memory[w + 3] * value));
        }
        memory[first] = s0;
        if (r + 1 < rows) memory[first + batch] = s1;
        if (r + 2 < rows) memory[first + 2 * batch] = s2;
        if (r + 3 < rows) memory[first + 3 * batch] = s3;
      }
  }
}

/** GRADIENT over the timesteps from…to. */
export function addGradient(memory: Float32Array, code: Int32Array, at: number, from: number, to: number): void {
  const rows = code[at + 1];
  const columns = code[at + 2];
  const batch = code[at + 3];
  const gradient = code[at + 4];
  const delta = code[at + 5];
  const deltaStride = code[at + 6];
  const source = code[at + 7];
  const sourceStride = code[at + 8];
  const step = code[at + 9];
  const width = gradientWidth(columns);
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++) {
      let s0 = 0;
      let s1 = 0;
      let s2 = 0;
      let s3 = 0;
      for (let t = from; t <= to; t++) {
        const d = delta + t * deltaStride + r * batch;
        const v = source + t * sourceStride + (c + r * step) * batch;
        for (let b = 0; b < batch; b += 4) {
          s0 = f(s0 + f(memory[d + b] * memory[v + b]));
          if (b + 1 < batch) s1 = f(s1 + f(memory[d + b + 1] * memory[v + b + 1]));
          if (b + 2 < batch) s2 = f(s2 + f(memory[d + b + 2] * memory[v + b + 2]));
          if (b + 3 < batch) s3 = f(s3 + f(memory[d + b + 3] * memory[v + b + 3]));
        }
      }
      memory[gradient + r * width + c] += f(f(s0 + s1) + f(s2 + s3));
    }
}

import type { Cell } from '../../src/cell/cell.ts';
import { sizesOf } from '../../src/cell/sizes.ts';
import { type Head, headBackward, headForward } from '../../src/engine/head.ts';
import type { Parameters } from '../../src/engine/parameters.ts';
import { compile, type Program } from '../../src/engine/program.ts';
import type { Single, SingleShape } from '../../src/engine/single/single.ts';
import { runStack } from '../../src/engine/stack.ts';
import { runStackBackward } from '../../src/engine/stackBackward.ts';
import { sequenceOf } from '../../src/engine/tape.ts';
import { randomParameters, randomVector } from '../laws/running.ts';

/** A network and the sizes of its batch. */
export interface Setup {
  readonly cell: Cell;
  readonly D: number;
  readonly H: number;
  readonly K: number;
  readonly layers: number;
  readonly batch: number;
  readonly T: number;
  readonly window?: number | undefined;
  readonly scale: number;
  readonly seed: number;
}

export interface Subject extends Setup {
  readonly shape: SingleShape;
  readonly programs: readonly Program[];
  readonly parameters: readonly Parameters[];
  readonly head: Head;
  /** By sequence: T·D inputs and T·K derivatives of the outputs. */
  readonly x: readonly Float64Array[];
  readonly outputGradients: readonly Float64Array[];
}

/** Weights and inputs that are exact in float32, so that only the rounding of the run differs. */
const exact = (values: Float64Array): Float64Array => Float64Array.from(Float32Array.from(values));

export function subjectOf(setup: Setup): Subject {
  const { cell, D, H, K, layers, batch, T, scale, seed } = setup;
  const programs = Array.from({ length: layers }, (_, k) => compile(cell, sizesOf(k === 0 ? D : H, H)));
  const parameters = programs.map(({ sizes }, k) =>
    Object.fromEntries(
      Object.entries(randomParameters(cell, sizes, seed + k, scale)).map(([name, values]) => [name, exact(values)]),
    ),
  );
  const vector = (k: number, length: number): Float64Array => exact(randomVector(seed + 100 * k, length, 1));
  return {
    ...setup,
    shape: { programs, outputs: K, batch, timesteps: T },
    programs,
    parameters,
    head: { W: vector(1, K * H), b: vector(2, K) },
    x: Array.from({ length: batch }, (_, b) => vector(3 + b, T * D)),
    outputGradients: Array.from({ length: batch }, (_, b) => vector(200 + b, T * K)),
  };
}

/** Runs the single-precision network forward and backward over the whole batch. */
export function runSingle(single: Single, { parameters, head, x, outputGradients, D, K, T, window }: Subject): void {
  const { batch } = single.shape;
  single.load({ layers: parameters, head });
  for (let t = 1; t <= T; t++)
    for (let b = 0; b < batch; b++) for (let k = 0; k < D; k++) single.x(t)[k * batch + b] = x[b][(t - 1) * D + k];
  single.forward(T);
  for (let t = 1; t <= T; t++)
    for (let b = 0; b < batch; b++)
      for (let k = 0; k < K; k++) single.outputGradients(t)[k * batch + b] = outputGradients[b][(t - 1) * K + k];
  single.backward(window);
}

/** Reference results in float64 for everything that the single-precision network computes, by name. */
export function oracle(subject: Subject): Map<string, Float64Array> {
  const { programs, parameters, head, x, outputGradients, batch, T, window, K } = subject;
  const all = new Map<string, Float64Array>();
  const put = (name: string, values: Float64Array, b: number): void => {
    const array = all.get(name) ?? new Float64Array(values.length * batch);
    all.set(name, array);
    for (let k = 0; k < values.length; k++) array[k * batch + b] = values[k];
  };
  const sum = (name: string, values: Float64Array): void => {
    const array = all.get(name) ?? new Float64Array(values.length);
    all.set(name, array);
    for (let k = 0; k < values.length; k++) array[k] += values[k];
  };
  for (let b = 0; b < batch; b++) {
    const layers = programs.map((program, k) => [{ program, parameters: parameters[k] }]);
    const run = runStack(layers, x[b]);
    const y = headForward(head, run.output);
    const top = headBackward(head, run.output, outputGradients[b]);
    const back = runStackBackward(run, { output: top.h }, { window });
    sum('head W', top.W);
    sum('head b', top.b);
    for (let t = 1; t <= T; t++) put(`outputs ${t}`, y.slice((t - 1) * K, t * K), b);
    for (const [depth, [{ tape }]] of run.layers.entries()) {
      const { adjoint, parameters: gradients, initial } = back.layers[depth][0];
      for (const signal of programs[depth].slots.keys()) {
        put(`values ${depth} ${signal}`, sequenceOf(tape, signal), b);
        if (depth > 0 || signal !== 'x') put(`adjoint ${depth} ${signal}`, sequenceOf(adjoint, signal), b);
      }
      for (const [name, values] of Object.entries(gradients)) sum(`gradient ${depth} ${name}`, values);
      for (const [state, values] of Object.entries(initial)) put(`initial ${depth} ${state}`, values, b);
    }
  }
  return all;
}

/** Results of the single-precision network under the same names, after `runSingle`. */
export function answers(single: Single, { programs, T }: Subject): Map<string, Float32Array> {
  const all = new Map<string, Float32Array>();
  const joined = (at: (t: number) => Float32Array): Float32Array => {
    const parts = Array.from({ length: T }, (_, k) => at(k + 1));
    const result = new Float32Array(parts.length * parts[0].length);
    for (const [k, part] of parts.entries()) result.set(part, k * part.length);
    return result;
  };
  const gradients = single.gradients();
  all.set('head W', gradients.head.W);
  all.set('head b', gradients.head.b);
  for (let t = 1; t <= T; t++) all.set(`outputs ${t}`, single.outputs(t).slice());
  for (const [depth, { slots, cell }] of programs.entries()) {
    for (const signal of slots.keys()) {
      all.set(
        `values ${depth} ${signal}`,
        joined((t) => single.values(depth, signal, t)),
      );
      if (depth > 0 || signal !== 'x')
        all.set(
          `adjoint ${depth} ${signal}`,
          joined((t) => single.adjoint(depth, signal, t)),
        );
    }
    for (const [name, values] of Object.entries(gradients.layers[depth])) all.set(`gradient ${depth} ${name}`, values);
    for (const { id } of cell.states) all.set(`initial ${depth} ${id}`, single.adjoint(depth, id, 0).slice());
  }
  return all;
}

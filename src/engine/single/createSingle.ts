import type { Machine, SingleKernels } from './machine.ts';
import { plainKernels } from './plain.ts';
import { type Plan, planOf } from './plan.ts';
import type { Single, SingleShape, SingleWeights } from './single.ts';
import type { Placement } from './weights.ts';

/** The number of timesteps whose gradients are summed at once: as many as fit the caches. It decides the order of the sum. */
const CHUNK = 8;

/** A network in single precision, its weights 0 until `load`. Throws a sentence where the shape does not fit. */
export function createSingle(shape: SingleShape, kernels: SingleKernels = plainKernels): Single {
  const plan = planOf(shape);
  const machine = kernels.machine(plan.code, plan.size);
  const { memory } = machine;
  const { batch, outputs: K } = shape;
  let length = 0;

  const timestep = (t: number, from: number): number => {
    if (!Number.isInteger(t) || t < from || t > shape.timesteps)
      throw new RangeError(`There is no timestep ${t}; the network holds ${shape.timesteps}`);
    return t;
  };
  const view = (layer: number, signal: string, t: number, back: boolean): Float32Array => {
    const { layout } = plan.layers[layer] ?? {};
    const vector = layout?.vectors.get(signal);
    if (!layout || !vector) throw new Error(`Layer ${layer + 1} of the network has no signal “${signal}”`);
    const at = vector.at + timestep(t, 0) * vector.stride + (back ? layout.shift : 0);
    return memory.subarray(at, at + vector.size * batch);
  };
  const output = (t: number, back: boolean): Float32Array => {
    if (!plan.head) return memory.subarray(0, 0);
    const { outputs, shift } = plan.head;
    const at = outputs.at + timestep(t, 1) * outputs.stride + (back ? shift : 0);
    return memory.subarray(at, at + K * batch);
  };
  const differentiable = (): void => {
    if (shape.forwardOnly) throw new Error('The network was created without room for derivatives');
  };
  machine.walk(plan.origin, 0, 0);

  return {
    shape,
    kind: kernels.kind,
    x: (t) => view(0, 'x', timestep(t, 1), false),
    load(weights) {
      for (const { placement, values } of pairsOf(plan, weights)) placement.store(memory, values);
    },
    forward(T) {
      length = timestep(T, 1);
      for (const { forwardInput, forwardSteps } of plan.layers) {
        machine.sweep(forwardInput, 1, T);
        machine.walk(forwardSteps, 1, T);
      }
      if (!plan.head) return;
      machine.sweep(plan.head.forward, 1, T);
      if (shape.forwardOnly) return;
      const { outputs, shift } = plan.head;
      memory.fill(0, outputs.at + shift, outputs.at + shift + (T + 1) * outputs.stride);
    },
    outputs: (t) => output(t, false),
    outputGradients(t) {
      differentiable();
      return output(t, true);
    },
    backward(window) {
      differentiable();
      backpropagate(plan, machine, length, window);
    },
    gradients() {
      differentiable();
      return gradientsOf(plan, memory);
    },
    values: (layer, signal, t) => view(layer, signal, t, false),
    frames(layer) {
      const { frames, vectors } = plan.layers[layer].layout;
      return { memory, vectors, ...frames, firstOutside: machine.firstOutside };
    },
    adjoint(layer, signal, t) {
      differentiable();
      if (layer === 0 && signal === 'x') throw new Error('The input of the bottom layer gets no derivative');
      return view(layer, signal, t, true);
    },
  };
}

function backpropagate(plan: Plan, machine: Machine, T: number, window = Number.POSITIVE_INFINITY): void {
  if (!(window >= 1 && (Number.isInteger(window) || window === Number.POSITIVE_INFINITY)))
    throw new RangeError(`The window of a truncated gradient is ${window}; it must be a whole number from 1`);
  if (T === 0) return;
  machine.walk(plan.clearSums, 0, 0);
  if (plan.head) {
    machine.sweep(plan.head.backward, 1, T);
    inChunks(T, (from, to) => plan.head && machine.sweep(plan.head.gradients, from, to));
  } else machine.sweep(plan.nothingAbove, 1, T);
  for (const { backward } of [...plan.layers].reverse()) {
    if (!backward) continue;
    machine.walk(backward.origin, 0, 0);
    machine.walk(backward.edge, T, T);
    inChunks(T, (from, to) => {
      for (let t = to; t >= from; t--) {
        const cut = t > 1 && (t - 1) % window === 0;
        if (cut) machine.walk(backward.edge, t - 1, t - 1);
        machine.walk(cut ? backward.cutSteps : backward.steps, t, t);
      }
      machine.sweep(backward.gradients, from, to);
    });
    machine.sweep(backward.input, 1, T);
  }
}

/** The timesteps 1…T in pieces, the last piece first. */
function inChunks(T: number, visit: (from: number, to: number) => void): void {
  for (let from = Math.floor((T - 1) / CHUNK) * CHUNK + 1; from >= 1; from -= CHUNK)
    visit(from, Math.min(T, from + CHUNK - 1));
}

/** Each parameter's placement with its values. Throws where one is missing or has another length. */
function pairsOf(
  { layers, head }: Plan,
  weights: SingleWeights,
): { placement: Placement; values: ArrayLike<number> }[] {
  const named = layers.map(({ placements }, k) => ({ placements, given: weights.layers[k] ?? {} }));
  if (head) named.push({ placements: head.placements, given: { ...weights.head } });
  return named.flatMap(({ placements, given }) =>
    Object.entries(placements).map(([name, placement]) => {
      const values = given[name];
      if (values?.length !== placement.length)
        throw new RangeError(`${name} needs ${placement.length} numbers, not ${values?.length ?? 0}`);
      return { placement, values };
    }),
  );
}

function gradientsOf({ layers, head }: Plan, memory: Float32Array): SingleWeights<Float32Array> {
  const empty = new Float32Array(0);
  return {
    layers: layers.map(({ placements }) =>
      Object.fromEntries(Object.entries(placements).map(([name, placement]) => [name, placement.gradient(memory)])),
    ),
    head: head
      ? { W: head.placements.W.gradient(memory), b: head.placements.b.gradient(memory) }
      : { W: empty, b: empty },
  };
}

import type { Program, Slot } from './program.ts';
import { reverseOf } from './reverse.ts';
import type { Tape } from './tape.ts';

/**
 * Matrices by state and state: `blocks.h.C` is the derivative of h with respect to C, row-major, with a row for each
 * unit of h and a column for each unit of C.
 */
export type StateBlocks = Readonly<Record<string, Readonly<Record<string, Float64Array>>>>;

/** The derivatives of the states of a run with respect to earlier states. */
export interface Jacobians {
  /** ∂(states at t)/∂(states at t − 1); entry t − 1 belongs to timestep t. */
  readonly steps: readonly StateBlocks[];
  /** d(states at T)/d(states at k) for k = 0…T. */
  readonly toLast: readonly StateBlocks[];
}

/**
 * The Jacobians of a run, whose products vanish or explode over time (Bengio, Simard & Frasconi 1994). Each state at k varies
 * alone: the effect of C through the h of its own timestep belongs to h. With N units in all states together, the result has
 * about 2·T·N² numbers.
 */
export function jacobiansOf(tape: Tape): Jacobians {
  const steps = stepJacobians(tape);
  return { steps, toLast: productsOf(tape.program, steps) };
}

/**
 * d(states after the last of `steps`)/d(states before step k), for every k and for the end, where it is the identity. With
 * the first t of `Jacobians.steps`, these are the derivatives of the states at timestep t.
 */
export function productsOf(program: Program, steps: readonly StateBlocks[]): StateBlocks[] {
  const states = statesOf(program);
  let product = blocksOf(states, (of, by) => (of === by ? identity(of.size) : new Float64Array(of.size * by.size)));
  const products = [product];
  for (const step of steps.toReversed()) {
    const after = product;
    product = blocksOf(states, (of, by) => {
      const sum = new Float64Array(of.size * by.size);
      for (const via of states) addMatrixProduct(sum, after[of.id][via.id], step[via.id][by.id], via.size);
      return sum;
    });
    products.push(product);
  }
  return products.reverse();
}

/** Row by row: 1 at one unit of one state, walked back over one timestep. */
function stepJacobians({ program, parameters, data, length }: Tape): StateBlocks[] {
  const { frameSize, steps } = program;
  const states = statesOf(program);
  const grad = new Float64Array(data.length);
  const actions = steps
    .map((step) => reverseOf(step, { parameters, frameSize, data, grad, gradients: null }))
    .reverse();
  return Array.from({ length }, (_, t) => {
    const before = t * frameSize;
    const frame = before + frameSize;
    const blocks = blocksOf(states, (of, by) => new Float64Array(of.size * by.size));
    for (const of of states)
      for (let row = 0; row < of.size; row++) {
        grad.fill(0, before, frame + frameSize);
        grad[frame + of.offset + row] = 1;
        for (const action of actions) action(frame);
        for (const { id, offset, size } of states)
          blocks[of.id][id].set(grad.subarray(before + offset, before + offset + size), row * size);
      }
    return blocks;
  });
}

type StateSlot = Slot & { readonly id: string };

const statesOf = ({ cell, slots }: Program): StateSlot[] =>
  cell.states.map(({ id }) => ({ id, ...(slots.get(id) as Slot) }));

function blocksOf(states: readonly StateSlot[], block: (of: StateSlot, by: StateSlot) => Float64Array): StateBlocks {
  return Object.fromEntries(
    states.map((of) => [of.id, Object.fromEntries(states.map((by) => [by.id, block(of, by)]))]),
  );
}

const identity = (n: number): Float64Array =>
  Float64Array.from({ length: n * n }, (_, k) => (k % (n + 1) === 0 ? 1 : 0));

/** sum += a · b, where a has `inner` columns and b as many rows. */
function addMatrixProduct(sum: Float64Array, a: Float64Array, b: Float64Array, inner: number): void {
  const columns = b.length / inner;
  for (let r = 0; r < a.length / inner; r++)
    for (let m = 0; m < inner; m++) {
      const factor = a[r * inner + m];
      for (let c = 0; c < columns; c++) sum[r * columns + c] += factor * b[m * columns + c];
    }
}

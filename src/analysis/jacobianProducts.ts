import { directPathOf } from '../engine/directPath.ts';
import { jacobiansOf, productsOf, type StateBlocks } from '../engine/jacobian.ts';
import type { Tape } from '../engine/tape.ts';

/** A Jacobian of a state with n units, and what passes no layer apart from all the rest. */
export interface SplitJacobian {
  /** n·n numbers, row-major: a row for each unit of the later value, a column for each of the earlier. */
  readonly total: Float64Array;
  /** The direct path, which is diagonal: n numbers, for the C of an LSTM ∏ f. Null where every way leads through a layer. */
  readonly direct: Float64Array | null;
  /** total − direct, n·n numbers; null where there is no direct path. */
  readonly rest: Float64Array | null;
}

/** The Jacobians of one state of a run: of every timestep, and multiplied. */
export interface JacobianProducts {
  readonly state: string;
  /** n, the number of its units. */
  readonly size: number;
  /** ∂(state at t)/∂(state at t − 1) at index t − 1, t = 1…`to`: every other state at t − 1 held fixed. */
  readonly steps: readonly SplitJacobian[];
  /**
   * The running product d(state at `to`)/d(state at k) at index k = 0…`to`; the last is the identity. Every other state at k
   * is held fixed, but what the state does to the others in between counts: it is the block of this state in the product
   * of the Jacobians of all states together, and the product of `steps` only where no other state carries anything.
   */
  readonly products: readonly SplitJacobian[];
}

/**
 * The Jacobians of a state between timesteps 0 and `to` (by default the last) of a run,
 * as matrices (Bengio et al. 1994), and their direct path (Hochreiter & Schmidhuber 1997). With N units in all states
 * together it takes 2·T·N² numbers on the way. Throws a sentence for a state that the cell does not have, or another `to`.
 */
export function jacobianProducts(tape: Tape, state: string, to: number = tape.length): JacobianProducts {
  const { program, length } = tape;
  const { cell } = program;
  if (!cell.states.some(({ id }) => id === state))
    throw new Error(`${cell.name} has no state “${state}”; it has ${cell.states.map(({ id }) => id).join(', ')}`);
  if (!Number.isInteger(to) || to < 0 || to > length)
    throw new RangeError(`There is no timestep ${to}; the sequence has ${length}`);
  const steps = jacobiansOf(tape).steps.slice(0, to);
  return splitProducts(tape, state, { steps, toLast: productsOf(program, steps) });
}

/** The same from Jacobians that are known, of as many timesteps as there are `steps`. */
export function splitProducts(
  tape: Tape,
  state: string,
  { steps, toLast }: { readonly steps: readonly StateBlocks[]; readonly toLast: readonly StateBlocks[] },
): JacobianProducts {
  const { size } = tape.slot(state);
  const factors = directPathOf(tape, state)?.factors;
  const factorsAt = (t: number): Float64Array | undefined => factors?.subarray((t - 1) * size, t * size);
  const products: SplitJacobian[] = [];
  let direct = factors && new Float64Array(size).fill(1);
  for (let k = steps.length; k >= 0; k--) {
    products.push(split(toLast[k][state][state], direct));
    const at = factorsAt(k);
    direct = at && direct?.map((product, unit) => at[unit] * product);
  }
  return {
    state,
    size,
    steps: steps.map((blocks, k) => split(blocks[state][state], factorsAt(k + 1))),
    products: products.reverse(),
  };
}

function split(total: Float64Array, direct: Float64Array | undefined): SplitJacobian {
  if (!direct) return { total, direct: null, rest: null };
  const n = direct.length;
  return { total, direct, rest: total.map((v, k) => (k % (n + 1) === 0 ? v - direct[k / (n + 1)] : v)) };
}

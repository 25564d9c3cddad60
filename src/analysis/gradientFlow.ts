import { jacobiansOf, type StateBlocks } from '../engine/jacobian.ts';
import type { Tape } from '../engine/tape.ts';
import { splitProducts } from './jacobianProducts.ts';
import { largestSize, spectralNorm } from './norms.ts';

/** The dependence of the last value of one state on its earlier ones. Norms are spectral: the largest factor by which any change grows. */
export interface StateFlow {
  readonly state: string;
  /** ‖d state_T / d state_k‖ at distance T − k = 0…T, every other state at k held fixed. */
  readonly total: Float64Array;
  /** The part that passes no layer (∏ f for the C of an LSTM), likewise. Null where every way leads through a layer. */
  readonly direct: Float64Array | null;
  /** ‖total − direct‖, likewise. */
  readonly rest: Float64Array | null;
}

/** The size of a gradient on its way back through a run. */
export interface GradientFlow {
  /** ‖∂(all states at t) / ∂(all states at t − 1)‖ at index t − 1: what one timestep does to a gradient at most. */
  readonly steps: Float64Array;
  readonly states: readonly StateFlow[];
}

/** The gradient flow of a run. Takes 2·T·N² numbers where all states together have N units. */
export function gradientFlowOf(tape: Tape): GradientFlow {
  const jacobians = jacobiansOf(tape);
  return {
    steps: Float64Array.from(jacobians.steps, wholeNorm),
    states: tape.program.cell.states.map(({ id }) => {
      const { products, size } = splitProducts(tape, id, jacobians);
      const byDistance = products.toReversed();
      const spectral = (matrix: Float64Array): number => spectralNorm(matrix, size);
      return {
        state: id,
        total: Float64Array.from(byDistance, ({ total }) => spectral(total)),
        direct: normsOf(
          byDistance.map(({ direct }) => direct),
          largestSize,
        ),
        rest: normsOf(
          byDistance.map(({ rest }) => rest),
          spectral,
        ),
      };
    }),
  };
}

/** The norm of each; null where there are none. */
function normsOf(parts: readonly (Float64Array | null)[], norm: (part: Float64Array) => number): Float64Array | null {
  const known = parts.filter((part) => part !== null);
  return known.length === 0 ? null : Float64Array.from(known, norm);
}

/** The share of the gradient that the direct path leaves out, by distance: ‖rest‖ / ‖total‖, 0 where nothing is left of either. */
export function shareBeside({ total, rest }: StateFlow): Float64Array | null {
  return rest?.map((norm, d) => (norm === 0 ? 0 : norm / total[d])) ?? null;
}

/** The first distance at which more than this share is missing from the direct path; null where there is none. */
export function firstWrong(flow: StateFlow, share: number): number | null {
  const distance = shareBeside(flow)?.findIndex((missing) => missing > share) ?? -1;
  return distance < 0 ? null : distance;
}

/** The norm of the matrix that all blocks make together. */
function wholeNorm(blocks: StateBlocks): number {
  const ids = Object.keys(blocks);
  const sizes = ids.map((id) => Math.sqrt(blocks[id][id].length));
  const starts = sizes.map((_, k) => sizes.slice(0, k).reduce((a, b) => a + b, 0));
  const n = sizes.reduce((a, b) => a + b, 0);
  const matrix = new Float64Array(n * n);
  for (const [i, of] of ids.entries())
    for (const [j, by] of ids.entries())
      for (let r = 0; r < sizes[i]; r++)
        matrix.set(blocks[of][by].subarray(r * sizes[j], (r + 1) * sizes[j]), (starts[i] + r) * n + starts[j]);
  return spectralNorm(matrix, n);
}

/** The product of the norms of single timesteps by distance 0…T, an upper bound of `total`. */
export function productOfSteps({ steps }: Pick<GradientFlow, 'steps'>): Float64Array {
  const products = new Float64Array(steps.length + 1).fill(1);
  for (let d = 1; d <= steps.length; d++) products[d] = products[d - 1] * steps[steps.length - d];
  return products;
}

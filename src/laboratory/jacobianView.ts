import { type SplitJacobian, splitProducts } from '../analysis/jacobianProducts.ts';
import { spectralNorm } from '../analysis/norms.ts';
import { directPathOf } from '../engine/directPath.ts';
import { runForward } from '../engine/forward.ts';
import { jacobiansOf, type StateBlocks } from '../engine/jacobian.ts';
import { percentage } from '../notation/number.ts';
import { norm, WRONG } from './gradientWords.ts';
import type { LabNetwork } from './networks.ts';

/** A square matrix, row by row, with its spectral norm. */
export interface Square {
  readonly values: Float64Array;
  readonly norm: number;
}

/** The Jacobians of one run, and the state whose way back is looked at: the one with a direct path, where there is one. */
export interface JacobianRun {
  readonly state: string;
  /** The units of each state, in their order in a matrix of all of them. */
  readonly sizes: readonly (readonly [state: string, size: number])[];
  /** ∂(all states at t)/∂(all states at t − 1) at index t − 1. */
  readonly steps: readonly StateBlocks[];
  /** d state_T/d state_k at index k. */
  readonly products: readonly SplitJacobian[];
}

/** The Jacobians from timestep k to the last one, T. */
export interface JacobianView {
  /** ∂(all states at k + 1)/∂(all states at k). */
  readonly step: Square;
  /** d state_T/d state_k: the product of all steps between. */
  readonly product: Square;
  /** Its part that passes no layer, a diagonal, and what is left without it; null where there is no such part. */
  readonly parts: { readonly direct: Square; readonly rest: Square } | null;
}

export function jacobianRunOf({ program, parameters }: LabNetwork, x: Float64Array): JacobianRun {
  const tape = runForward(program, parameters, x);
  const sizes = program.cell.states.map(({ id, dim }) => [id, program.sizes[dim]] as const);
  const [state] = sizes.find(([id]) => directPathOf(tape, id)) ?? sizes[0];
  const jacobians = jacobiansOf(tape);
  return { state, sizes, steps: jacobians.steps, products: splitProducts(tape, state, jacobians).products };
}

/** The matrices `back` timesteps before the last one. */
export function jacobianAt({ steps, products, sizes }: JacobianRun, back: number): JacobianView {
  const k = steps.length - back;
  const { total, direct, rest } = products[k];
  return {
    step: squareOf(joined(steps[k], sizes)),
    product: squareOf(total),
    parts: direct && rest && { direct: squareOf(diagonal(direct)), rest: squareOf(rest) },
  };
}

const squareOf = (values: Float64Array): Square => ({ values, norm: spectralNorm(values, Math.sqrt(values.length)) });

const diagonal = (values: Float64Array): Float64Array =>
  new Float64Array(values.length * values.length).map((_, at) =>
    at % (values.length + 1) === 0 ? values[at / (values.length + 1)] : 0,
  );

/** The matrix that the blocks of all states make together. */
function joined(blocks: StateBlocks, sizes: JacobianRun['sizes']): Float64Array {
  const rows = sizes.flatMap(([of, size]) =>
    Array.from({ length: size }, (_, row) =>
      sizes.flatMap(([by, columns]) => [...blocks[of][by].subarray(row * columns, (row + 1) * columns)]),
    ),
  );
  return Float64Array.from(rows.flat());
}

/** Says what is left of the gradient, how much of it came by the gates alone, and how near that is to the whole. */
export function jacobianWords({ product, parts }: JacobianView, state: string, gate: string, back: number): string {
  const far = `${back} timestep${back === 1 ? '' : 's'} back`;
  const whole = `${far[0].toUpperCase()}${far.slice(1)} the product of the Jacobians of ${state} has norm ${norm(product.norm)}`;
  if (!parts) return `${whole}. There is no direct path: every path leads through the layer.`;
  const share = product.norm === 0 ? 0 : parts.rest.norm / product.norm;
  const beside = `the direct path alone has ${norm(parts.direct.norm)}, all other paths ${norm(parts.rest.norm)}, which is ${percentage(share)} of the whole`;
  const verdict = share > WRONG ? `“It is just ${gate}” is wrong here.` : `“It is just ${gate}” is close enough here.`;
  return `${whole}; ${beside}. ${verdict}`;
}

import { spectralNorm } from '../../analysis/norms.ts';
import { type DirectPath, directPathOf } from '../../engine/directPath.ts';
import { runForward } from '../../engine/forward.ts';
import { type Jacobians, jacobiansOf, type StateBlocks } from '../../engine/jacobian.ts';
import type { LabNetwork } from './networks.ts';

/** A square matrix, row by row, with its spectral norm. */
export interface Square {
  readonly values: Float64Array;
  readonly norm: number;
}

/** The Jacobians of one run, and the state whose way back is looked at: the one with a direct path, where there is one. */
export interface JacobianRun {
  readonly jacobians: Jacobians;
  readonly state: string;
  /** The units of each state, in the order in which they stand in a matrix of all of them. */
  readonly sizes: readonly (readonly [state: string, size: number])[];
  readonly path: DirectPath | null;
}

/** What lies between timestep k and the last one, T. */
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
  const paths = sizes.map(([id]) => ({ state: id, path: directPathOf(tape, id) }));
  const chosen = paths.find(({ path }) => path !== null) ?? paths[0];
  return { jacobians: jacobiansOf(tape, parameters), sizes, ...chosen };
}

/** The matrices `back` timesteps before the last one. */
export function jacobianAt(
  { jacobians: { steps, toLast }, state, sizes, path }: JacobianRun,
  back: number,
): JacobianView {
  const k = steps.length - back;
  const n = sizes.find(([id]) => id === state)?.[1] ?? 0;
  const product = toLast[k][state][state];
  const diagonal = path?.toLast.subarray(k * n, (k + 1) * n);
  const direct = diagonal && product.map((_, at) => (at % (n + 1) === 0 ? diagonal[at / (n + 1)] : 0));
  return {
    step: squareOf(joined(steps[k], sizes)),
    product: squareOf(product),
    parts: direct ? { direct: squareOf(direct), rest: squareOf(product.map((v, at) => v - direct[at])) } : null,
  };
}

const squareOf = (values: Float64Array): Square => ({ values, norm: spectralNorm(values, Math.sqrt(values.length)) });

/** The matrix that the blocks of all states make together. */
function joined(blocks: StateBlocks, sizes: JacobianRun['sizes']): Float64Array {
  const rows = sizes.flatMap(([of, size]) =>
    Array.from({ length: size }, (_, row) =>
      sizes.flatMap(([by, columns]) => [...blocks[of][by].subarray(row * columns, (row + 1) * columns)]),
    ),
  );
  return Float64Array.from(rows.flat());
}

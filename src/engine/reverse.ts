import { opOf } from '../ops/ops.ts';
import { rowsOf } from './compute.ts';
import { slopesOf } from './intervention/edit.ts';
import { addOuterProduct, addPlain, addProduct, addScaled, addTransposedProduct } from './kernels.ts';
import type { Parameters } from './parameters.ts';
import type { MatrixRun, Step } from './program.ts';

/** The arrays that a reverse step reads and writes: the run, the adjoint in the same layout, and the gradients by parameter. */
export interface Reversal {
  readonly parameters: Parameters;
  readonly frameSize: number;
  readonly data: Float64Array;
  readonly grad: Float64Array;
  /** Added to; null where only signals are asked about. */
  readonly gradients: Parameters | null;
}

/** One step in reverse, bound to its tapes; it takes the offset of a frame and allocates nothing. */
export type ReverseAction = (frame: number) => void;

/** The vector-Jacobian product of one step: from what it wrote to what it read. */
export function reverseOf(step: Step, reversal: Reversal): ReverseAction {
  const { data, grad, parameters, gradients, frameSize } = reversal;
  if (step.kind === 'matrix') return reverseMatrix(step.run, reversal);
  if (step.kind === 'edit') {
    const { source, out, size, edits } = step;
    const slopes = new Float64Array(size);
    return (frame) => {
      slopesOf(edits, frame / frameSize, slopes);
      for (let k = 0; k < size; k++) grad[frame + source + k] += slopes[k] * grad[frame + out + k];
    };
  }
  if (step.kind === 'op') {
    const { out, a, b, size, constants } = step;
    const loop = opOf(step.op).backward;
    return (frame) => loop(data, grad, frame + out, frame + a, frame + b, size, constants);
  }
  const { parameter, out, source, size } = step.term;
  if (parameter === null) return (frame) => addPlain(grad, frame + source, frame + out, size);
  const p = parameters[parameter];
  const sum = gradients?.[parameter];
  return (frame) => {
    addScaled(grad, frame + source, p, frame + out, size);
    if (sum) addProduct(sum, grad, frame + out, data, frame + source);
  };
}

/** The same for a product with matrices: Wᵀ hands the gradient on, the outer product is the matrices' own. */
export function reverseMatrix(
  { out, source, columns, parameters: names }: MatrixRun,
  { data, grad, parameters, gradients }: Reversal,
): ReverseAction {
  const rows = names.flatMap((name) => rowsOf(parameters[name], columns));
  const sums = gradients && names.flatMap((name) => rowsOf(gradients[name], columns));
  const v = new Float64Array(columns);
  return (frame) => {
    v.fill(0);
    addTransposedProduct(v, rows, grad, frame + out);
    for (let c = 0; c < columns; c++) grad[frame + source + c] += v[c];
    if (!sums) return;
    for (let c = 0; c < columns; c++) v[c] = data[frame + source + c];
    addOuterProduct(sums, grad, frame + out, v);
  };
}

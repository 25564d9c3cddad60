import type { OpName } from '../../ops/ops.ts';
import type { Address, Assembler } from './assembler.ts';
import * as codes from './codes.ts';
import type { LayerPlan, PlannedRun, PlannedStep } from './layerPlan.ts';
import { addressOf } from './memoryLayout.ts';

/** The instructions of the pointwise operations. */
const CODES: Readonly<Record<Exclude<OpName, 'normalise'>, number>> = {
  sigmoid: codes.SIGMOID,
  tanh: codes.TANH,
  relu: codes.RELU,
  exp: codes.EXP,
  logSigmoid: codes.LOG_SIGMOID,
  softplus: codes.SOFTPLUS,
  softsign: codes.SOFTSIGN,
  hardSigmoid: codes.HARD_SIGMOID,
  leakyRelu: codes.LEAKY_RELU,
  clip: codes.CLIP,
  identity: codes.COPY,
  one: codes.CONSTANT,
  oneMinus: codes.ONE_MINUS,
  add: codes.SUM,
  sub: codes.DIFFERENCE,
  mul: codes.TIMES,
  div: codes.QUOTIENT,
  max: codes.LARGER,
  scaleShift: codes.SCALE_SHIFT,
  logSign: codes.LOG_SIGN,
  share: codes.SHARE,
};

/** Emits the work of a layer before its first timestep, for all timesteps: its input, biases, and products with x. */
export function emitInput({ layout, start, input }: LayerPlan, below: Address | null, assembler: Assembler): void {
  const x = layout.vectors.get('x');
  if (below && x) assembler.copy(x.units * assembler.batch, x, below);
  assembler.copy(start.n, start.out, start.values);
  for (const run of input) emitProduct(run, assembler);
}

/** One timestep of a layer. */
export function emitSteps({ steps }: LayerPlan, assembler: Assembler): void {
  for (const step of steps) emitStep(step, assembler);
}

function emitStep(step: PlannedStep, assembler: Assembler): void {
  const { out } = step;
  const n = out.units * assembler.batch;
  if (step.kind === 'matrix') emitProduct(step, assembler);
  else if (step.kind === 'vector') {
    const a = addressOf(step.source);
    if (step.weights)
      assembler.pointwise(codes.TIMES, { n, out, a: { at: step.weights.at, stride: 0 }, b: a, add: true });
    else assembler.copy(n, out, a, true);
  } else {
    const [a, b] = step.args.map(addressOf);
    if (step.op === 'normalise') assembler.normalise(out.size, { out, a });
    else assembler.pointwise(CODES[step.op], { n, out, a, b, constants: step.op === 'one' ? [1] : step.constants });
  }
}

function emitProduct({ matrix, rows, out, source }: PlannedRun, assembler: Assembler): void {
  const columns = source.vector.size;
  assembler.product({ rows, columns, weights: matrix.panels.at, out, source: addressOf(source), add: true });
}

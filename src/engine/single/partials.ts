import type { OpName } from '../../ops/ops.ts';
import * as codes from './codes.ts';

/** Something that a derivative depends on: an argument of the operation, or its value. */
type Operand = 'a' | 'b' | 'value';

/** The instruction that gives dL/d(argument) from dL/d(value), and what else it reads. */
export interface Partial {
  readonly code: number;
  readonly b?: Operand;
  readonly c?: Operand;
}

const PARTIALS: Readonly<Record<OpName, readonly Partial[]>> = {
  normalise: [{ code: codes.NORMALISE_BACK, b: 'value', c: 'a' }],
  scaleShift: [{ code: codes.SCALED }],
  logSign: [],
  share: [
    { code: codes.SHARE_BACK, b: 'a', c: 'b' },
    { code: codes.OTHER_SHARE_BACK, b: 'b', c: 'a' },
  ],
  sigmoid: [{ code: codes.SIGMOID_BACK, b: 'value' }],
  tanh: [{ code: codes.TANH_BACK, b: 'value' }],
  relu: [{ code: codes.RELU_BACK, b: 'a' }],
  exp: [{ code: codes.TIMES, b: 'value' }],
  logSigmoid: [{ code: codes.LOG_SIGMOID_BACK, b: 'a' }],
  softplus: [{ code: codes.SOFTPLUS_BACK, b: 'a' }],
  softsign: [{ code: codes.SOFTSIGN_BACK, b: 'a' }],
  hardSigmoid: [{ code: codes.HARD_SIGMOID_BACK, b: 'value' }],
  leakyRelu: [{ code: codes.LEAKY_RELU_BACK, b: 'a' }],
  clip: [{ code: codes.CLIP_BACK, b: 'a' }],
  identity: [{ code: codes.COPY }],
  one: [],
  oneMinus: [{ code: codes.NEGATIVE }],
  add: [{ code: codes.COPY }, { code: codes.COPY }],
  sub: [{ code: codes.COPY }, { code: codes.NEGATIVE }],
  mul: [
    { code: codes.TIMES, b: 'b' },
    { code: codes.TIMES, b: 'a' },
  ],
  div: [
    { code: codes.QUOTIENT, b: 'b' },
    { code: codes.DIVISOR_BACK, b: 'b', c: 'value' },
  ],
  max: [
    { code: codes.LARGER_BACK, b: 'a', c: 'b' },
    { code: codes.LARGER_BACK, b: 'b', c: 'a' },
  ],
};

/** One for each argument of the operation; none for an argument whose derivative is 0 everywhere. */
export function partialsOf(op: OpName): readonly Partial[] {
  return PARTIALS[op];
}

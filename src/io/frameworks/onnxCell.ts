import { type Cell, cellOf } from '../../cell/cell.ts';
import type { CellDeclaration } from '../../cell/declaration.ts';
import { type Activation, type Activations, withActivations, withClip } from '../../cell/transform.ts';
import { coupled } from '../../cells/coupled.ts';
import { gru } from '../../cells/gru.ts';
import { lstm } from '../../cells/lstm.ts';
import { peephole } from '../../cells/peephole.ts';
import { rnn } from '../../cells/rnn.ts';
import type { OpName } from '../../ops/ops.ts';
import { onnx } from './onnx.ts';
import type { WeightLayout } from './weightLayout.ts';

/** The attributes of the operators RNN, LSTM and GRU that decide their mathematics. */
export interface OnnxAttributes {
  readonly activations?: readonly string[];
  readonly activation_alpha?: readonly number[];
  readonly activation_beta?: readonly number[];
  readonly clip?: number;
  readonly input_forget?: number;
  readonly linear_before_reset?: number;
}

/** The recurrent operators of ONNX. */
export type OnnxOperator = 'RNN' | 'LSTM' | 'GRU';

/** Our operation for each ONNX activation, with the defaults of alpha and beta where it takes them. */
const activations: Readonly<Record<string, { readonly op: OpName; readonly alpha?: number; readonly beta?: number }>> =
  {
    Sigmoid: { op: 'sigmoid' },
    Tanh: { op: 'tanh' },
    Relu: { op: 'relu' },
    Softsign: { op: 'softsign' },
    Softplus: { op: 'softplus' },
    HardSigmoid: { op: 'hardSigmoid', alpha: 0.2, beta: 0.5 },
    LeakyRelu: { op: 'leakyRelu', alpha: 0.01 },
  };

/** The activations that the operator lists for one direction: f, g and h of the specification. */
const positions: Readonly<Record<OnnxOperator, readonly string[]>> = {
  RNN: ['h'],
  GRU: ['gate', 'candidate'],
  LSTM: ['gate', 'candidate', 'squashed'],
};

/** The cell that an operator computes in one direction, and the layout of its arrays. Throws an error that names an unknown activation. */
export function onnxCell(
  operator: OnnxOperator,
  attributes: OnnxAttributes = {},
  { peepholes = false, direction = 0 }: { readonly peepholes?: boolean; readonly direction?: number } = {},
): { readonly cell: Cell; readonly layout: WeightLayout } {
  const { declaration, options, layout } = baseOf(operator, attributes, peepholes);
  const activated = withActivations(declaration, activationsOf(operator, attributes, direction));
  const { clip = 0 } = attributes;
  return { cell: cellOf(clip > 0 ? withClip(activated, clip) : activated, options), layout };
}

interface Base {
  readonly declaration: CellDeclaration;
  readonly options?: Readonly<Record<string, string | boolean>>;
  readonly layout: WeightLayout;
}

function baseOf(
  operator: OnnxOperator,
  { input_forget, linear_before_reset }: OnnxAttributes,
  peepholes: boolean,
): Base {
  if (operator === 'RNN') return { declaration: rnn, layout: onnx.rnn };
  if (operator === 'GRU')
    return linear_before_reset
      ? { declaration: gru, options: { reset: 'after', z: 'old' }, layout: onnx.gruLinearBeforeReset }
      : { declaration: gru, options: { reset: 'before', z: 'old' }, layout: onnx.gru };
  if (input_forget)
    return {
      declaration: coupled,
      options: { couple: 'f', peepI: peepholes, peepO: peepholes },
      layout: peepholes ? onnx.lstmInputForgetPeephole : onnx.lstmInputForget,
    };
  return peepholes ? { declaration: peephole, layout: onnx.lstmPeephole } : { declaration: lstm, layout: onnx.lstm };
}

/** Alpha and beta are taken in order by those activations that have one; where the lists end, the defaults hold. */
function activationsOf(operator: OnnxOperator, attributes: OnnxAttributes, direction: number): Activations {
  const { activations: listed, activation_alpha = [], activation_beta = [] } = attributes;
  if (!listed) return {};
  let alphas = 0;
  let betas = 0;
  const all = listed.map((name): Activation => {
    const known = Object.hasOwn(activations, name) ? activations[name] : undefined;
    if (!known)
      throw new Error(`The activation “${name}” is not supported; known are ${Object.keys(activations).join(', ')}`);
    const { op, alpha, beta } = known;
    const constants: number[] = [];
    if (alpha !== undefined) constants.push(activation_alpha[alphas++] ?? alpha);
    if (beta !== undefined) constants.push(activation_beta[betas++] ?? beta);
    return { op, constants };
  });
  const places = positions[operator];
  const start = direction * places.length;
  if (all.length < start + places.length)
    throw new Error(`${operator} needs ${places.length} activations per direction, not ${all.length} in all`);
  return Object.fromEntries(places.map((place, k) => [place, all[start + k]]));
}

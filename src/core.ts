/** The entry of `gatescope/core`: the cells, their numbers, equations and pictures, without a view and without a DOM. */
export {
  type Affine,
  type Cell,
  cellOf,
  type Parameter,
  type Signal,
  type State,
  settledOptions,
  type Term,
} from './cell/cell.ts';
export {
  type CellDeclaration,
  choice,
  defineCell,
  flag,
  type OptionInfo,
  type SignalInfo,
  type Stage,
  type StateInfo,
} from './cell/declaration.ts';
export * as expression from './cell/expression.ts';
export { parameterCount, type Sizes, sizesOf } from './cell/sizes.ts';
export { preActivationOf, type Ref, refKey } from './cell/slot.ts';
export { type Activation, type Activations, withActivations, withClip, withProjection } from './cell/transform.ts';
export { variant } from './cell/variant.ts';
export { declarationOf, registry } from './cells/index.ts';
export { type CreateCell, createCell, type InputSequence, type RunnableCell } from './createCell.ts';
export { type DiagramOptions, diagramSvg } from './diagramSvg.ts';
export { type BackwardOptions, type Gradients, runBackward, type Seed } from './engine/backward.ts';
export { type Batch, runBatch, runStackBatch } from './engine/batch.ts';
export { type DirectPath, directPathOf } from './engine/directPath.ts';
export type { InitialStates } from './engine/given.ts';
export { type Head, type HeadGradients, headBackward, headForward } from './engine/head.ts';
export { seenBy } from './engine/intervention/edited.ts';
export { intervene } from './engine/intervention/intervene.ts';
export { type Change, type Intervention, wiresOf } from './engine/intervention/intervention.ts';
export { type RunOptions, runForward } from './engine/intervention/runForward.ts';
export { type Jacobians, jacobiansOf, productsOf, type StateBlocks } from './engine/jacobian.ts';
export { type Initialisation, initialParameters, type Parameters, parametersFrom } from './engine/parameters.ts';
export { compile, type Program, type Slot } from './engine/program.ts';
export { type Layer, type Pass, type PassRun, runStack, type StackRun } from './engine/stack.ts';
export { runStackBackward, type StackGradients, type StackSeed } from './engine/stackBackward.ts';
export { Tape } from './engine/tape.ts';
export { keras } from './io/frameworks/keras.ts';
export { type KerasLayer, type KerasSettings, kerasCell } from './io/frameworks/kerasCell.ts';
export { olah } from './io/frameworks/olah.ts';
export { directionOf, onnx } from './io/frameworks/onnx.ts';
export { type OnnxAttributes, type OnnxOperator, onnxCell } from './io/frameworks/onnxCell.ts';
export { pytorch, pytorchSuffix } from './io/frameworks/pytorch.ts';
export {
  parametersFromTensors,
  type Tensor,
  type TensorLayout,
  type Tensors,
  tensorsFrom,
  type WeightLayout,
} from './io/frameworks/weightLayout.ts';
export { type Equation, equationsOf } from './notation/equation.ts';
export { alignedLatex, equationLatex } from './notation/linear.ts';
export { equationMarkup, mathmlText } from './notation/mathml.ts';
export type { Range } from './ops/op.ts';
export type { OpName } from './ops/ops.ts';
export { softmax } from './ops/softmax.ts';
export { clipNorm, clipValue, normOf } from './training/clipping.ts';
export { crossEntropy, type Loss, squaredError } from './training/losses.ts';
export {
  type Arrays,
  type Moments,
  noMoments,
  type OptimiserName,
  type Rates,
  step as optimiserStep,
} from './training/optimisers.ts';

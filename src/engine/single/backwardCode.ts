import type { Address, Assembler, Section } from './assembler.ts';
import * as codes from './codes.ts';
import type { LayerPlan, PlannedOp, PlannedRun, PlannedStep } from './layerPlan.ts';
import { addressOf, type BatchVector, type Source, shifted } from './memoryLayout.ts';
import { partialsOf } from './partials.ts';

/** The instructions of backpropagation through one layer. */
export interface BackwardCode {
  /** At the last timestep and wherever the gradient is cut: states that get no derivative from a later timestep. */
  readonly edge: Section;
  /** At timestep 0. */
  readonly origin: Section;
  /** One timestep, handing derivatives to the timestep before or not. */
  readonly steps: Section;
  readonly cutSteps: Section;
  /** For all timesteps: the derivatives of the input, for a layer above another. */
  readonly input: Section;
  /** The gradients of all weights, for any range of timesteps. */
  readonly gradients: Section;
}

/** Emits it; `ones` is the place of a number 1 for every sequence. The derivative of the output comes from above. */
export function emitBackward(plan: LayerPlan, below: Address | null, ones: number, assembler: Assembler): BackwardCode {
  const { layout, output, steps, input } = plan;
  const { batch } = assembler;
  const adjoint = (address: Address): Address => shifted(address, layout.shift);
  const clear = (vector: BatchVector): void =>
    assembler.pointwise(codes.CONSTANT, { n: vector.units * batch, out: adjoint(vector), constants: [0] });

  const states = layout.program.cell.states.map(({ id }) => layout.vectors.get(id) as BatchVector);
  const later = new Set(steps.flatMap(sourcesOfStep).flatMap(({ vector, previous }) => (previous ? [vector] : [])));

  const emitSteps = (cut: boolean): void => {
    // vectors that a derivative has reached: the first is written, later ones are added
    const written = new Set<BatchVector>([output, ...later]);
    const writtenBefore = new Set<BatchVector>([output]);
    const hand = ({ vector, previous }: Source, emit: (out: Address, add: boolean) => void): void => {
      if (previous && cut) return;
      const known = previous ? writtenBefore : written;
      emit(adjoint(addressOf({ vector, previous })), known.has(vector));
      known.add(vector);
    };
    for (const step of [...steps].reverse()) {
      if (!written.has(step.out)) {
        clear(step.out);
        written.add(step.out);
      }
      if (step.kind === 'matrix') hand(step.source, (out, add) => emitTransposed(step, out, add));
      else emitPointwise(step, hand);
    }
  };

  const emitTransposed = ({ matrix, out, source }: PlannedRun, to: Address, add: boolean): void => {
    for (const [k, { panels, firstRow }] of matrix.transposed.entries()) {
      const delta = adjoint({ at: out.at + firstRow * batch, stride: out.stride });
      const { columns, at: weights } = panels;
      assembler.product({ rows: source.vector.units, columns, weights, out: to, source: delta, add: add || k > 0 });
    }
  };

  const emitPointwise = (
    step: Exclude<PlannedStep, PlannedRun>,
    hand: (source: Source, emit: (out: Address, add: boolean) => void) => void,
  ): void => {
    const n = step.out.units * batch;
    const delta = adjoint(step.out);
    if (step.kind === 'op') {
      for (const k of partialsOf(step.op).keys()) hand(step.args[k], emitPartial(step, k, n, delta));
    } else
      hand(step.source, (out, add) => {
        if (!step.weights) assembler.copy(n, out, delta, add);
        else assembler.pointwise(codes.TIMES, { n, out, a: { at: step.weights.at, stride: 0 }, b: delta, add });
      });
  };

  const emitPartial =
    (step: PlannedOp, argument: number, n: number, delta: Address) =>
    (out: Address, add: boolean): void => {
      const { code, b, c } = partialsOf(step.op)[argument];
      const values = {
        a: step.args[0] && addressOf(step.args[0]),
        b: step.args[1] && addressOf(step.args[1]),
        value: step.out,
      };
      const operands = { out, a: delta, b: b && values[b], c: c && values[c], add };
      if (code === codes.NORMALISE_BACK) assembler.normalise(step.out.size, operands);
      else assembler.pointwise(code, { n, ...operands, constants: step.constants });
    };

  const emitGradients = (): void => {
    for (const step of [...input, ...steps]) {
      if (step.kind === 'op') continue;
      const delta = adjoint(step.out);
      const source = addressOf(step.source);
      if (step.kind === 'matrix') {
        const { rows, matrix } = step;
        assembler.gradient({ rows, columns: step.source.vector.size, gradient: matrix.sum, delta, source });
      } else if (step.weights)
        assembler.gradient({ rows: step.out.size, columns: 1, gradient: step.weights.sum, delta, source, step: 1 });
    }
    for (const { out, weights } of plan.start.biases)
      assembler.gradient({
        rows: out.size,
        columns: 1,
        gradient: weights.sum,
        delta: adjoint(out),
        source: { at: ones, stride: 0 },
      });
  };

  return {
    edge: assembler.section(() => {
      for (const vector of later) if (vector !== output) clear(vector);
    }),
    origin: assembler.section(() => {
      for (const vector of states) clear(vector);
    }),
    steps: assembler.section(() => emitSteps(false)),
    cutSteps: assembler.section(() => emitSteps(true)),
    input: assembler.section(() => {
      if (!below) return;
      const x = layout.vectors.get('x') as BatchVector;
      const seen = steps.flatMap(sourcesOfStep).some(({ vector }) => vector === x);
      if (input.length === 0 && !seen) clear(x);
      for (const [k, run] of input.entries()) emitTransposed(run, adjoint(x), seen || k > 0);
      assembler.copy(x.units * batch, below, adjoint(x));
    }),
    gradients: assembler.section(emitGradients),
  };
}

function sourcesOfStep(step: PlannedStep): readonly Source[] {
  return step.kind === 'op' ? step.args : [step.source];
}

import { preActivationOf } from '../../cell/slot.ts';
import { type OpName, opOf } from '../../ops/ops.ts';
import type { MatrixRun, Program, Step } from '../program.ts';
import type { Address, Assembler } from './assembler.ts';
import { type BatchVector, type MemoryLayout, memoryLayoutOf, type Source, sourcesOf } from './memoryLayout.ts';
import { type PlacedMatrix, type PlacedVector, type Placement, placeMatrix, placeVector } from './weights.ts';

/** A product with its matrix in memory: the rows of all its gates together, fillers included. */
export interface PlannedRun {
  readonly kind: 'matrix';
  readonly matrix: PlacedMatrix;
  readonly out: BatchVector;
  readonly rows: number;
  readonly source: Source;
}

/** A vector term of a layer; `weights` is null where the source enters unweighted. */
export interface PlannedVector {
  readonly kind: 'vector';
  readonly weights: PlacedVector | null;
  readonly out: BatchVector;
  readonly source: Source;
}

/** A pointwise operation. */
export interface PlannedOp {
  readonly kind: 'op';
  readonly op: OpName;
  readonly constants: readonly number[];
  readonly out: BatchVector;
  readonly args: readonly Source[];
}

export type PlannedStep = PlannedRun | PlannedVector | PlannedOp;

/** The start values of all pre-activations: one block, with the biases of those that have one. */
export interface PlannedStart {
  readonly n: number;
  readonly out: Address;
  readonly values: Address;
  readonly biases: readonly { readonly out: BatchVector; readonly weights: PlacedVector }[];
}

/** One layer with the addresses of all it works on. */
export interface LayerPlan {
  readonly layout: MemoryLayout;
  readonly output: BatchVector;
  readonly start: PlannedStart;
  readonly input: readonly PlannedRun[];
  readonly steps: readonly PlannedStep[];
  /** By the name of the parameter. */
  readonly placements: Readonly<Record<string, Placement>>;
}

/** Gives everything that a program works on its place in memory. The bottom layer hands no derivative to its input. */
export function layerPlan(program: Program, timesteps: number, bottom: boolean, assembler: Assembler): LayerPlan {
  const layout = memoryLayoutOf(program, timesteps, assembler);
  const sourceAt = sourcesOf(layout);
  const placements: Record<string, Placement> = {};

  const planRun = (run: MatrixRun, back: boolean): PlannedRun => {
    const { vector: out } = sourceAt(run.out);
    const source = sourceAt(run.source);
    const { size: columns, units: columnUnits } = source.vector;
    const parameters = run.parameters.length;
    if (run.rows !== parameters * out.size) throw new Error('The layers that weigh one source differ in length');
    const shape = { parameters, rows: out.size, rowUnits: out.units, columns, columnUnits, back };
    const matrix = placeMatrix(assembler, shape);
    for (const [p, name] of run.parameters.entries()) placements[name] = matrix.placements[p];
    return { kind: 'matrix', matrix, out, rows: parameters * out.units, source };
  };

  const planStep = (step: Step): PlannedStep => {
    if (step.kind === 'matrix') return planRun(step.run, true);
    if (step.kind === 'op') {
      const args = [step.a, step.b].slice(0, opOf(step.op).arity).map(sourceAt);
      return { kind: 'op', op: step.op, constants: step.constants, out: sourceAt(step.out).vector, args };
    }
    if (step.kind === 'edit') throw new Error('Interventions are computed in float64');
    const { parameter, source } = step.term;
    const { vector: out } = sourceAt(step.term.out);
    const weights =
      parameter === null ? null : placeVector(assembler, assembler.reserve(out.units * assembler.batch), out);
    if (parameter !== null && weights) placements[parameter] = weights;
    return { kind: 'vector', weights, out, source: sourceAt(source) };
  };

  const start = planStart(program, layout, assembler);
  program.biases.forEach(({ parameter }, k) => {
    placements[parameter] = start.biases[k].weights;
  });
  return {
    layout,
    output: layout.vectors.get(program.cell.output) as BatchVector,
    start,
    input: program.input.map((run) => planRun(run, !bottom)),
    steps: program.steps.map(planStep),
    placements,
  };
}

function planStart({ cell, biases }: Program, layout: MemoryLayout, assembler: Assembler): PlannedStart {
  const { batch } = assembler;
  const layers = cell.signals.filter((signal) => signal.affine);
  const vectors = layers.map(({ id }) => layout.vectors.get(preActivationOf(id)) as BatchVector);
  const n = vectors.reduce((sum, { units }) => sum + units * batch, 0);
  const values = assembler.reserve(n);
  const [out = layout.frames] = vectors;
  const sourceAt = sourcesOf(layout);
  return {
    n,
    out,
    values: { at: values, stride: 0 },
    biases: biases.map((bias) => {
      const { vector } = sourceAt(bias.out);
      return { out: vector, weights: placeVector(assembler, values + vector.at - out.at, vector) };
    }),
  };
}

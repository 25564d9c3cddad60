import type { Affine, Cell } from '../cell/cell.ts';
import type { Dim } from '../cell/expression.ts';
import type { Sizes } from '../cell/sizes.ts';
import { preActivationOf, previousOf, type Ref, refKey } from '../cell/slot.ts';
import type { OpName } from '../ops/ops.ts';
import type { Edit } from './intervention/edit.ts';

/** The position of a vector inside a frame. */
export interface Slot {
  readonly offset: number;
  readonly size: number;
}

/** Consecutive layers that weigh the same source by a matrix: their rows are multiplied as one. */
export interface MatrixRun {
  readonly parameters: readonly string[];
  readonly out: number;
  readonly rows: number;
  /** Offset of the source relative to the frame; negative for a previous state. */
  readonly source: number;
  readonly columns: number;
}

/** A source that is added to a layer unit by unit, weighted or not. */
export interface VectorTerm {
  readonly parameter: string | null;
  readonly out: number;
  readonly source: number;
  readonly size: number;
}

/** A vector copied to where it is read, changed on the way: an intervention on a node, or on one wire. */
export interface EditStep {
  readonly kind: 'edit';
  /** The target of the edit: `x`, a signal, or a state of the timestep before. */
  readonly key: string;
  /** The signal that the wire leads to; null where all that read it see the change. */
  readonly to: string | null;
  readonly source: number;
  readonly out: number;
  readonly size: number;
  /** The edits in the order in which they act. */
  readonly edits: readonly Edit[];
}

/** One step of a timestep: a product with a matrix, a weighted vector, a pointwise operation, or an intervention. */
export type Step =
  | { readonly kind: 'matrix'; readonly run: MatrixRun }
  | { readonly kind: 'vector'; readonly term: VectorTerm }
  | {
      readonly kind: 'op';
      readonly op: OpName;
      readonly out: number;
      readonly a: number;
      readonly b: number;
      readonly size: number;
      readonly constants: readonly number[];
    }
  | EditStep;

/** A cell compiled for its sizes: the layout of a frame, and a flat list of steps over one buffer. */
export interface Program {
  readonly cell: Cell;
  readonly sizes: Sizes;
  /** The number of numbers in a frame: x, all pre-activations, all signals. */
  readonly frameSize: number;
  /** The positions in a frame by `x`, signal id and `<signal>.pre`. */
  readonly slots: ReadonlyMap<string, Slot>;
  readonly biases: readonly { readonly parameter: string; readonly out: number }[];
  /** Products with x: they need no state, so they are computed for the whole sequence first. */
  readonly input: readonly MatrixRun[];
  readonly steps: readonly Step[];
  /** Interventions on x, which come before all products with it. */
  readonly inputEdits: readonly EditStep[];
}

/** Compiles a cell for its sizes. */
export function compile(cell: Cell, sizes: Sizes): Program {
  const slots = new Map<string, Slot>();
  let frameSize = 0;
  const reserve = (id: string, dim: Dim): void => {
    slots.set(id, { offset: frameSize, size: sizes[dim] });
    frameSize += sizes[dim];
  };
  const layers = cell.signals.filter((signal) => signal.affine);
  reserve('x', 'D');
  for (const layer of layers) reserve(preActivationOf(layer.id), layer.dim);
  for (const signal of cell.signals) reserve(signal.id, signal.dim);

  const slot = (id: string): Slot => slots.get(id) as Slot;
  const sourceOf = (ref: Ref): number => slot(ref.id).offset - (ref.kind === 'previous' ? frameSize : 0);
  const biases = layers.flatMap(({ id, affine }) =>
    affine?.bias ? [{ parameter: affine.bias, out: slot(preActivationOf(id)).offset }] : [],
  );

  const runsFrom = (ref: Ref): MatrixRun[] => {
    const runs: MatrixRun[] = [];
    for (const { id, affine } of layers) {
      const term = affine?.terms.find((t) => t.weight === 'matrix' && refKey(t.ref) === refKey(ref));
      if (!term?.parameter) continue;
      const { offset: out, size: rows } = slot(preActivationOf(id));
      const last = runs.at(-1);
      if (last && last.out + last.rows === out)
        runs[runs.length - 1] = { ...last, parameters: [...last.parameters, term.parameter], rows: last.rows + rows };
      else runs.push({ parameters: [term.parameter], out, rows, source: sourceOf(ref), columns: slot(ref.id).size });
    }
    return runs;
  };

  const steps: Step[] = [];
  const sources = new Map<string, Ref>();
  for (const { affine } of layers)
    for (const { ref, weight } of affine?.terms ?? []) if (weight === 'matrix') sources.set(refKey(ref), ref);
  const pushRuns = (key: string): void => {
    const ref = sources.get(key);
    if (ref) for (const run of runsFrom(ref)) steps.push({ kind: 'matrix', run });
  };
  const vectorTerms = (id: string, { terms }: Affine): void => {
    const { offset: out, size } = slot(preActivationOf(id));
    for (const { ref, weight, parameter } of terms)
      if (weight !== 'matrix') steps.push({ kind: 'vector', term: { parameter, out, source: sourceOf(ref), size } });
  };

  for (const state of cell.states) pushRuns(previousOf(state.id));
  for (const { id, affine, op, args, constants } of cell.signals) {
    if (affine) vectorTerms(id, affine);
    const { offset: out, size } = slot(id);
    const [a, b] = affine ? [slot(preActivationOf(id)).offset, 0] : args.map(sourceOf);
    steps.push({ kind: 'op', op, out, a: a ?? 0, b: b ?? 0, size, constants });
    pushRuns(id);
  }
  return { cell, sizes, frameSize, slots, biases, input: runsFrom({ kind: 'input', id: 'x' }), steps, inputEdits: [] };
}

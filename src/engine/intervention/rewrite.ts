import type { Parameter } from '../../cell/cell.ts';
import { preActivationOf, slotOf } from '../../cell/slot.ts';
import type { EditStep, MatrixRun, Program, Slot, Step } from '../program.ts';
import type { Edit } from './edit.ts';

/** The edits that act on one node (`to` is null) or on one wire. */
export interface EditedPlace {
  readonly key: string;
  readonly to: string | null;
  readonly edits: readonly Edit[];
}

/**
 * The program with its values changed at these places. A changed vector keeps its slot, and what it is computed into is a
 * new one behind all others; a changed wire gets a new slot that only its end reads. All sums are made in the same
 * order as before, so that nothing else changes by a bit.
 */
export function rewritten(program: Program, places: readonly EditedPlace[]): Program {
  let frameSize = program.frameSize;
  const placed = places.map((place) => {
    const { size } = slotNamed(program, slotOf(place.key).id);
    const added = frameSize;
    frameSize += size;
    return { ...place, added, size };
  });
  const grown = frameSize - program.frameSize;
  const sourceOf = (key: string): number => {
    const { id, kind } = slotOf(key);
    return slotNamed(program, id).offset - (kind === 'previous' ? frameSize : 0);
  };
  const shifted = withSources(program, (source) => (source < 0 ? source - grown : source));
  return placed.reduce(
    (now, { key, to, edits, added, size }): Program => {
      const source = sourceOf(key);
      if (to === null) return withNode(now, { kind: 'edit', key, to, source: added, out: source, size, edits });
      return withWire(now, { kind: 'edit', key, to, source, out: added, size, edits }, to);
    },
    { ...shifted, frameSize },
  );
}

const slotNamed = ({ slots }: Program, id: string): Slot => slots.get(id) as Slot;

function withSources(program: Program, moved: (source: number) => number): Program {
  const step = (one: Step): Step => {
    if (one.kind === 'matrix') return { ...one, run: { ...one.run, source: moved(one.run.source) } };
    if (one.kind === 'vector') return { ...one, term: { ...one.term, source: moved(one.term.source) } };
    return one.kind === 'op' ? { ...one, a: moved(one.a), b: moved(one.b) } : one;
  };
  return { ...program, steps: program.steps.map(step) };
}

/** A node: its operation writes into the new slot, and the edit from there into the slot that all read. */
function withNode(program: Program, edit: EditStep): Program {
  if (edit.key === 'x') return { ...program, inputEdits: [...program.inputEdits, edit] };
  const steps = program.steps.flatMap((step): Step[] =>
    step.kind === 'op' && step.out === edit.out ? [{ ...step, out: edit.source }, edit] : [step],
  );
  return { ...program, steps };
}

/** A wire: its end reads the new slot, which is written as soon as the source is there. */
function withWire(program: Program, edit: EditStep, to: string): Program {
  const layer = program.slots.get(preActivationOf(to));
  const node = slotNamed(program, to);
  const { id, kind } = slotOf(edit.key);
  const endsHere = (out: number): boolean => out === layer?.offset;
  const redirected = (run: MatrixRun): MatrixRun[] =>
    run.source === edit.source && layer ? splitAt(program, run, layer, edit.out) : [run];
  const input = program.input.flatMap(redirected);
  const moved = input.filter(({ source }) => source === edit.out);
  const steps = program.steps.flatMap((step): Step[] => {
    if (step.kind === 'matrix') return redirected(step.run).map((run) => ({ kind: 'matrix', run }));
    if (step.kind === 'vector')
      return step.term.source === edit.source && endsHere(step.term.out)
        ? [{ ...step, term: { ...step.term, source: edit.out } }]
        : [step];
    const own = step.kind === 'op' && !layer && isResultOf(program, step.out, node);
    if (step.kind !== 'op' || !own) return [step];
    return [{ ...step, a: step.a === edit.source ? edit.out : step.a, b: step.b === edit.source ? edit.out : step.b }];
  });
  const written = kind === 'current' && id !== 'x' ? lastWriting(steps, slotNamed(program, id).offset) + 1 : 0;
  return {
    ...program,
    input: input.filter(({ source }) => source !== edit.out),
    steps: [
      ...steps.slice(0, written),
      edit,
      ...moved.map((run): Step => ({ kind: 'matrix', run })),
      ...steps.slice(written),
    ],
  };
}

/** True if the operation that writes this slot computes the node, whose result an edit has moved to another slot. */
function isResultOf({ steps }: Program, out: number, node: Slot): boolean {
  return (
    out === node.offset || steps.some((step) => step.kind === 'edit' && step.out === node.offset && step.source === out)
  );
}

/** The last step that writes to a slot. */
const lastWriting = (steps: readonly Step[], offset: number): number =>
  steps.findLastIndex((step) => (step.kind === 'op' || step.kind === 'edit') && step.out === offset);

/** A product with several matrices in pieces, of which the one that belongs to the layer reads another source. */
function splitAt({ cell, sizes }: Program, run: MatrixRun, layer: Slot, source: number): MatrixRun[] {
  let { out } = run;
  const pieces = run.parameters.map((name): MatrixRun => {
    const { shape } = cell.parameters.find((parameter) => parameter.name === name) as Parameter;
    const rows = sizes[shape[0]];
    const piece = {
      parameters: [name],
      out,
      rows,
      source: out === layer.offset ? source : run.source,
      columns: run.columns,
    };
    out += rows;
    return piece;
  });
  return pieces;
}

import { Refusal } from '../../text/refusal.ts';
import { computed, startedTape } from '../compute.ts';
import type { EditStep, Program } from '../program.ts';
import { Tape } from '../tape.ts';
import { givenSlot } from './edited.ts';
import { editOf } from './editOf.ts';
import { checkInterventions, checkLender, type Intervention } from './intervention.ts';
import { type EditedPlace, rewritten } from './rewrite.ts';

/**
 * The run `free` with these interventions, which act in their order. Timesteps before the first intervention are copied from
 * `free`, the others are computed anew in float64. `other` is the run that values are borrowed from. The tape has the changed
 * values, with which the cell continues. For derivatives, held and borrowed values are constants. Throws an error that names
 * what does not fit.
 */
export function intervene(free: Tape, interventions: readonly Intervention[], other?: Tape): Tape {
  if (free.program.steps.some(({ kind }) => kind === 'edit') || free.program.inputEdits.length > 0)
    throw new Refusal('This run has interventions already; give all of them together');
  checkInterventions(free, interventions);
  checkLender(free, interventions, other);
  const run = inFloat64(free);
  const places = new Map<string, EditedPlace>();
  for (const intervention of interventions) {
    const { key, to } = intervention;
    const name = `${key}>${to ?? ''}`;
    places.set(name, { key, to, edits: [...(places.get(name)?.edits ?? []), editOf(intervention, run, other)] });
  }
  const first = Math.min(run.length + 1, ...interventions.map(({ from }) => from));
  return computed(resumed(run, rewritten(run.program, [...places.values()]), first), first);
}

/** The same run, computed in float64. */
export function inFloat64(tape: Tape): Tape {
  if (tape.precision === 'float64') return tape;
  const { program, parameters, length } = tape;
  const x = Array.from({ length }, (_, k) => [...tape.values('x', k + 1)]).flat();
  const initial = Object.fromEntries(program.cell.states.map(({ id }) => [id, tape.values(id, 0)]));
  return computed(startedTape(program, parameters, x, initial));
}

/** A tape of the rewritten program that has what the run was given, and all of it before timestep `first`. */
function resumed({ program: plain, parameters, data, length }: Tape, program: Program, first: number): Tape {
  const { frameSize } = program;
  const tape = new Tape(program, parameters, new Float64Array((length + 1) * frameSize), length);
  const frameOf = (t: number): Float64Array => data.subarray(t * plain.frameSize, (t + 1) * plain.frameSize);
  const copyGiven = (id: string, t: number): void => {
    const { offset, size } = plain.slots.get(id) ?? { offset: 0, size: 0 };
    const to = t * frameSize + givenSlot(program, id).offset;
    tape.data.set(frameOf(t).subarray(offset, offset + size), to);
  };
  if (first === 0) for (const { id } of program.cell.states) copyGiven(id, 0);
  for (let t = Math.max(first, 1); t <= length; t++) copyGiven('x', t);
  const edits = [...program.inputEdits, ...program.steps].filter((step) => step.kind === 'edit');
  for (let t = 0; t < first && t <= length; t++) {
    tape.data.set(frameOf(t), t * frameSize);
    for (const edit of edits) copyUnchanged(edit, tape.data, t * frameSize);
  }
  return tape;
}

/** Before an intervention acts, the changed vector and the one that it is made from are the same. */
function copyUnchanged({ to, source, out, size }: EditStep, data: Float64Array, frame: number): void {
  const [from, target] = to === null ? [out, source] : [source, out];
  if (frame + from >= 0) data.copyWithin(frame + target, frame + from, frame + from + size);
}

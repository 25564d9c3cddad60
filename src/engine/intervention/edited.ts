import { type Ref, refKey } from '../../cell/slot.ts';
import type { EditStep, Program, Slot } from '../program.ts';
import type { Tape } from '../tape.ts';

/** The slot of a given value: an input or initial state that an intervention changes has a slot of its own. */
export function givenSlot({ slots, steps, inputEdits }: Program, id: string): Slot {
  const edit = [...inputEdits, ...steps].find((step) => step.kind === 'edit' && step.to === null && step.key === id);
  const slot = slots.get(id) as Slot;
  return edit?.kind === 'edit' ? { offset: edit.source, size: edit.size } : slot;
}

/** The values that the signal `to` reads from `ref` at timestep t: changed ones if an intervention acts on this wire. */
export function seenBy(tape: Tape, ref: Ref, to: string, t: number): Float64Array {
  const { program, data } = tape;
  const key = refKey(ref);
  const wire = program.steps.find((step) => step.kind === 'edit' && step.to === to && step.key === key);
  if (wire?.kind !== 'edit') return tape.read(ref, t);
  const start = t * program.frameSize + wire.out;
  return data.subarray(start, start + wire.size);
}

/** The interventions on states, which act on the initial states, too. */
export function stateEdits({ cell, steps }: Program): readonly EditStep[] {
  return steps.filter(
    (step): step is EditStep =>
      step.kind === 'edit' && step.to === null && cell.states.some(({ id }) => id === step.key),
  );
}

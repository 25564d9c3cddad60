import { type Ref, refsOf, slotOf } from '../../cell/slot.ts';
import type { Tape } from '../tape.ts';
import { givenSlot, seenBy } from './edited.ts';

/** A run as one signal sees it: the values at the ends of its wires, and its own value before any intervention. */
export interface AsComputed {
  readonly length: number;
  /** A slot at timestep `at`. */
  values(slot: string, at: number): Float64Array;
  /** Reads the value of a reference at timestep `at`. */
  read(ref: Ref, at: number): Float64Array;
}

/** The run as the signal `id` computes with it at timestep t; the run itself where no intervention is on its way. */
export function asComputed(tape: Tape, id: string, t: number): AsComputed {
  const { program, data } = tape;
  const signal = program.cell.signals.find((one) => one.id === id);
  const changed = [...program.inputEdits, ...program.steps].some(
    (step) => step.kind === 'edit' && (step.to === id || (step.to === null && step.key === id)),
  );
  if (!changed) return tape;
  const values = (slot: string, at: number): Float64Array => {
    if (slot === id && at === t) {
      const { offset, size } = givenSlot(program, id);
      const start = t * program.frameSize + offset;
      return data.subarray(start, start + size);
    }
    const ref = signal && refsOf(signal).find((one) => one.id === slot && at === (one.kind === 'previous' ? t - 1 : t));
    return ref && slotOf(slot).kind === 'current' ? seenBy(tape, ref, id, t) : tape.values(slot, at);
  };
  return { length: tape.length, values, read: (ref, at) => values(ref.id, ref.kind === 'previous' ? at - 1 : at) };
}

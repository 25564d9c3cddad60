import type { EncodedSequence } from '../../io/sequence.ts';
import { learnedIn } from '../../io/weights.ts';
import { displayed } from '../../notation/number.ts';
import { likeliest } from '../../notation/outputs.ts';
import { isFirstLetter } from '../../presets/firstLetter.ts';
import { type Predictions, rowAt } from '../../store/predictions.ts';
import type { Inputs } from '../../store/state.ts';
import { fitsTask } from '../../store/training/sequenceFor.ts';
import type { Asked } from '../../training/task.ts';
import { taskOf } from '../../training/tasks/index.ts';

/** A timestep at which an answer is asked. */
export interface Mark {
  /** Whether the answer is right; null where a number is asked, which is nearer or farther. */
  readonly right: boolean | null;
  /** The right answer, as it is shown. */
  readonly expected: string;
}

/** What the task of these weights asks of the sequence that is read; null where they have no task that tells. */
export function askedOf(inputs: Inputs, encoded: EncodedSequence): Asked | null {
  const { x, tokens, features } = encoded;
  if (isFirstLetter(inputs)) return { targets: tokens.map(() => features.indexOf(tokens[0])) };
  const learned = learnedIn(inputs);
  const task = learned && taskOf(learned.task);
  return task && fitsTask(task, features) ? (task.asked?.({ x, tokens }, learned.level) ?? null) : null;
}

/** One entry a timestep: the mark of an answer that counts, or null where nothing is asked. */
export function marksOf(predictions: Predictions, { targets, determined }: Asked): readonly (Mark | null)[] {
  const { outputs, asks } = predictions.head;
  return targets.map((target, t) => {
    if (target === null || determined?.[t] === false) return null;
    if (asks === 'value') return { right: null, expected: displayed(target) };
    return { right: likeliest(rowAt(predictions, t + 1).y) === target, expected: outputs[target] };
  });
}

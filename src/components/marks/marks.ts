import type { EncodedSequence } from '../../io/sequence.ts';
import { learnedIn } from '../../io/weights.ts';
import { displayed } from '../../notation/number.ts';
import { likeliest } from '../../notation/outputs.ts';
import { isFirstLetter } from '../../presets/firstLetter.ts';
import { type Predictions, rowAt } from '../../store/predictions.ts';
import type { Inputs } from '../../store/state.ts';
import type { TrainingRun } from '../../store/training/run.ts';
import { fitsTask } from '../../store/training/sequenceFor.ts';
import { shownIn } from '../../store/training/shownInputs.ts';
import { trainedOn } from '../../store/training/trainedOn.ts';
import type { Asked } from '../../training/task.ts';

/** A timestep at which an answer is asked. */
export interface Mark {
  /** True if the answer is right; null for a number, which is only nearer or farther. */
  readonly right: boolean | null;
  /** The right answer, as it is shown. */
  readonly expected: string;
}

/**
 * The targets that the task of these weights sets for the present sequence; null without a task that defines them. `run` is the
 * run that the page shows: it knows a task on data of the reader's own.
 */
export function askedOf(inputs: Inputs, encoded: EncodedSequence, run: TrainingRun | null = null): Asked | null {
  const { x, tokens, features } = encoded;
  if (isFirstLetter(inputs)) return { targets: tokens.map(() => features.indexOf(tokens[0])) };
  const shown = shownIn(inputs)?.run === run?.id ? run : null;
  const known = trainedOn(learnedIn(inputs), shown);
  if (!known || !fitsTask(known.task, features)) return null;
  return known.task.asked?.({ x, tokens }, known.level) ?? null;
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

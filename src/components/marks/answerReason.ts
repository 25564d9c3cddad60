import type { EncodedSequence } from '../../io/sequence.ts';
import { learnedIn } from '../../io/weights.ts';
import type { Inputs } from '../../store/state.ts';
import { trainedOn } from '../../store/training/trainedOn.ts';
import { inQuotes } from '../../text/tokens.ts';
import { askedOf } from './marks.ts';

/** The one token on which a right answer depends, and what would be right with another in its place. */
interface Cause {
  /** Counted from 1. */
  readonly t: number;
  readonly other: string;
  readonly answer: number;
}

/**
 * The reason for the right answer at timestep t: the earlier token that decides it, found by changing one token at a time,
 * or the task where several decide. Null without a task. `outputs` are the names of the answers.
 */
export function answerReason(
  inputs: Inputs,
  encoded: EncodedSequence,
  t: number,
  outputs: readonly string[],
): string | null {
  const { tokens } = encoded;
  const cause = causeOf(inputs, encoded, t);
  if (cause)
    return `It follows from ${inQuotes(tokens[cause.t - 1])} at timestep ${cause.t}: with ${inQuotes(cause.other)} there, ${inQuotes(outputs[cause.answer])} would be right.`;
  const known = trainedOn(learnedIn(inputs), null);
  return known && `The task: ${known.task.sentence}`;
}

/** The cause of the target at timestep t; null where no earlier token decides it, or more than one does. */
function causeOf(inputs: Inputs, encoded: EncodedSequence, t: number): Cause | null {
  const { tokens, features } = encoded;
  const targetOf = (read: EncodedSequence): number | null => askedOf(inputs, read)?.targets[t - 1] ?? null;
  const right = targetOf(encoded);
  // where a timestep reads several numbers, no token is replaced by another
  if (right === null || !tokens.every((token) => features.includes(token))) return null;
  const causes: Cause[] = [];
  for (let k = 1; k < t && causes.length < 2; k++) {
    for (const other of features) {
      const answer = targetOf(withToken(encoded, k, other));
      if (answer === null || answer === right) continue;
      causes.push({ t: k, other, answer });
      break;
    }
  }
  return causes.length === 1 ? causes[0] : null;
}

/** The sequence with another token at timestep k. */
function withToken(encoded: EncodedSequence, k: number, token: string): EncodedSequence {
  const { x, tokens, features, D } = encoded;
  const changed = x.slice();
  changed.set(
    features.map((feature) => Number(feature === token)),
    (k - 1) * D,
  );
  return { ...encoded, tokens: tokens.with(k - 1, token), x: changed };
}

import { encode } from '../../io/encode.ts';
import { randomOf } from '../../training/random.ts';
import type { Example, Task } from '../../training/task.ts';
import { sequenceFor } from './sequenceFor.ts';

/** Timesteps that are seen at once, and those that are still overlooked. */
const LENGTHS = [24, 40];
const SEED = 90_000;

/**
 * The example on which all cells of a task are shown: of the first twenty at this level the longest that is seen at
 * once, or that is still overlooked; else the same at the level of a picture, or the shortest of all.
 */
export function shownExample(task: Task, level: number): Example {
  const drawn = [level, task.level.shown ?? task.level.initial].map((at) =>
    Array.from({ length: 20 }, (_, k) => (task.heldOut ?? task).example(randomOf(SEED + k), at)),
  );
  for (const examples of drawn)
    for (const most of LENGTHS) {
      const [longest] = examples
        .filter(({ tokens }) => tokens.length <= most)
        .sort(byLength)
        .reverse();
      if (longest) return longest;
    }
  return drawn.flat().sort(byLength)[0];
}

const byLength = (a: Example, b: Example): number => a.tokens.length - b.tokens.length;

/** The example as the page reads it, which must be number by number what the cell was trained on. */
export function shownSequence(task: Task, example: Example) {
  const sequence = sequenceFor(task, example);
  if (encode(sequence).x.some((value, k) => value !== example.x[k]))
    throw new Error(`${task.id}: the sequence is another one when it is read again`);
  return sequence;
}

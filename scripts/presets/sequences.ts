import { encode } from '../../src/io/encode.ts';
import { sequenceFor } from '../../src/store/training/sequenceFor.ts';
import { randomOf } from '../../src/training/random.ts';
import type { Example, Task } from '../../src/training/task.ts';

/** A sequence that fits a screen. */
const LONGEST = 32;
const SEED = 90_000;

/** The example on which all cells of a task are shown: of the first twenty the longest that fits, at a level that allows one. */
export function shownExample(task: Task, level: number): Example {
  for (const at of [level, task.level.shown ?? task.level.initial, task.level.min]) {
    const drawn = Array.from({ length: 20 }, (_, k) => (task.heldOut ?? task).example(randomOf(SEED + k), at));
    const fitting = drawn.filter(({ tokens }) => tokens.length <= LONGEST);
    if (fitting.length > 0)
      return fitting.reduce((best, next) => (next.tokens.length > best.tokens.length ? next : best));
  }
  throw new Error(`${task.id} has no example of at most ${LONGEST} timesteps`);
}

/** The example as the page reads it, which must be number by number what the cell was trained on. */
export function shownSequence(task: Task, example: Example) {
  const sequence = sequenceFor(task, example);
  if (encode(sequence).x.some((value, k) => value !== example.x[k]))
    throw new Error(`${task.id}: the sequence is another one when it is read again`);
  return sequence;
}

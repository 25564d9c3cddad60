import { randomOf } from '../random.ts';
import type { Example, Rival, Task } from '../task.ts';

/** The best guess that never changes, and what it reaches over the answers that count. */
export interface Baseline {
  /** A class, or a number. */
  readonly guess: number;
  /** The share of answers that it gets right, or its mean squared error. */
  readonly reaches: number;
  /** The share of examples in which it gets every answer right; 0 for numbers. */
  readonly whole: number;
}

/** The answers of an example that count. */
function answersOf({ targets, determined }: Example): readonly number[] {
  return targets.filter((target, t): target is number => target !== null && (determined?.[t] ?? true));
}

/** The baseline of a task on this many held-out examples of the stream `seed`: what has learned anything beats it. */
export function baselineOf(task: Task, level: number, seed: number, examples: number): Baseline {
  const source = task.heldOut ?? task;
  const random = randomOf(seed);
  const asked = Array.from({ length: examples }, () => answersOf(source.example(random, level)));
  const answers = asked.flat();
  if (task.asks === 'value') {
    const guess = answers.reduce((sum, answer) => sum + answer / answers.length, 0);
    const reaches = answers.reduce((sum, answer) => sum + ((answer - guess) * (answer - guess)) / answers.length, 0);
    return { guess, reaches, whole: 0 };
  }
  const counts = task.outputs.map(() => 0);
  for (const answer of answers) counts[answer]++;
  const most = Math.max(...counts);
  const guess = counts.indexOf(most);
  const whole = asked.filter((one) => one.every((answer) => answer === guess)).length;
  return { guess, reaches: most / answers.length, whole: whole / examples };
}

/** The score of a rival: its mean squared error. */
export interface Rivalry extends Rival {
  readonly reaches: number;
}

/** The rivals of a task on this many held-out examples of the stream `seed`, over the answers that they have. */
export function rivalsOf(task: Task, level: number, seed: number, examples: number): readonly Rivalry[] {
  const { rivals = [] } = task;
  if (rivals.length === 0) return [];
  const random = randomOf(seed);
  const source = task.heldOut ?? task;
  const drawn = Array.from({ length: examples }, () => source.example(random, level));
  return rivals.map((rival) => {
    const errors = drawn.flatMap(({ targets, determined, forecasts = {} }) =>
      targets.flatMap((target, t) => {
        const error = (forecasts[rival.id]?.[t] ?? Number.NaN) - (target ?? Number.NaN);
        return Number.isNaN(error) || !(determined?.[t] ?? true) ? [] : [error * error];
      }),
    );
    return { ...rival, reaches: errors.reduce((sum, error) => sum + error / errors.length, 0) };
  });
}

import type { Random } from './random.ts';
import type { Example, Task } from './task.ts';

/** Sequences side by side; shorter ones are padded with zeros, of which nothing is asked. */
export interface Batch {
  /** Fewer than the width where the last places stay empty. */
  readonly examples: readonly Example[];
  /** The length of the longest. */
  readonly T: number;
  /** By timestep (the first is at 0): one right answer a sequence, NaN where nothing is asked. */
  readonly targets: readonly Float64Array[];
  /** The number of answers asked for. */
  readonly asked: number;
}

/** Draws `count` examples. */
export function drawn(task: Task, level: number, random: Random, count: number): readonly Example[] {
  return Array.from({ length: count }, () => task.example(random, level));
}

/** The task with only what the loss is to count: all that is asked, or the last answer of each sequence, which then counts. */
export function narrowed(task: Task, asked: 'every' | 'last'): Task {
  if (asked === 'every') return task;
  const example: Task['example'] = (random, level) => {
    const { determined: _, ...rest } = task.example(random, level);
    const last = rest.targets.findLastIndex((target) => target !== null);
    return { ...rest, targets: rest.targets.map((target, t) => (t === last ? target : null)) };
  };
  return { ...task, example, ...(task.heldOut && { heldOut: narrowed(task.heldOut, asked) }) };
}

/** The examples as a batch of `width` places. */
export function batchOf(examples: readonly Example[], width: number): Batch {
  const T = examples.reduce((most, { targets }) => Math.max(most, targets.length), 0);
  let asked = 0;
  const targets = Array.from({ length: T }, (_, t) => {
    const row = new Float64Array(width).fill(Number.NaN);
    for (const [b, example] of examples.entries()) {
      const target = example.targets[t] ?? null;
      if (target === null) continue;
      row[b] = target;
      asked++;
    }
    return row;
  });
  return { examples, T, targets, asked };
}

/** Writes input k of sequence b at timestep t (from 1) to x(t)[k·width + b]. */
export function writeInputs({ examples, T }: Batch, D: number, x: (t: number) => Float32Array): void {
  for (let t = 1; t <= T; t++) {
    const row = x(t).fill(0);
    const width = row.length / D;
    for (let b = 0; b < examples.length; b++) {
      const values = examples[b].x;
      const at = (t - 1) * D;
      if (at < values.length) for (let k = 0; k < D; k++) row[k * width + b] = values[at + k];
    }
  }
}

import { displayed } from '../../notation/number.ts';
import { unscaled } from '../../text/scales.ts';
import type { Example, Task } from '../../training/task.ts';
import type { Answered } from '../../training/watch.ts';
import type { ExampleMark } from './ExampleStrip.tsx';

/** An answer as the reader sees it: the name of a class, or a number on the scale of its column. */
export function answerText(task: Task, answer: number): string {
  return task.asks === 'class' ? (task.outputs[answer] ?? '?') : displayed(asRead(task, answer));
}

/** A number that a network gives or is asked for, on the scale that the reader knows. */
export function asRead({ inputs, outputs, scales }: Task, value: number): number {
  const scale = scales?.[inputs.indexOf(outputs[0])];
  return scale ? unscaled(value, scale) : value;
}

/** The targets of an example: under each timestep the right answer, pale if the sequence does not decide it. */
export function askedMarks(task: Task, { targets, determined }: Example): readonly (ExampleMark | null)[] {
  return targets.map((target, t) =>
    target === null ? null : { text: answerText(task, target), right: null, free: !(determined?.[t] ?? true) },
  );
}

/** The places at which a network will answer, still without a text. */
export function awaitedMarks({ targets, determined }: Example): readonly (ExampleMark | null)[] {
  return targets.map((target, t) =>
    target === null ? null : { text: null, right: null, free: !(determined?.[t] ?? true) },
  );
}

/** The answers of a network: under each timestep its answer and, if that is wrong, the right one. */
export function answerMarks(task: Task, { targets, counts, answers }: Answered): readonly (ExampleMark | null)[] {
  return targets.map((target, t) => {
    if (target === null) return null;
    const judged = task.asks === 'class' && counts[t];
    const right = judged ? answers[t] === target : null;
    const mark = { text: answerText(task, answers[t]), right, free: !counts[t] };
    return right === false || task.asks === 'value' ? { ...mark, expected: answerText(task, target) } : mark;
  });
}

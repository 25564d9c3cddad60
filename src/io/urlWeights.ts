import { MAX_LEVEL, TASK_PATTERN } from './limits.ts';
import type { TaskLevel } from './moment.ts';
import { listText } from './query.ts';
import { key } from './urlKey.ts';
import { arrays, arraysText, asIs, check, names, oneOf } from './urlReaders.ts';
import { headIn, learnedIn, valuesIn } from './weights.ts';

/** The keys of what does not come from the seed: weights and what they were trained on, initial states, the head. */
export const weightKeys = {
  weights: key<Readonly<Record<string, Float64Array>>>({
    read: arrays,
    write: arraysText,
    of: ({ inputs }) => valuesIn(inputs),
    initial: {},
    input: true,
    packed: 'always',
  }),
  trained: key<TaskLevel | null>({
    read: (text) => {
      check(/^[^:]+:\d{1,9}$/.test(text), 'is no task with its level, as in remember-first:20');
      const [task, level] = text.split(':');
      check(TASK_PATTERN.test(task), 'names no possible task');
      check(Number(level) <= MAX_LEVEL, 'has a level that is too high');
      return { task, level: Number(level) };
    },
    write: (value) => (value ? `${value.task}:${value.level}` : ''),
    of: ({ inputs }) => learnedIn(inputs),
    initial: null,
    input: true,
  }),
  initial: key<Readonly<Record<string, Float64Array>>>({
    read: arrays,
    write: arraysText,
    of: ({ inputs }) => inputs.initial,
    initial: {},
    input: true,
    packed: 'long',
  }),
  outputs: key<readonly string[]>({
    read: names,
    write: listText,
    of: ({ inputs }) => headIn(inputs)?.outputs,
    initial: [],
    input: true,
    packed: 'long',
  }),
  asks: key<'class' | 'value'>({
    read: oneOf(['class', 'value']),
    write: asIs,
    of: ({ inputs }) => headIn(inputs)?.asks,
    initial: 'class',
    input: true,
  }),
  head: key<Readonly<Record<string, Float64Array>>>({
    read: arrays,
    write: arraysText,
    of: ({ inputs }) => {
      const head = headIn(inputs);
      return head ? { W: head.W, b: head.b } : undefined;
    },
    initial: {},
    input: true,
    packed: 'always',
  }),
} as const;

import * as v from 'valibot';
import type { TaskLevel } from './moment.ts';
import { listText } from './query.ts';
import { taskLevelSchema } from './taskLevel.ts';
import { key } from './urlKey.ts';
import { arrays, arraysText, asIs, names, oneOf, text } from './urlSchemas.ts';
import { headIn, learnedIn, valuesIn } from './weights.ts';

/** The keys of what does not come from the seed: weights and what they were trained on, initial states, the head. */
export const weightKeys = {
  weights: key<Readonly<Record<string, Float64Array>>>({
    schema: arrays,
    write: arraysText,
    of: ({ inputs }) => valuesIn(inputs),
    initial: {},
    input: true,
    packed: 'always',
  }),
  trained: key<TaskLevel | null>({
    schema: v.pipe(
      text,
      v.regex(/^[^:]+:\d{1,9}$/, 'is no task with its level, as in remember-first:20'),
      v.transform((value) => {
        const [task, level] = value.split(':');
        return { task, level: Number(level) };
      }),
      taskLevelSchema,
    ),
    write: (value) => (value ? `${value.task}:${value.level}` : ''),
    of: ({ inputs }) => learnedIn(inputs),
    initial: null,
    input: true,
  }),
  initial: key<Readonly<Record<string, Float64Array>>>({
    schema: arrays,
    write: arraysText,
    of: ({ inputs }) => inputs.initial,
    initial: {},
    input: true,
    packed: 'long',
  }),
  outputs: key<readonly string[]>({
    schema: names,
    write: listText,
    of: ({ inputs }) => headIn(inputs)?.outputs,
    initial: [],
    input: true,
    packed: 'long',
  }),
  asks: key<'class' | 'value'>({
    schema: oneOf(['class', 'value']),
    write: asIs,
    of: ({ inputs }) => headIn(inputs)?.asks,
    initial: 'class',
    input: true,
  }),
  head: key<Readonly<Record<string, Float64Array>>>({
    schema: arrays,
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

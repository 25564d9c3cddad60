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
    meaning: 'parameters that do not come from the seed, by name, row by row',
    example: 'weights=b_f:1,1,1,1',
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
    meaning: 'the task and its level on which the weights were trained',
    example: 'trained=remember-first:20',
    input: true,
  }),
  initial: key<Readonly<Record<string, Float64Array>>>({
    schema: arrays,
    write: arraysText,
    of: ({ inputs }) => inputs.initial,
    initial: {},
    meaning: 'initial states, by name',
    example: 'initial=C:1,0,0,0',
    input: true,
    packed: 'long',
  }),
  outputs: key<readonly string[]>({
    schema: names,
    write: listText,
    of: ({ inputs }) => headIn(inputs)?.outputs,
    initial: [],
    meaning: 'the names of what is read off the hidden state at every timestep; their weights stand in head',
    example: 'outputs=yes,no',
    input: true,
    packed: 'long',
  }),
  asks: key<'class' | 'value'>({
    schema: oneOf(['class', 'value']),
    write: asIs,
    of: ({ inputs }) => headIn(inputs)?.asks,
    initial: 'class',
    meaning: 'whether the outputs are classes, of which each gets a probability, or values',
    example: 'asks=value',
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
    meaning: 'W and b of the outputs y = W h + b: one row of W an output',
    example: 'head=W:1,0,0,-1;b:0',
    input: true,
    packed: 'always',
  }),
} as const;

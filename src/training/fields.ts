import type { ChoiceSetting, NumberSetting, OptionalSetting } from './field.ts';
import type { OptimiserName } from './optimisers.ts';
import type { Task } from './task.ts';

const number = (
  label: string,
  sentence: string,
  [min, max]: readonly [number, number],
  initial: number,
  hint = `${initial} is a good start`,
): NumberSetting => ({ kind: 'number', label, sentence, min, max, whole: false, initial, hint });
const whole = (...given: Parameters<typeof number>): NumberSetting => ({ ...number(...given), whole: true });
const optional = (field: NumberSetting, initial: number | null, none: string): OptionalSetting => ({
  ...field,
  kind: 'optional',
  initial,
  none,
});

/** The optimisers as they are called. */
const optimisers: Readonly<Record<OptimiserName, string>> = {
  sgd: 'SGD',
  momentum: 'SGD with momentum',
  rmsprop: 'RMSprop',
  adam: 'Adam',
  adamw: 'AdamW',
};

/** Every setting but the task, its level, the cell and its options; in the order in which they are shown. */
export const fields = {
  H: whole('Units', 'Hidden units a layer.', [1, 64], 8),
  layers: whole('Layers', 'How many layers stand on one another.', [1, 3], 1),
  seed: whole(
    'Seed',
    'What weights and examples are drawn from: the same seed gives the same numbers on every machine.',
    [0, 999_999],
    1,
  ),
  updates: whole('Updates', 'How many times the weights are changed.', [1, 1_000_000], 2000),
  batch: whole('Batch', 'How many sequences each update learns from.', [1, 256], 32),
  rate: number('Learning rate', 'How far one update goes.', [0.000001, 10], 0.005, '0.005 is a good start for Adam'),
  optimiser: {
    kind: 'choice',
    label: 'Optimiser',
    sentence: 'How the gradient becomes a step.',
    choices: optimisers,
    initial: 'adam',
  } satisfies ChoiceSetting<OptimiserName> as ChoiceSetting<OptimiserName>,
  momentum: number('Momentum', 'How much of the last step SGD with momentum keeps.', [0, 0.9999], 0.9),
  decay: number('Weight decay', 'How strongly weights are drawn to 0.', [0, 1], 0, '0 for none, or 0.01 with AdamW'),
  clipNorm: optional(
    number(
      'Clip gradient norm at',
      'A gradient whose norm is larger is shortened to this norm.',
      [0.000001, 1_000_000],
      1,
    ),
    1,
    'not clipped',
  ),
  clipValue: optional(
    number('Clip each derivative at', 'Each derivative is brought into ± this.', [0.000001, 1_000_000], 1),
    null,
    'not clipped',
  ),
  window: optional(
    whole(
      'Truncate backpropagation after',
      'No gradient passes from one stretch of so many timesteps back to the one before (truncated BPTT).',
      [1, 1000],
      20,
    ),
    null,
    'not truncated',
  ),
  asked: {
    kind: 'choice',
    label: 'Loss from',
    sentence: 'Whether the loss counts every answer of a sequence or only its last.',
    choices: { every: 'every answer', last: 'the last answer' },
    initial: 'every',
  } as ChoiceSetting<'every' | 'last'>,
  gain: number('Gain', 'Weights are drawn from ± gain/√H.', [0, 10], 1.5),
  forgetBias: number('Forget bias', 'The bias of a forget gate at the start.', [-10, 10], 1),
} as const;

/** The settings of which only the next run can have others; a run takes over the rest while it goes on. */
export const nextRun: ReadonlySet<string> = new Set<keyof typeof fields>(['layers', 'seed', 'gain', 'forgetBias']);

/** The field for the difficulty of a task's examples. */
export function levelField({ level }: Task): NumberSetting {
  const label = `${level.label[0].toUpperCase()}${level.label.slice(1)}`;
  return whole(label, `The level of the task: its ${level.label}.`, [level.min, level.max], level.initial);
}

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

/** The names of the optimisers. */
const optimisers: Readonly<Record<OptimiserName, string>> = {
  sgd: 'SGD',
  momentum: 'SGD with momentum',
  rmsprop: 'RMSprop',
  adam: 'Adam',
  adamw: 'AdamW',
};

/** Every setting but the task, its level, the cell and its options; in the order in which they are shown. */
export const fields = {
  H: whole('Units', 'The number of hidden units per layer.', [1, 64], 8),
  layers: whole('Layers', 'The number of stacked layers.', [1, 3], 1),
  seed: whole(
    'Seed',
    'The seed of the weights and examples: the same seed gives the same numbers on every machine.',
    [0, 999_999],
    1,
  ),
  updates: whole('Updates', 'The number of updates of the weights.', [1, 1_000_000], 2000),
  batch: whole('Batch', 'The number of sequences per update.', [1, 256], 32),
  rate: number('Learning rate', 'The size of each step.', [0.000001, 10], 0.005, '0.005 is a good start for Adam'),
  optimiser: {
    kind: 'choice',
    label: 'Optimiser',
    sentence: 'The rule that turns the gradient into a step.',
    choices: optimisers,
    initial: 'adam',
  } satisfies ChoiceSetting<OptimiserName> as ChoiceSetting<OptimiserName>,
  momentum: number('Momentum', 'The share of the last step that SGD with momentum keeps.', [0, 0.9999], 0.9),
  decay: number(
    'Weight decay',
    'The strength with which weights are pulled towards 0.',
    [0, 1],
    0,
    '0 for none, or 0.01 with AdamW',
  ),
  clipNorm: optional(
    number(
      'Clip gradient norm at',
      'A gradient with a larger norm is scaled down to this norm.',
      [0.000001, 1_000_000],
      1,
    ),
    1,
    'not clipped',
  ),
  clipValue: optional(
    number('Clip each derivative at', 'Each derivative is clipped to ± this value.', [0.000001, 1_000_000], 1),
    null,
    'not clipped',
  ),
  window: optional(
    whole(
      'Truncate backpropagation after',
      'No gradient flows back from one window of this many timesteps to the one before (truncated BPTT).',
      [1, 1000],
      20,
    ),
    null,
    'not truncated',
  ),
  asked: {
    kind: 'choice',
    label: 'Loss from',
    sentence: 'The loss counts every answer of a sequence, or only the last.',
    choices: { every: 'every answer', last: 'the last answer' },
    initial: 'every',
  } as ChoiceSetting<'every' | 'last'>,
  gain: number('Gain', 'Initial weights are drawn from ± gain/√H.', [0, 10], 1.5),
  forgetBias: number('Forget bias', 'The initial bias of forget gates.', [-10, 10], 1),
} as const;

/** The settings of which only the next run can have others; a run takes over the rest while it goes on. */
export const nextRun: ReadonlySet<string> = new Set<keyof typeof fields>(['layers', 'seed', 'gain', 'forgetBias']);

/** The field for the difficulty of a task's examples. */
export function levelField({ level }: Task): NumberSetting {
  const label = `${level.label[0].toUpperCase()}${level.label.slice(1)}`;
  return whole(label, `The level of the task: its ${level.label}.`, [level.min, level.max], level.initial);
}

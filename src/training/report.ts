import { nameOf } from '../cells/index.ts';
import { commandOf } from './commandLine.ts';
import { fields } from './fields.ts';
import type { Model } from './modelFile.ts';
import type { Task } from './task.ts';
import type { Rivalry } from './tasks/baseline.ts';
import { taskOf } from './tasks/index.ts';

/** 0.98765 as 98.8 %. */
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
const digits = (value: number): string => String(Number(value.toPrecision(4)));

/** Describes a score: a share of answers, or a mean squared error. */
export function reachedBy({ asks }: Pick<Task, 'asks'>, reaches: number): string {
  return asks === 'class' ? `${percent(reaches)} of answers right` : `mean squared error ${digits(reaches)}`;
}

/**
 * Names the sequences on which a model was measured: fresh ones of a task or, of data of the reader's own, windows drawn
 * from the part that was held out. Windows may repeat: there may be fewer of them than were drawn.
 */
export function measuredOn({ task, measured: { sequences, seed } }: Pick<Model, 'task' | 'measured'>): string {
  if (taskOf(task.id)) return `${sequences} fresh sequences of seed ${seed}`;
  return `${sequences} draws (seed ${seed}) of a window from the last fifth of the ${task.symbols ? 'text' : 'table'}, which was held out`;
}

/** Compares a forecast with those that need no learning, a paragraph for each. */
function rivalLines({ task, measured: { rivals = [], reaches } }: Model): readonly string[] {
  return rivals.flatMap((rival) => ['', `${rivalText(task, rival)}: ${againstRival(reaches, rival.reaches)}`]);
}

/** A rival and what it reaches: “The last value again: mean squared error 0.2925”. */
export const rivalText = (task: Pick<Task, 'asks'>, { label, reaches }: Rivalry): string =>
  `${label[0].toUpperCase()}${label.slice(1)}: ${reachedBy(task, reaches)}`;

/** Describes whether a network is better than a rival. */
export function againstRival(reaches: number, rival: number): string {
  if (reaches < rival) return `the network’s error is ${Number((reaches / rival).toPrecision(2))} times that.`;
  return `the network is no better, its error is ${Number((reaches / rival).toPrecision(2))} times that.`;
}

/** Reports in Markdown the task of a model, its training and its score. */
export function reportText(model: Model): string {
  const { task, settings, measured, curve, weights } = model;
  const { chance } = measured;
  const cell = nameOf(settings.cell);
  const columns = task.asks === 'class' ? ['answers right', 'sequences right'] : ['mean squared error'];
  const row = ([update, loss, reaches, whole]: Model['curve'][number]): string => {
    const rest = task.asks === 'class' ? [percent(reaches), percent(whole)] : [digits(reaches)];
    return `| ${[update, digits(loss), ...rest].join(' | ')} |`;
  };
  const every = Math.ceil(curve.length / 12);
  const few = curve.filter((_, k) => k % every === 0 || k === curve.length - 1);
  const set = (Object.keys(fields) as (keyof typeof fields)[]).map(
    (name) => `| ${fields[name].label} | ${settings[name] ?? 'none'} |`,
  );
  return `${[
    `# ${task.title}: ${cell}`,
    '',
    `On ${measuredOn(model)}: ${reachedBy(task, measured.reaches)}${
      task.asks === 'class' ? `, ${percent(measured.whole)} of sequences without a mistake` : ''
    }. The best constant guess: ${reachedBy(task, chance.reaches)}.`,
    ...rivalLines(model),
    ...(model.stopped ? ['', model.stopped] : []),
    '',
    '```',
    commandOf(model),
    '```',
    '',
    '| | |',
    '| --- | --- |',
    `| Level | ${settings.level} |`,
    ...set,
    `| Updates made | ${model.updates} |`,
    `| Parameters | ${model.parameters} |`,
    `| Inputs | ${task.inputs.length} |`,
    `| Outputs | ${weights.head.b.length} |`,
    '',
    'On held-out sequences during training:',
    '',
    `| updates | loss | ${columns.join(' | ')} |`,
    `| --- | --- | ${columns.map(() => '---').join(' | ')} |`,
    ...few.map(row),
    '',
    'The weights are saved, and were measured, with 4 significant digits.',
  ].join('\n')}\n`;
}

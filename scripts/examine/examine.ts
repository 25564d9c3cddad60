import { parameterCount } from '../../src/cell/sizes.ts';
import { tableOptions } from '../../src/io/table/options.ts';
import type { CommandOption } from '../../src/training/commandLine.ts';
import { argumentsOf, fail, type Given, helpOption, helpText, jsonOption, optionRows } from '../arguments.ts';
import { type Printed, textOf } from '../printed.ts';
import { changeOptions, changesOf } from './changes.ts';
import { compare } from './compare.ts';
import { derivatives } from './derivatives.ts';
import { effect } from './effect.ts';
import { gradient } from './gradient.ts';
import { inputs } from './inputs.ts';
import { patch } from './patch.ts';
import { saturation, units } from './search.ts';
import { type Examined, examined } from './source.ts';
import { unit } from './unit.ts';
import { values } from './values.ts';
import { why } from './why.ts';

const examinations: Readonly<
  Record<
    string,
    {
      readonly print: (of: Examined, given: Given) => Printed;
      readonly sentence: string;
      /** Its treatment of interventions: they act, or it shows the cell without those of a link; by default it refuses them. */
      readonly interventions?: 'act' | 'left out';
    }
  >
> = {
  values: {
    interventions: 'act',
    print: values,
    sentence: 'Every signal at one or all timesteps, and the answers of the network.',
  },
  why: {
    interventions: 'act',
    print: why,
    sentence: 'Where one value and its gradient come from, term by term, and which units vote for an output.',
  },
  derivatives: {
    interventions: 'act',
    print: derivatives,
    sentence: 'dL/d(every signal), as the page shows it instead of values.',
  },
  units: {
    interventions: 'left out',
    print: units,
    sentence: 'Find the unit: how closely every unit follows a track, compared with chance.',
  },
  unit: {
    interventions: 'left out',
    print: unit,
    sentence:
      'One unit over fresh sequences: where it is high and low, the tracks it follows, and its effect on the answers.',
  },
  saturation: {
    interventions: 'left out',
    print: saturation,
    sentence: 'How often every gate is open and shut, over the same sequences.',
  },
  gradient: {
    print: gradient,
    sentence: 'Norms of the gradient by distance: the whole, the direct path, the rest; and of every timestep.',
  },
  effect: {
    interventions: 'act',
    print: effect,
    sentence: 'The effect of interventions on the answer, and the first signal that changes.',
  },
  patch: {
    interventions: 'left out',
    print: patch,
    sentence: 'Where the difference between two sequences is kept: borrows each value from the run of --other.',
  },
  compare: {
    interventions: 'act',
    print: compare,
    sentence: 'Where two runs part, by which terms, and what they share: with --beside, --other or an intervention.',
  },
  inputs: { print: inputs, sentence: 'Which inputs the answer depends on, by gradient and by occlusion.' },
};

const options: readonly CommandOption[] = [
  { name: 'model', value: 'file.json', sentence: 'A model file: one of models/, or one written by npm run train.' },
  { name: 'preset', value: 'id', sentence: 'Instead: a preset of the page, such as trained-anbn-lstm.' },
  { name: 'link', value: 'address', sentence: 'Instead: an address of the page, in quotation marks.' },
  {
    name: 'sequence',
    value: 'text | rows',
    sentence: 'The sequence, as in a link: a text, or rows such as 0.5,1;0.25,0. Default: the example of the menu.',
  },
  { name: 'timestep', value: 't', sentence: 'The timestep, from 1. Default: all, or the last.' },
  {
    name: 'signal',
    value: 'id',
    sentence: 'why, unit, patch: the signal, such as f. Default: the hidden state; for patch, all.',
  },
  { name: 'unit', value: 'k', sentence: 'why, unit: its unit, from 1. Default: the first.' },
  {
    name: 'output',
    value: 'name | k',
    sentence: 'why, derivatives, inputs: the output, or without outputs the unit.',
  },
  { name: 'at', value: 't', sentence: 'why, derivatives: the timestep of that output. Default: the last.' },
  { name: 'blank', value: 'zero | mean', sentence: 'inputs: the blank that replaces an input. Default: zero.' },
  {
    name: 'task',
    value: 'id',
    sentence: 'units, unit, saturation: the task. Default: that of the training.',
  },
  { name: 'track', value: 'id', sentence: 'units: the track to follow. Default: the first that the page offers.' },
  { name: 'layer', value: 'k', sentence: 'With --model: the layer, from 1, the lowest.' },
  { name: 'text', value: 'file', sentence: 'With a --model that learned a text of your own: that text.' },
  { name: 'table', value: 'file', sentence: 'With a --model that learned a table of your own: that table.' },
  ...tableOptions,
  {
    name: 'left-out',
    value: 'zeros | seed',
    sentence: 'With a file of parameters: the values of those that it leaves out.',
  },
  ...changeOptions,
  { name: 'beside', value: 'preset', sentence: 'compare: the preset to compare with.' },
  { name: 'threshold', value: 'number', sentence: 'compare: the difference beyond which runs part. Default: 0.05.' },
  { name: 'patch', value: '', sentence: 'The same as the word patch.' },
  jsonOption,
  helpOption,
];

const MORE = 'npm run examine -- --help lists the commands and options.';

const LEFT_OUT = 'The interventions do not act on these numbers: as on the page, they are those of the cell by itself.';

function help(): string {
  const known = Object.entries(examinations).map(([name, { sentence }]) => [name, sentence] as const);
  return helpText(
    'npm run examine -- units --preset trained-anbn-lstm',
    { rows: known },
    { rows: optionRows(options) },
  );
}

/** One line that names the subject. */
function title({ name, derived: { cell, sizes }, trained }: Examined): string {
  const learned = parameterCount(cell, sizes);
  const on = trained ? `, trained on “${trained.task.title}” at level ${trained.level}` : '';
  return `${name}: ${cell.name}, ${sizes.D} inputs, ${sizes.H} units, ${learned} parameters in the cell${on}.`;
}

/** Commands implied by the options when no command is given. */
function wordsFor(given: Given): readonly string[] {
  if (given.patch) return ['patch'];
  return changesOf(given).length > 0 ? ['effect'] : [];
}

/** Output of the command, and one notice for each part of a link that could not be used. Throws a sentence if the arguments are wrong. */
export async function examine(args: readonly string[]): Promise<{ out: string; notices: readonly string[] }> {
  const { values: given, words } = argumentsOf(options, MORE, 'words', args);
  if (given.help) return { out: help(), notices: [] };
  const named = words.length > 0 ? words : wordsFor(given);
  const [what] = named;
  if (named.length !== 1 || !Object.hasOwn(examinations, what))
    return fail(`Choose what to print: ${Object.keys(examinations).join(', ')}.\n${MORE}`);
  const source = await examined(given);
  const changed = source.interventions.length > 0;
  const { interventions } = examinations[what];
  if ((changed && !interventions) || (interventions !== 'act' && changesOf(given).length > 0))
    return fail(`${what} works only on runs without interventions; leave out --hold and the like.`);
  const leftOut = changed && interventions === 'left out';
  const { text, data } = examinations[what].print(source, given);
  const { cell, sizes } = source.derived;
  const about = { examined: source.name, cell: cell.id, options: cell.options, H: sizes.H };
  const all = { text: `${title(source)}\n${text}`, data: { ...about, ...(data as object) } };
  return { out: textOf(all, Boolean(given.json)), notices: leftOut ? [...source.notices, LEFT_OUT] : source.notices };
}

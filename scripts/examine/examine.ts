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
      /** Set if it also works on a run with interventions. */
      readonly changed?: true;
    }
  >
> = {
  values: {
    changed: true,
    print: values,
    sentence: 'Every signal at one timestep or all, and what the network answers.',
  },
  why: {
    changed: true,
    print: why,
    sentence: 'Where one value and its gradient come from, summand by summand, and which units vote for an output.',
  },
  derivatives: {
    changed: true,
    print: derivatives,
    sentence: 'dL/d(every signal): what the page shows when it shows gradients in place of values.',
  },
  units: { print: units, sentence: 'Find the unit: how closely every unit follows something, and what chance gives.' },
  unit: {
    print: unit,
    sentence:
      'One unit over fresh sequences: where it is high and low, what it follows, and what the answers need of it.',
  },
  saturation: { print: saturation, sentence: 'How often every gate stands open and shut, over the same sequences.' },
  gradient: {
    print: gradient,
    sentence: 'Norms of the gradient by distance: all of it, the direct path, the rest; and of every timestep.',
  },
  effect: {
    changed: true,
    print: effect,
    sentence: 'What changes of the run change: the answer, and the first signal that follows.',
  },
  patch: {
    print: patch,
    sentence: 'Where the difference of two sequences is kept: each value borrowed from the run of --other.',
  },
  compare: {
    changed: true,
    print: compare,
    sentence: 'Where two runs part, by which terms, and what they share: with --beside, --other or a change.',
  },
  inputs: { print: inputs, sentence: 'Which inputs the answer hangs on, by gradient and by occlusion.' },
};

const options: readonly CommandOption[] = [
  { name: 'model', value: 'file.json', sentence: 'A model file: of models/, or as npm run train writes it.' },
  { name: 'preset', value: 'id', sentence: 'Instead: a preset of the page, such as trained-anbn-lstm.' },
  { name: 'link', value: 'address', sentence: 'Instead: an address of the page, in quotation marks.' },
  {
    name: 'sequence',
    value: 'text | rows',
    sentence: 'What it reads, as in a link: a text, or rows like 0.5,1;0.25,0. Without it: the example of the menu.',
  },
  { name: 'timestep', value: 't', sentence: 'The timestep, from 1. Without it: all of them, or the last.' },
  {
    name: 'signal',
    value: 'id',
    sentence: 'why, unit, patch: the signal, such as f. Without it: the hidden state; of a patch map, all.',
  },
  { name: 'unit', value: 'k', sentence: 'why, unit: its unit, from 1. Without it: the first.' },
  {
    name: 'output',
    value: 'name | k',
    sentence: 'why, derivatives, inputs: the output asked about, or without outputs the unit.',
  },
  { name: 'at', value: 't', sentence: 'why, derivatives: the timestep of that output. Without it: the last.' },
  { name: 'blank', value: 'zero | mean', sentence: 'inputs: what stands for an input taken away. Without it: zero.' },
  {
    name: 'task',
    value: 'id',
    sentence: 'units, unit, saturation: the task. Without it: what the cell was trained on.',
  },
  { name: 'track', value: 'id', sentence: 'units: what is followed. Without it: the first that the page offers.' },
  { name: 'layer', value: 'k', sentence: 'With --model: the layer, from 1, the lowest.' },
  { name: 'text', value: 'file', sentence: 'With a --model that learned a text of your own: that text.' },
  { name: 'table', value: 'file', sentence: 'With a --model that learned a table of your own: that table.' },
  ...tableOptions,
  {
    name: 'left-out',
    value: 'zeros | seed',
    sentence: 'With parameters that the page saved: what stands for those that the file leaves out.',
  },
  ...changeOptions,
  { name: 'beside', value: 'preset', sentence: 'compare: the preset that it is compared with.' },
  { name: 'threshold', value: 'number', sentence: 'compare: how much values may differ. Without it: 0.05.' },
  { name: 'patch', value: '', sentence: 'The same as the word patch.' },
  jsonOption,
  helpOption,
];

const MORE = 'npm run examine -- --help lists all that can be printed, and the options.';

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
  return `${name}: ${cell.name}, ${sizes.D} inputs, ${sizes.H} units, ${learned} numbers in the cell${on}.`;
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
    return fail(`Say what is to be printed: one of ${Object.keys(examinations).join(', ')}.\n${MORE}`);
  const source = await examined(given);
  if (source.interventions.length > 0 && !examinations[what].changed)
    return fail(`${what} is printed of runs without changes; leave out --hold and the like.`);
  const { text, data } = examinations[what].print(source, given);
  const { cell, sizes } = source.derived;
  const about = { examined: source.name, cell: cell.id, options: cell.options, H: sizes.H };
  const all = { text: `${title(source)}\n${text}`, data: { ...about, ...(data as object) } };
  return { out: textOf(all, Boolean(given.json)), notices: source.notices };
}

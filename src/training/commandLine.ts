import type { Field } from './field.ts';
import { fields } from './fields.ts';
import type { Model } from './modelFile.ts';
import { transforms } from './tasks/transform.ts';

/** An option of a command. */
export interface CommandOption {
  readonly name: string;
  /** The one-letter form of the name. */
  readonly short?: string;
  /** The placeholder for its value in the help. */
  readonly value: string;
  readonly sentence: string;
}

type SettingName = keyof typeof fields;
const settingNames = Object.keys(fields) as SettingName[];

/** The option that sets a setting: `--clip-norm` for clipNorm, `--units` for H. */
const optionNameOf = (setting: SettingName): string =>
  setting === 'H' ? 'units' : setting.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

function optionOf(setting: SettingName): CommandOption {
  const field: Field = fields[setting];
  const name = optionNameOf(setting);
  if (field.kind === 'choice') {
    const value = Object.keys(field.choices).join(' | ');
    return { name, value, sentence: `${field.sentence} Default: ${field.initial}.` };
  }
  const unset = field.kind === 'optional' ? ` With none: ${field.none}.` : '';
  const sentence = `${field.sentence}${unset} Default: ${field.initial ?? 'none'}.`;
  return { name, value: `${field.min} … ${field.max}`, sentence };
}

/** The options that choose task and cell, in the order of the help. */
const subjectOptions: readonly CommandOption[] = [
  { name: 'task', value: 'id', sentence: 'The task to learn.' },
  {
    name: 'text',
    value: 'file',
    sentence: 'Instead of a task: a text of your own, whose next character is predicted.',
  },
  {
    name: 'table',
    value: 'file',
    sentence: 'Instead of a task: a table of your own, of which one column is predicted.',
  },
  { name: 'column', value: 'name', sentence: 'With a table: the column to predict one row ahead.' },
  {
    name: 'season',
    value: 'rows',
    sentence: 'With a table: the number of rows in a season, for the comparison with the value a season ago.',
  },
  {
    name: 'transform',
    value: Object.keys(transforms).join(' | '),
    sentence: 'With a table: the transform of each value before it is scaled. Default: none.',
  },
  {
    name: 'level',
    value: 'number',
    sentence: 'The difficulty of the examples; with data of your own, the number of timesteps in a window.',
  },
  { name: 'cell', value: 'id', sentence: 'The cell. Default: lstm.' },
  {
    name: 'options',
    value: 'name=value,…',
    sentence: 'Options of the cell: one of their values, or on and off.',
  },
];

/** Every option that takes part in the settings. */
export const commandOptions: readonly CommandOption[] = [...subjectOptions, ...settingNames.map(optionOf)];

/** The options of a cell as they are written: `peepWeights=full,peepF=off`. */
function cellOptionsIn(text: string): Readonly<Record<string, string | boolean>> {
  const pairs = text.split(',').map((pair): [string, string | boolean] => {
    const [name, value = 'on'] = pair.split('=');
    return [name.trim(), value === 'on' ? true : value === 'off' ? false : value];
  });
  return Object.fromEntries(pairs);
}

/** The number that was written; none becomes null, and what is no number NaN, which the schema refuses. */
const numberIn = (text: string): number | null =>
  text === 'none' ? null : text.trim() === '' ? Number.NaN : Number(text);

/** The settings that these options mean, still to be checked, without what is to be learned. */
export function settingsIn(given: Readonly<Record<string, string | undefined>>): Readonly<Record<string, unknown>> {
  const { level, cell, options } = given;
  const named = settingNames.flatMap((setting): (readonly [string, unknown])[] => {
    const text = given[optionNameOf(setting)];
    if (text === undefined) return [];
    return [[setting, fields[setting].kind === 'choice' ? text : numberIn(text)]];
  });
  return {
    ...(level !== undefined && { level: numberIn(level) }),
    ...(cell !== undefined && { cell }),
    ...(options !== undefined && { options: cellOptionsIn(options) }),
    ...Object.fromEntries(named),
  };
}

/** The command that trains this model again; data of the reader's own are named `file`. */
export function commandOf({ task, settings }: Pick<Model, 'task' | 'settings'>): string {
  const { level, cell, options } = settings;
  const subject =
    task.id === 'own-text'
      ? ['--text', 'file']
      : task.id === 'own-columns'
        ? ['--table', 'file', ...ownOptions(task)]
        : ['--task', task.id];
  const pairs = Object.entries(options).map(
    ([name, value]) => `${name}=${value === true ? 'on' : value === false ? 'off' : value}`,
  );
  const changed = settingNames.flatMap((setting) =>
    settings[setting] === fields[setting].initial
      ? []
      : [`--${optionNameOf(setting)}`, `${settings[setting] ?? 'none'}`],
  );
  const parts = [...subject, '--level', `${level}`, '--cell', cell];
  return `npm run train -- ${[...parts, ...(pairs.length > 0 ? ['--options', pairs.join(',')] : []), ...changed].join(' ')}`;
}

/** The settings of a learned table, as options of the command line. */
function ownOptions({ own, outputs }: Model['task']): readonly string[] {
  const { column = outputs[0], season, transform } = own ?? {};
  return [
    '--column',
    quoted(column),
    ...(season === undefined ? [] : ['--season', `${season}`]),
    ...(transform === undefined ? [] : ['--transform', transform]),
  ];
}

const quoted = (text: string): string => (/^[\w.-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`);

import * as v from 'valibot';
import { listIn } from '../query.ts';
import { type Refused, refused } from '../reading.ts';
import type { TableChoices } from './choices.ts';

/** Texts of options by name, as a command line gives them. */
type Given = Readonly<Record<string, string | boolean | undefined>>;

const count = v.pipe(v.string(), v.regex(/^[1-9]\d{0,8}$/), v.transform(Number));
const list = v.pipe(v.string(), v.transform(listIn), v.minLength(1));
const oneOf = <const T extends readonly string[]>(words: T) => ({
  schema: v.picklist(words),
  value: words.join(' | '),
});

/** Every answer to a question about a table as an option of a command line, named as the choice it makes. */
const options = {
  columns: {
    schema: list,
    value: 'a,b',
    sentence: 'With a table: the columns to read; a comma in a name is written \\,.',
  },
  label: {
    schema: v.pipe(
      v.string(),
      v.transform((name) => (name === 'none' ? null : name)),
    ),
    value: 'name',
    sentence: 'With a table: the column that names the timesteps, or none.',
  },
  dateParts: {
    schema: v.pipe(list, v.array(v.picklist(['month', 'day', 'weekday']))),
    value: 'month,day,weekday',
    sentence: 'With a table: parts of its dates as further inputs.',
  },
  separator: {
    ...oneOf(['comma', 'semicolon', 'tab', 'pipe', 'space', 'none']),
    sentence: 'With a table: the separator between the cells of a row.',
  },
  names: {
    schema: v.pipe(
      v.picklist(['yes', 'no']),
      v.transform((word) => word === 'yes'),
    ),
    value: 'yes | no',
    sentence: 'With a table: whether its first row has the names of the columns.',
  },
  decimal: {
    ...oneOf(['comma', 'point']),
    sentence: 'With a table: the decimal sign of columns that can be read with either.',
  },
  dates: {
    ...oneOf(['label', 'number']),
    sentence: 'With a table: the meaning of numbers such as 20200131.',
  },
  sentinels: {
    ...oneOf(['missing', 'number']),
    sentence: 'With a table: the meaning of numbers far from all others, such as −9999.',
  },
  missing: {
    ...oneOf(['omit', 'last', 'interpolate']),
    sentence: 'With a table: the treatment of missing values.',
  },
  from: { schema: count, value: 'number', sentence: 'With a table: the first row to use, from 1.' },
  to: { schema: count, value: 'number', sentence: 'With a table: the last row to use.' },
  every: { schema: count, value: 'n', sentence: 'With a table: use every n-th row.' },
  transpose: { schema: v.literal(true), value: '', sentence: 'With a table: each series is in a row.' },
} as const satisfies Record<
  keyof Omit<TableChoices, 'predicted'>,
  { readonly schema: unknown; readonly value: string; readonly sentence: string }
>;

const nameOf = (choice: string): string => choice.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The options of a command that reads a table. */
export const tableOptions: readonly { readonly name: string; readonly value: string; readonly sentence: string }[] =
  Object.entries(options).map(([choice, { value, sentence }]) => ({ name: nameOf(choice), value, sentence }));

/** Reads the options of a command line as choices about a table. */
export function choicesIn(given: Given): { readonly ok: true; readonly choices: TableChoices } | Refused {
  const choices: Record<string, unknown> = {};
  for (const [choice, { schema, value }] of Object.entries(options)) {
    const text = given[nameOf(choice)];
    if (text === undefined) continue;
    const read = v.safeParse(schema as v.GenericSchema, text);
    if (!read.success) return refused(`--${nameOf(choice)} is ${text}; it can be ${value}.`);
    choices[choice] = read.output;
  }
  return { ok: true, choices: choices as TableChoices };
}

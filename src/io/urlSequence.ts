import * as v from 'valibot';
import { defaultInputs } from './defaults.ts';
import { MAX_TIMESTEPS } from './limits.ts';
import type { Moment } from './moment.ts';
import { listIn, listText } from './query.ts';
import type { Sequence } from './sequence.ts';
import { key } from './urlKey.ts';
import { asIs, names, oneOf, rows, rowsText, text } from './urlSchemas.ts';

const textPart =
  <T>(read: (sequence: Sequence & { kind: 'text' }) => T) =>
  ({ inputs }: Moment): T | undefined =>
    inputs.sequence.kind === 'text' ? read(inputs.sequence) : undefined;
const numbersPart =
  <T>(read: (sequence: Sequence & { kind: 'numbers' }) => T) =>
  ({ inputs }: Moment): T | undefined =>
    inputs.sequence.kind === 'numbers' ? read(inputs.sequence) : undefined;

/** The keys of what the cell reads. */
export const sequenceKeys = {
  text: key<string>({
    schema: text,
    write: asIs,
    of: textPart((sequence) => sequence.text),
    initial: defaultInputs.sequence.text,
    meaning: 'the text that is read; not beside rows',
    example: 'text=hello+world',
    input: true,
    packed: 'long',
  }),
  tokens: key<'characters' | 'words'>({
    schema: oneOf(['characters', 'words']),
    write: asIs,
    of: textPart((sequence) => sequence.unit),
    initial: defaultInputs.sequence.unit,
    meaning: 'how the text is cut: characters or words',
    example: 'tokens=words',
    input: true,
  }),
  vocabulary: key<readonly string[] | null>({
    schema: v.pipe(
      names,
      v.transform((list) => (list.length > 0 ? list : null)),
    ),
    write: (value) => listText(value ?? []),
    of: textPart((sequence) => sequence.vocabulary),
    initial: defaultInputs.sequence.vocabulary,
    meaning:
      'tokens in one-hot order, separated by commas (a comma itself as \\,); without it the distinct tokens of the text',
    example: 'vocabulary=a,b',
    input: true,
    packed: 'long',
  }),
  columns: key<readonly string[]>({
    schema: names,
    write: listText,
    of: numbersPart((sequence) => sequence.columns),
    initial: [],
    meaning: 'the names of the columns of rows',
    example: 'columns=value,flag',
    input: true,
    packed: 'long',
  }),
  rows: key<readonly (readonly number[])[] | null>({
    schema: rows,
    write: (table) => rowsText(table ?? []),
    of: numbersPart((sequence) => sequence.rows),
    initial: null,
    meaning: 'numbers instead of a text: one row a timestep, separated by semicolons, unscaled',
    example: 'rows=0.5,1;0.25,0',
    input: true,
    packed: 'long',
  }),
  labels: key<readonly string[]>({
    schema: v.pipe(text, v.transform(listIn), v.maxLength(MAX_TIMESTEPS, `has more than ${MAX_TIMESTEPS} entries`)),
    write: listText,
    of: numbersPart((sequence) => sequence.labels ?? []),
    initial: [],
    meaning: 'dates or words that name the timesteps of rows, one a row',
    example: 'labels=1949-01,1949-02',
    input: true,
    packed: 'long',
  }),
  scaling: key<'none' | 'standard' | 'range'>({
    schema: oneOf(['none', 'standard', 'range']),
    write: asIs,
    of: numbersPart((sequence) => sequence.scaling),
    initial: 'none',
    meaning: 'how each column of rows is scaled: none, standard (mean 0, deviation 1) or range (0 to 1)',
    example: 'scaling=range',
    input: true,
  }),
} as const;

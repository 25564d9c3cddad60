import { defaultInputs } from './defaults.ts';
import { MAX_TIMESTEPS } from './limits.ts';
import type { Moment } from './moment.ts';
import { listText } from './query.ts';
import type { Sequence } from './sequence.ts';
import { key } from './urlKey.ts';
import { asIs, names, namesUpTo, oneOf, rows, rowsText } from './urlReaders.ts';

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
    read: asIs,
    write: asIs,
    of: textPart((sequence) => sequence.text),
    initial: defaultInputs.sequence.text,
    input: true,
    packed: 'long',
  }),
  tokens: key<'characters' | 'words'>({
    read: oneOf(['characters', 'words']),
    write: asIs,
    of: textPart((sequence) => sequence.unit),
    initial: defaultInputs.sequence.unit,
    input: true,
  }),
  vocabulary: key<readonly string[] | null>({
    read: (text) => (text === '' ? null : names(text)),
    write: (value) => listText(value ?? []),
    of: textPart((sequence) => sequence.vocabulary),
    initial: defaultInputs.sequence.vocabulary,
    input: true,
    packed: 'long',
  }),
  columns: key<readonly string[]>({
    read: names,
    write: listText,
    of: numbersPart((sequence) => sequence.columns),
    initial: [],
    input: true,
    packed: 'long',
  }),
  rows: key<readonly (readonly number[])[] | null>({
    read: rows,
    write: (table) => rowsText(table ?? []),
    of: numbersPart((sequence) => sequence.rows),
    initial: null,
    input: true,
    packed: 'long',
  }),
  labels: key<readonly string[]>({
    read: namesUpTo(MAX_TIMESTEPS),
    write: listText,
    of: numbersPart((sequence) => sequence.labels ?? []),
    initial: [],
    input: true,
    packed: 'long',
  }),
  scaling: key<'none' | 'standard' | 'range'>({
    read: oneOf(['none', 'standard', 'range']),
    write: asIs,
    of: numbersPart((sequence) => sequence.scaling),
    initial: 'none',
    input: true,
  }),
} as const;

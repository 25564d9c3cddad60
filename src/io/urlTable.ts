import * as v from 'valibot';
import { declarationOf, registry } from '../cells/index.ts';
import { floatText } from './floats.ts';
import { MAX_FEATURES, MAX_TIMESTEPS, MAX_UNITS } from './limits.ts';
import { type Moment, type Part, parts } from './moment.ts';
import { listText } from './query.ts';
import type { Sequence } from './sequence.ts';
import {
  arrays,
  arraysText,
  asIs,
  names,
  oneOf,
  options,
  partList,
  real,
  rows,
  text,
  whole,
  yesNo,
} from './urlSchemas.ts';

/** One key of a link. */
export interface Key<T> {
  readonly schema: v.GenericSchema<string, T>;
  readonly write: (value: T) => string;
  /** What the key says about a moment; undefined where it says nothing. */
  readonly of: (moment: Moment) => T | undefined;
  readonly initial: T;
  readonly meaning: string;
  readonly example: string;
  /** Whether it belongs to what decides the numbers, and so to a preset. */
  readonly input: boolean;
  /** `long`: packed where its text is long; `always`: packed wherever it is given by the page. */
  readonly packed?: 'long' | 'always';
}

const textPart =
  <T>(read: (sequence: Sequence & { kind: 'text' }) => T) =>
  ({ inputs }: Moment): T | undefined =>
    inputs.sequence.kind === 'text' ? read(inputs.sequence) : undefined;
const numbersPart =
  <T>(read: (sequence: Sequence & { kind: 'numbers' }) => T) =>
  ({ inputs }: Moment): T | undefined =>
    inputs.sequence.kind === 'numbers' ? read(inputs.sequence) : undefined;

const key = <T>(given: Key<T>): Key<T> => given;

/** Every key of a link, in the order in which they are written. The codec and docs/url.md come from it. */
export const urlTable = {
  cell: key<string>({
    schema: v.pipe(
      text,
      v.check((id) => declarationOf(id) !== undefined, `is none of the cells ${registry.map((d) => d.id).join(', ')}`),
    ),
    write: asIs,
    of: ({ inputs }) => inputs.cell,
    initial: 'lstm',
    meaning: `the cell: ${registry.map((d) => d.id).join(', ')}`,
    example: 'cell=gru',
    input: true,
  }),
  options: key<Readonly<Record<string, string | boolean>>>({
    schema: options,
    write: (value) =>
      listText(Object.entries(value).map(([name, v]) => `${name}:${typeof v === 'string' ? v : yesNo[`${v}`]}`)),
    of: ({ inputs }) => inputs.options,
    initial: {},
    meaning: 'options by name, on or off or one of their choices; those of other cells are kept for a switch',
    example: 'options=peepF:off,form:original',
    input: true,
  }),
  units: key<number>({
    schema: whole(1, MAX_UNITS),
    write: String,
    of: ({ inputs }) => inputs.H,
    initial: 4,
    meaning: `the number of hidden units H, 1 to ${MAX_UNITS}`,
    example: 'units=8',
    input: true,
  }),
  seed: key<number>({
    schema: whole(0, 4294967295),
    write: String,
    of: ({ inputs }) => inputs.seed,
    initial: 1,
    meaning: 'the seed of the parameters, a whole number',
    example: 'seed=42',
    input: true,
  }),
  gain: key<number>({
    schema: real(0, 1000),
    write: floatText,
    of: ({ inputs }) => inputs.gain,
    initial: 1.5,
    meaning: 'seeded weights lie within ±gain/√H',
    example: 'gain=3',
    input: true,
  }),
  forgetBias: key<number>({
    schema: real(-1000, 1000),
    write: floatText,
    of: ({ inputs }) => inputs.forgetBias,
    initial: 1,
    meaning: 'the bias with which a seeded forget gate starts',
    example: 'forgetBias=0',
    input: true,
  }),
  text: key<string>({
    schema: text,
    write: asIs,
    of: textPart((sequence) => sequence.text),
    initial: 'the cat sat on the mat',
    meaning: 'the text that is read; not beside rows',
    example: 'text=hello+world',
    input: true,
    packed: 'long',
  }),
  tokens: key<'characters' | 'words'>({
    schema: oneOf(['characters', 'words']),
    write: asIs,
    of: textPart((sequence) => sequence.unit),
    initial: 'characters',
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
    initial: null,
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
    write: (table) => (table ?? []).map((row) => row.map(floatText).join(',')).join(';'),
    of: numbersPart((sequence) => sequence.rows),
    initial: null,
    meaning: 'numbers instead of a text: one row a timestep, separated by semicolons, unscaled',
    example: 'rows=0.5,1;0.25,0',
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
  weights: key<Readonly<Record<string, Float64Array>>>({
    schema: arrays,
    write: arraysText,
    of: ({ inputs }) => inputs.edited,
    initial: {},
    meaning: 'parameters that do not come from the seed, by name, row by row',
    example: 'weights=b_f:1,1,1,1',
    input: true,
    packed: 'always',
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
  t: key<number>({
    schema: whole(0, MAX_TIMESTEPS),
    write: String,
    of: ({ cursor }) => cursor.t,
    initial: 1,
    meaning: 'the timestep shown, from 1',
    example: 't=5',
    input: false,
  }),
  done: key<number | null>({
    schema: whole(0, 1000),
    write: String,
    of: ({ cursor }) => cursor.position,
    initial: null,
    meaning: 'how many signals of this timestep are computed; without it all',
    example: 'done=3',
    input: false,
  }),
  signal: key<string | null>({
    schema: v.pipe(text, v.regex(/^(prev\.)?[A-Za-z]{1,32}$/, 'is no signal')),
    write: (value) => value ?? '',
    of: ({ selection }) => selection.signal,
    initial: null,
    meaning: 'the signal asked about: x, a signal, or prev. and a state',
    example: 'signal=prev.C',
    input: false,
  }),
  unit: key<number>({
    schema: whole(0, MAX_FEATURES - 1),
    write: String,
    of: ({ selection }) => selection.unit,
    initial: 0,
    meaning: 'the unit asked about, from 0',
    example: 'unit=2',
    input: false,
  }),
  zoom: key<Moment['view']['zoom']>({
    schema: oneOf(['vector', 'lanes', 'unit']),
    write: asIs,
    of: ({ view }) => view.zoom,
    initial: 'lanes',
    meaning: 'how wires are drawn: vector, lanes or unit',
    example: 'zoom=vector',
    input: false,
  }),
  chain: key<Moment['view']['chain']>({
    schema: oneOf(['unfolded', 'folded']),
    write: asIs,
    of: ({ view }) => view.chain,
    initial: 'unfolded',
    meaning: 'the cell between its neighbours (unfolded) or with a loop (folded)',
    example: 'chain=folded',
    input: false,
  }),
  step: key<Moment['view']['granularity']>({
    schema: oneOf(['timestep', 'stage', 'operation']),
    write: asIs,
    of: ({ view }) => view.granularity,
    initial: 'stage',
    meaning: 'how far one step goes: timestep, stage or operation',
    example: 'step=operation',
    input: false,
  }),
  speed: key<number>({
    schema: real(0.25, 4),
    write: floatText,
    of: ({ view }) => view.speed,
    initial: 1,
    meaning: 'the pace of playing, 0.25 to 4',
    example: 'speed=2',
    input: false,
  }),
  theme: key<Moment['view']['theme']>({
    schema: oneOf(['auto', 'light', 'dark', 'projector']),
    write: asIs,
    of: ({ view }) => view.theme,
    initial: 'auto',
    meaning: 'auto, light, dark or projector',
    example: 'theme=dark',
    input: false,
  }),
  hide: key<readonly Part[]>({
    schema: partList,
    write: (value) => value.join(','),
    of: ({ view }) => view.hidden,
    initial: [],
    meaning: `parts that are left out: ${parts.join(', ')}`,
    example: 'hide=input,parameters',
    input: false,
  }),
} as const;

/** The name of a key of a link. */
export type KeyName = keyof typeof urlTable;
type ValueOf<K> = K extends Key<infer T> ? T : never;
/** The value of every key. */
export type UrlValues = { readonly [K in KeyName]: ValueOf<(typeof urlTable)[K]> };

/** Every key of a link, in the order in which links are written. */
export const keyNames = Object.keys(urlTable) as readonly KeyName[];
/** The keys of the table without their separate value types, for loops over all of them. */
export const keyOf = (name: KeyName): Key<unknown> => urlTable[name] as unknown as Key<unknown>;

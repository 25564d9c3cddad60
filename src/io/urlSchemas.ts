import * as v from 'valibot';
import { registry } from '../cells/index.ts';
import { floatSchema, floatText } from './floats.ts';
import { MAX_FEATURES, MAX_TIMESTEPS, MAX_VALUE } from './limits.ts';
import { lockable, parts } from './moment.ts';
import { listIn } from './query.ts';

/** Any text. */
export const text = v.string();
/** A text that is written without escapes of its own. */
export const asIs = (value: string): string => value;
/** The written values of a flag. */
export const yesNo = { true: 'on', false: 'off' } as const;

/** A whole number from low to high. */
export function whole(low: number, high: number): v.GenericSchema<string, number> {
  return v.pipe(
    text,
    v.regex(/^\d{1,10}$/, `is not a whole number from ${low} to ${high}`),
    v.transform(Number),
    v.minValue(low, `is not a whole number from ${low} to ${high}`),
    v.maxValue(high, `is not a whole number from ${low} to ${high}`),
  );
}

/** A float64 from low to high, bit for bit. */
export function real(low: number, high: number): v.GenericSchema<string, number> {
  const message = `is not a number from ${low} to ${high}`;
  return v.pipe(floatSchema, v.minValue(low, message), v.maxValue(high, message));
}

/** One of these words. */
export function oneOf<const T extends readonly string[]>(values: T): v.GenericSchema<string, T[number]> {
  return v.pipe(text, v.picklist(values, `is not one of ${values.join(', ')}`));
}

const optionKinds = new Map(
  registry.flatMap(({ options }) => Object.entries(options)).map(([name, info]) => [name, info.kind]),
);

/** A flag. */
export const onOff: v.GenericSchema<string, boolean> = v.pipe(
  oneOf(['on', 'off']),
  v.transform((value) => value === 'on'),
);

/** Options of the registered cells: `peepF:off,form:original`. */
export const options = v.pipe(
  text,
  v.transform((value) => listIn(value).map((item) => [item.split(':')[0], item.slice(item.indexOf(':') + 1)] as const)),
  v.check(
    (items) =>
      items.every(([name, value]) => {
        if (optionKinds.get(name) === 'flag') return value === 'on' || value === 'off';
        return registry.some((d) => {
          const info = Object.hasOwn(d.options, name) ? d.options[name] : undefined;
          return info?.kind === 'choice' && Object.hasOwn(info.choices, value);
        });
      }),
    'names an option or a value that no cell has',
  ),
  v.transform(
    (items): Readonly<Record<string, string | boolean>> =>
      Object.fromEntries(
        items.map(([name, value]) => [name, optionKinds.get(name) === 'flag' ? value === 'on' : value]),
      ),
  ),
);

/** Arrays by name: `W_f:1,0,2;b_f:0`. */
export const arrays = v.pipe(
  text,
  v.transform((value) =>
    value
      .split(';')
      .filter((item) => item !== '')
      .map((item) => [item.split(':')[0], item.slice(item.indexOf(':') + 1).split(',')] as const),
  ),
  v.array(
    v.tuple([
      v.pipe(text, v.regex(/^[A-Za-z](_?[A-Za-z]+)?$/, 'holds a name that no cell has')),
      v.array(v.pipe(floatSchema, v.finite('holds something that is not a finite number'))),
    ]),
  ),
  v.transform(
    (items): Readonly<Record<string, Float64Array>> =>
      Object.fromEntries(items.map(([name, values]) => [name, Float64Array.from(values)])),
  ),
);

/** The inverse of `arrays`. */
export const arraysText = (values: Readonly<Record<string, Float64Array>>): string =>
  Object.entries(values)
    .map(([name, numbers]) => `${name}:${[...numbers].map(floatText).join(',')}`)
    .join(';');

/** Rows of one length, separated by semicolons, of numbers separated by commas. */
export const rows = v.pipe(
  text,
  v.transform((value) => value.split(';').map((row) => row.split(','))),
  v.maxLength(MAX_TIMESTEPS, `has more than ${MAX_TIMESTEPS} rows`),
  v.array(v.array(real(-MAX_VALUE, MAX_VALUE))),
  v.check((table) => table.every((row) => row.length === table[0].length), 'has rows of different lengths'),
);

/** The inverse of `rows`. */
export const rowsText = (table: readonly (readonly number[])[]): string =>
  table.map((row) => row.map(floatText).join(',')).join(';');

/** Texts separated by commas. */
export const names = v.pipe(
  text,
  v.transform(listIn),
  v.maxLength(MAX_FEATURES, `has more than ${MAX_FEATURES} entries`),
);

/** A list of the given words, separated by commas. */
const listOf = <const T extends readonly string[]>(words: T, kind: string) =>
  v.pipe(
    text,
    v.transform((value) => value.split(',').filter((item) => item !== '')),
    v.array(v.picklist(words, `is not a list of ${kind}: ${words.join(', ')}`)),
  );

/** Parts of the page. */
export const partList = listOf(parts, 'parts');
/** Settings that the reader cannot change. */
export const lockList = listOf(lockable, 'settings');

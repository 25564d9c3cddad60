import { registry } from '../cells/index.ts';
import { floatIn, floatText } from './floats.ts';
import { MAX_FEATURES, MAX_TIMESTEPS, MAX_VALUE } from './limits.ts';
import { lockable, parts } from './moment.ts';
import { listIn } from './query.ts';

/** Reads the text of a key; throws a `Fault` where it cannot. */
export interface Reader<T> {
  (text: string): T;
  /** The only texts that it takes, where these are few. */
  readonly words?: readonly string[];
}

/** A text that a key cannot take. The message ends a sentence that begins with the name of the key. */
class Fault extends Error {}

/** Ends the reading of a text unless something holds. */
export function check(holds: boolean, fault: string): void {
  if (!holds) throw new Fault(fault);
}

/** The value that a text gives, or what is wrong with it. */
export function reading<T>(read: Reader<T>, text: string): { readonly value: T } | { readonly fault: string } {
  try {
    return { value: read(text) };
  } catch (error) {
    if (error instanceof Fault) return { fault: error.message };
    throw error;
  }
}

/** A text as it is: any text, or one that is written without escapes of its own. */
export const asIs = (value: string): string => value;
/** The written values of a flag. */
export const yesNo = { true: 'on', false: 'off' } as const;

/** A whole number from low to high. */
export const whole =
  (low: number, high: number): Reader<number> =>
  (text) => {
    const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
    check(low <= value && value <= high, `is not a whole number from ${low} to ${high}`);
    return value;
  };

/** A float64, bit for bit. */
function float(text: string): number {
  const value = floatIn(text);
  check(value !== null, 'is not a number');
  return value as number;
}

/** A float64 from low to high, bit for bit. */
export const real =
  (low: number, high: number): Reader<number> =>
  (text) => {
    const value = float(text);
    check(low <= value && value <= high, `is not a number from ${low} to ${high}`);
    return value;
  };

/** One of these words. */
export function oneOf<const T extends readonly string[]>(words: T): Reader<T[number]> {
  const read = (text: string): T[number] => {
    check(words.includes(text), `is not one of ${words.join(', ')}`);
    return text;
  };
  return Object.assign(read, { words });
}

const flagWords = [yesNo.true, yesNo.false] as const;
const flag = oneOf(flagWords);
/** Other spellings of the two words, which authors write by hand. */
const synonyms: Readonly<Record<string, string>> = { 1: 'on', true: 'on', 0: 'off', false: 'off' };
/** A flag. */
export const onOff: Reader<boolean> = Object.assign((text: string) => flag(synonyms[text] ?? text) === yesNo.true, {
  words: flagWords,
});

const isFlag = (name: string): boolean =>
  registry.some(({ options }) => Object.hasOwn(options, name) && options[name].kind === 'flag');

const isChoice = (name: string, value: string): boolean =>
  registry.some(({ options }) => {
    const info = Object.hasOwn(options, name) ? options[name] : undefined;
    return info?.kind === 'choice' && Object.hasOwn(info.choices, value);
  });

/** A name and what follows its colon. */
const pairIn = (item: string): readonly [name: string, value: string] => [
  item.split(':')[0],
  item.slice(item.indexOf(':') + 1),
];

/** Options of the registered cells: `peepF:off,form:original`. */
export const options: Reader<Readonly<Record<string, string | boolean>>> = (text) =>
  Object.fromEntries(
    listIn(text).map((item) => {
      const [name, value] = pairIn(item);
      const known = isFlag(name) ? flagWords.some((word) => word === value) : isChoice(name, value);
      check(known, 'names an option or a value that no cell has');
      return [name, isFlag(name) ? value === yesNo.true : value];
    }),
  );

/** Arrays by name: `W_f:1,0,2;b_f:0`. */
export const arrays: Reader<Readonly<Record<string, Float64Array>>> = (text) =>
  Object.fromEntries(
    text
      .split(';')
      .filter((item) => item !== '')
      .map((item) => {
        const [name, numbers] = pairIn(item);
        check(/^[A-Za-z](_?[A-Za-z]+)?$/.test(name), 'holds a name that no cell has');
        const values = Float64Array.from(numbers.split(','), float);
        check(values.every(Number.isFinite), 'holds something that is not a finite number');
        return [name, values];
      }),
  );

/** The inverse of `arrays`. */
export const arraysText = (values: Readonly<Record<string, Float64Array>>): string =>
  Object.entries(values)
    .map(([name, numbers]) => `${name}:${[...numbers].map(floatText).join(',')}`)
    .join(';');

const number = real(-MAX_VALUE, MAX_VALUE);

/** Rows of one length, separated by semicolons, of numbers separated by commas. */
export const rows: Reader<readonly (readonly number[])[]> = (text) => {
  const table = text.split(';').map((row) => row.split(','));
  check(table.length <= MAX_TIMESTEPS, `has more than ${MAX_TIMESTEPS} rows`);
  const values = table.map((row) => row.map(number));
  check(
    values.every((row) => row.length === values[0].length),
    'has rows of different lengths',
  );
  return values;
};

/** The inverse of `rows`. */
export const rowsText = (table: readonly (readonly number[])[]): string =>
  table.map((row) => row.map(floatText).join(',')).join(';');

/** Texts separated by commas, at most so many. */
export const namesUpTo =
  (most: number): Reader<readonly string[]> =>
  (text) => {
    const list = listIn(text);
    check(list.length <= most, `has more than ${most} entries`);
    return list;
  };

/** Texts separated by commas, one a column or an output. */
export const names = namesUpTo(MAX_FEATURES);

/** A list of the given words, separated by commas. */
const listOf =
  <const T extends readonly string[]>(words: T, kind: string): Reader<readonly T[number][]> =>
  (text) => {
    const list = text.split(',').filter((item) => item !== '');
    check(
      list.every((item) => words.includes(item)),
      `is not a list of ${kind}: ${words.join(', ')}`,
    );
    return list;
  };

/** Parts of the page. */
export const partList = listOf(parts, 'parts');
/** Settings that the reader cannot change. */
export const lockList = listOf(lockable, 'settings');

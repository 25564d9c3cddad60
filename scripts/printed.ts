import { jsonFloat } from '../src/io/floats.ts';

/** What a command prints: for people, rounded as on the page, and as data with every digit. */
export interface Printed {
  readonly text: string;
  readonly data: unknown;
}

/** One of the two. In JSON a number that JSON has not is its text: “NaN”, “-Infinity”. */
export function textOf({ text, data }: Printed, asJson: boolean): string {
  return asJson ? JSON.stringify(data, plain, 1) : text;
}

/** Prints one of the two. */
export const print = (printed: Printed, asJson: boolean): void => console.log(textOf(printed, asJson));

/** Values as JSON has them: arrays of floats as lists. */
const plain = (_: string, value: unknown): unknown => {
  if (typeof value === 'number') return jsonFloat(value);
  return value instanceof Float64Array ? Array.from(value) : value;
};

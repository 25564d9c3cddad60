import { jsonFloat } from '../src/io/jsonFloats.ts';

/** Output of a command in two forms: text for people, rounded as on the page, and data with every digit. */
export interface Printed {
  readonly text: string;
  readonly data: unknown;
}

/** The output as text or JSON. Numbers that JSON cannot express become strings: “NaN”, “-Infinity”. */
export function textOf({ text, data }: Printed, asJson: boolean): string {
  return asJson ? JSON.stringify(data, plain, 1) : text;
}

/** Prints the output as text or JSON. */
export const print = (printed: Printed, asJson: boolean): void => console.log(textOf(printed, asJson));

/** Replacer for `JSON.stringify` that writes typed arrays as lists. */
const plain = (_: string, value: unknown): unknown => {
  if (typeof value === 'number') return jsonFloat(value);
  return value instanceof Float64Array ? Array.from(value) : value;
};

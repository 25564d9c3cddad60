import * as v from 'valibot';

/** A setting that is a number, with its bounds and what to choose instead of a wrong one. */
export interface NumberSetting {
  readonly kind: 'number';
  readonly label: string;
  /** The effect of the setting: one sentence. */
  readonly sentence: string;
  readonly min: number;
  readonly max: number;
  readonly whole: boolean;
  readonly initial: number;
  /** Follows the bounds in a sentence on a wrong value: “0.01 is a good start for Adam”. */
  readonly hint: string;
}

/** A number, or nothing at all. */
export interface OptionalSetting extends Omit<NumberSetting, 'kind' | 'initial'> {
  readonly kind: 'optional';
  readonly initial: number | null;
  /** The meaning of no value: “not truncated”. */
  readonly none: string;
}

/** A setting that is one of a few words. */
export interface ChoiceSetting<C extends string = string> {
  readonly kind: 'choice';
  readonly label: string;
  readonly sentence: string;
  readonly choices: Readonly<Record<C, string>>;
  readonly initial: C;
}

export type Field = NumberSetting | OptionalSetting | ChoiceSetting;

/** Advises a value: “choose 1 to 256; 32 is a good start”. */
function advice(field: NumberSetting | OptionalSetting): string {
  const none = field.kind === 'optional' ? `, or none (${field.none})` : '';
  return `choose ${field.whole ? 'a whole number from ' : ''}${field.min} to ${field.max}${none}; ${field.hint}.`;
}

/** Describes the fault of a value, or returns null. */
function wrongIn(field: NumberSetting | OptionalSetting, value: number): string | null {
  const { label, min, max, whole } = field;
  if (value < min) return `${label} ${value} is too small: ${advice(field)}`;
  if (value > max) return `${label} ${value} is too large: ${advice(field)}`;
  if (whole && !Number.isInteger(value)) return `${label} ${value} is not a whole number: ${advice(field)}`;
  return null;
}

function within(field: NumberSetting | OptionalSetting): v.GenericSchema<unknown, number> {
  return v.pipe(
    v.number(`${field.label} is not a number: ${advice(field)}`),
    v.check(
      (value) => wrongIn(field, value) === null,
      ({ input }) => wrongIn(field, input) ?? '',
    ),
  );
}

/** A number within its bounds; left out it is the field's initial one. */
export function numberSchema(field: NumberSetting): v.GenericSchema<unknown, number> {
  return v.optional(within(field), field.initial);
}

/** A number within its bounds, or null; left out it is the field's initial one. */
export function optionalSchema(field: OptionalSetting): v.GenericSchema<unknown, number | null> {
  return v.optional(v.nullable(within(field)), field.initial);
}

/** One of the words; left out it is the field's initial one. */
export function choiceSchema<C extends string>(field: ChoiceSetting<C>): v.GenericSchema<unknown, C> {
  const choices = Object.keys(field.choices) as C[];
  return v.optional(v.picklist(choices, `${field.label} must be one of ${choices.join(', ')}.`), field.initial);
}

import * as v from 'valibot';

/** A value from outside, typed, if it matches a schema; otherwise null. */
export function matching<S extends v.GenericSchema>(schema: S, value: unknown): v.InferOutput<S> | null {
  const read = v.safeParse(schema, value);
  return read.success ? read.output : null;
}

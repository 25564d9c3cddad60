import * as v from 'valibot';

/** The heights that a frame may ask for, in pixels: a page keeps its bounds whatever it is told. */
const schema = v.object({
  type: v.literal('gates:resize'),
  version: v.literal(1),
  height: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(8000)),
});

/** The height in pixels that a message of a frame asks for; null if it is no such message. */
export function frameHeightIn(message: unknown): number | null {
  const read = v.safeParse(schema, message);
  return read.success ? read.output.height : null;
}

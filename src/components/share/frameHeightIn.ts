import * as v from 'valibot';
import { matching } from '../../text/matching.ts';

/** The heights that a frame may ask for, in pixels: a page keeps its bounds whatever it is told. */
const schema = v.object({
  type: v.literal('gates:resize'),
  version: v.literal(1),
  height: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(8000)),
});

/** The height in pixels that a message of a frame asks for; null if it is no such message. */
export const frameHeightIn = (message: unknown): number | null => matching(schema, message)?.height ?? null;

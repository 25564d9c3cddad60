import { defaultMoment } from '../io/defaults.ts';
import { linkOf } from '../io/link.ts';
import type { Moment } from '../io/moment.ts';
import { givenWeights } from '../io/weights.ts';
import type { Question } from './question.ts';
import { tapeOf } from './scene.ts';

/** The moment that a question is about, with everything computed; null where it is about no run. */
export function momentOf({ scenes, focus }: Question): Moment | null {
  const [scene] = scenes;
  if (!scene || !focus) return null;
  const { cell, options, H, initial, rows } = scene;
  const values = tapeOf(scene).parameters;
  return {
    ...defaultMoment,
    inputs: {
      cell,
      options,
      H,
      weights: givenWeights({ cell, options, H }, { values, origin: 'hand' }),
      initial: Object.fromEntries(Object.entries(initial).map(([id, values]) => [id, Float64Array.from(values)])),
      sequence: { kind: 'numbers', columns: rows[0].map((_, k) => `x${k + 1}`), rows, scaling: 'none' },
    },
    cursor: { t: focus.t, position: Number.POSITIVE_INFINITY },
    selection: { signal: focus.signal, unit: focus.unit },
  };
}

/** The address of Explore at the moment of a question, relative to the site; null where there is none. */
export async function exploreAddress(question: Question): Promise<string | null> {
  const moment = momentOf(question);
  if (!moment) return null;
  const link = await linkOf(moment);
  return link.ok ? `./index.html#${link.hash}` : null;
}

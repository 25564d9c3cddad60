import { declarationOf } from '../cells/index.ts';
import type { Inputs } from './moment.ts';

type Options = Inputs['options'];

/**
 * Defaults of options, by cell, as the first links meant them, where the declaration has another today. A link that leaves
 * such an option out means the old default, so that it opens to the same numbers; links are written with the option named.
 */
const published: Readonly<Record<string, Options>> = { greff: { ablation: 'NIG' } };

const publishedFor = (cell: string): Options => (Object.hasOwn(published, cell) ? published[cell] : {});

/** Today's defaults of the options that began with others. */
function defaultsFor(cell: string): Options {
  const infos = declarationOf(cell)?.options ?? {};
  return Object.fromEntries(Object.keys(publishedFor(cell)).map((name) => [name, infos[name].default]));
}

/** The options that a link has to give for these to be meant. */
export const optionsWritten = (cell: string, options: Options): Options => ({ ...defaultsFor(cell), ...options });

/** The options that a link means which gives these; today's defaults are left out again. */
export function optionsRead(cell: string, options: Options): Options {
  const defaults = defaultsFor(cell);
  const meant = Object.entries({ ...publishedFor(cell), ...options });
  return Object.fromEntries(meant.filter(([name, value]) => defaults[name] !== value));
}

import type { Opened } from '../../io/opening.ts';
import type { Gatescope, GatescopeOptions } from '../../store/gatescope.ts';
import { sentenceOf } from '../../text/refusal.ts';

export interface Started {
  readonly gatescope: Gatescope;
  /** Sentences on what of the link could not be used. */
  readonly notices: readonly string[];
}

export type StartOptions = Omit<GatescopeOptions, 'initial'>;

/** An instance that shows what was opened; the default view, with a sentence, where that cannot be shown. */
export function startWith(
  create: (options: GatescopeOptions) => Gatescope,
  { moment, notices }: Opened,
  source: string,
  options: StartOptions,
): Started {
  try {
    return { gatescope: create({ ...options, initial: moment }), notices };
  } catch (error) {
    const message = `${source} cannot be shown: ${sentenceOf(error)}`;
    return { gatescope: create(options), notices: [...notices, message] };
  }
}

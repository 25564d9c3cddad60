import { type Home, type Opened, opened } from '../../io/opening.ts';
import { createGatescope, type Gatescope, type GatescopeOptions } from '../../store/gatescope.ts';
import { sentenceOf } from '../../text/refusal.ts';

export interface Started {
  readonly gatescope: Gatescope;
  /** Sentences on what of the link could not be used. */
  readonly notices: readonly string[];
}

export type StartOptions = Omit<GatescopeOptions, 'initial'>;

/** An instance that shows what a link says after its #; the default view where that cannot be shown. */
export async function startFromLink(hash: string, home: Home, options: StartOptions = {}): Promise<Started> {
  return startedWith(await opened(hash, home), 'This link', options);
}

/** An instance that shows what was opened; the default view, with a sentence, where that cannot be shown. */
export function startedWith({ moment, notices }: Opened, source: string, options: StartOptions): Started {
  try {
    return { gatescope: createGatescope({ ...options, initial: moment }), notices };
  } catch (error) {
    const message = `${source} cannot be shown: ${sentenceOf(error)}`;
    return { gatescope: createGatescope(options), notices: [...notices, message] };
  }
}

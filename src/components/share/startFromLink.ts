import { type Home, opened } from '../../io/opening.ts';
import { createGatescope, type Gatescope, type GatescopeOptions } from '../../store/gatescope.ts';
import { sentenceOf } from '../../text/refusal.ts';

export interface Started {
  readonly gatescope: Gatescope;
  /** Sentences on what of the link could not be used. */
  readonly notices: readonly string[];
}

/** An instance that shows what a link says after its #; the default view where that cannot be shown. */
export async function startFromLink(
  hash: string,
  home: Home,
  options: Omit<GatescopeOptions, 'initial'> = {},
): Promise<Started> {
  const { moment, notices } = await opened(hash, home);
  try {
    return { gatescope: createGatescope({ ...options, initial: moment }), notices };
  } catch (error) {
    const message = `This link cannot be shown: ${sentenceOf(error)}`;
    return { gatescope: createGatescope(options), notices: [...notices, message] };
  }
}

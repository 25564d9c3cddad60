import { type Home, type Opened, opened } from '../../io/opening.ts';
import { createGatescope, type Gatescope, type GatescopeOptions } from '../../store/gatescope.ts';

export interface Started {
  readonly gatescope: Gatescope;
  /** Sentences on what of the link could not be used. */
  readonly notices: readonly string[];
}

/** An instance that shows what a link says after its #, at once unless the link is compressed. Never throws. */
export function startFromLink(
  hash: string,
  home: Home,
  options: Omit<GatescopeOptions, 'initial'> = {},
): Started | Promise<Started> {
  const start = ({ moment, notices }: Opened): Started => {
    try {
      return { gatescope: createGatescope({ ...options, initial: moment }), notices };
    } catch (error) {
      const message = `This link cannot be shown: ${(error as Error).message}.`;
      return { gatescope: createGatescope(options), notices: [...notices, message] };
    }
  };
  const result = opened(hash, home);
  return result instanceof Promise ? result.then(start) : start(result);
}

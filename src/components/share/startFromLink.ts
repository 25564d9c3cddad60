import { type Home, type Opened, opened } from '../../io/opening.ts';
import { createGatescope } from '../../store/gatescope.ts';
import { type Started, type StartOptions, startWith } from './startWith.ts';

/** An instance that shows what a link says after its #; the default view where that cannot be shown. */
export async function startFromLink(hash: string, home: Home, options: StartOptions = {}): Promise<Started> {
  return startedWith(await opened(hash, home), 'This link', options);
}

/** An instance that shows what was opened; the default view, with a sentence, where that cannot be shown. */
export const startedWith = (opened: Opened, source: string, options: StartOptions): Started =>
  startWith(createGatescope, opened, source, options);

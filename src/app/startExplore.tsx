import type { Started } from '../components/share/startWith.ts';
import { home } from '../presets/index.ts';
import { explorePage, firstExplore } from './explorePage.tsx';
import { takeOver } from './takeOver.ts';

/** Creates the instance for the address. The code that reads links is fetched only for a link. */
async function started(hash: string): Promise<Started> {
  if (hash === '#v=1') return firstExplore();
  const { startFromLink } = await import('../components/share/links.ts');
  return startFromLink(hash, home);
}

/** Shows the instrument with the view of an address. What the reader did before is in `early`. */
export async function startExplore(
  element: HTMLElement,
  hash: string,
  early: (MouseEvent | KeyboardEvent)[],
): Promise<void> {
  const instance = await started(hash);
  takeOver(element, early, (onLive) => explorePage(instance, hash, onLive));
}

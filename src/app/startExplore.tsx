import { StrictMode } from 'react';
import type { Root } from 'react-dom/client';
import type { Started } from '../components/share/startWith.ts';
import { firstVisit } from '../presets/firstVisit.ts';
import { home } from '../presets/index.ts';
import { createGatescope } from '../store/gatescope.ts';
import { App } from './App.tsx';

/** Creates the instance for the address. The code that reads links is fetched only for a link. */
async function started(hash: string): Promise<Started> {
  if (hash === '#v=1') return { gatescope: createGatescope({ initial: firstVisit() }), notices: [] };
  const { startFromLink } = await import('../components/share/links.ts');
  return startFromLink(hash, home);
}

/** Shows the instrument with the view of an address. */
export async function startExplore(root: Root, hash: string): Promise<void> {
  const instance = await started(hash);
  root.render(
    <StrictMode>
      <App {...instance} hash={hash} />
    </StrictMode>,
  );
}
